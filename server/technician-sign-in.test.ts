import { describe, expect, it } from 'vitest';
import { TechnicianSignIn } from './technician-sign-in.ts';
import { countingRandom } from './testing/counting-random.ts';
import { failureCode } from './testing/failure-code.ts';
import { ManualClock } from './testing/manual-clock.ts';

const TOKEN = 'a-token-that-is-long-enough';
const HOUR_MS = 60 * 60 * 1000;

function setUp() {
  const clock = new ManualClock();
  return { clock, signIn: new TechnicianSignIn(TOKEN, clock, countingRandom()) };
}

describe('signing in', () => {
  it('with the console token opens a console session', () => {
    const { signIn } = setUp();
    const secret = signIn.signIn(TOKEN, 'here');
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(failureCode(() => signIn.check(secret))).toBeNull();
  });

  it('with anything else is refused', () => {
    const { signIn } = setUp();
    expect(failureCode(() => signIn.signIn(`${TOKEN}x`, 'here'))).toBe('sign-in-refused');
  });

  it('is possible ten times wrongly from one address, then only every six seconds', () => {
    const { signIn, clock } = setUp();
    for (let i = 0; i < 10; i++)
      expect(failureCode(() => signIn.signIn('wrong', 'here'))).toBe('sign-in-refused');
    expect(failureCode(() => signIn.signIn(TOKEN, 'here'))).toBe('server-busy');
    expect(failureCode(() => signIn.signIn(TOKEN, 'there'))).toBeNull();
    clock.advance(6_000);
    expect(failureCode(() => signIn.signIn('wrong', 'here'))).toBe('sign-in-refused');
    expect(failureCode(() => signIn.signIn('wrong', 'here'))).toBe('server-busy');
  });

  it('rightly is never limited', () => {
    const { signIn } = setUp();
    for (let i = 0; i < 50; i++) expect(failureCode(() => signIn.signIn(TOKEN, 'here'))).toBeNull();
  });
});

describe('a console session', () => {
  it.each([undefined, '', 'made-up'])('is not %j', (secret) => {
    const { signIn } = setUp();
    expect(failureCode(() => signIn.check(secret))).toBe('sign-in-required');
  });

  it('lasts while it is used, and twelve hours after', () => {
    const { signIn, clock } = setUp();
    const secret = signIn.signIn(TOKEN, 'here');
    for (let i = 0; i < 3; i++) {
      clock.advance(12 * HOUR_MS - 1);
      expect(failureCode(() => signIn.check(secret))).toBeNull();
    }
    clock.advance(12 * HOUR_MS);
    expect(failureCode(() => signIn.check(secret))).toBe('sign-in-required');
  });

  it('ends with signing out', () => {
    const { signIn } = setUp();
    const secret = signIn.signIn(TOKEN, 'here');
    signIn.signOut(secret);
    signIn.signOut(secret);
    signIn.signOut(undefined);
    expect(failureCode(() => signIn.check(secret))).toBe('sign-in-required');
  });

  it('gives way when there are a thousand newer ones', () => {
    const { signIn } = setUp();
    const first = signIn.signIn(TOKEN, 'here');
    const second = signIn.signIn(TOKEN, 'here');
    signIn.check(first);
    for (let i = 0; i < 999; i++) signIn.signIn(TOKEN, 'here');
    expect(failureCode(() => signIn.check(first))).toBeNull();
    expect(failureCode(() => signIn.check(second))).toBe('sign-in-required');
  });
});
