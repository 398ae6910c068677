import { describe, expect, it } from 'vitest';
import { latestOf, type StateRecord } from './state-record.ts';
import { TechnicianSignIn } from './technician-sign-in.ts';
import { countingRandom } from './testing/counting-random.ts';
import { failureCode } from './testing/failure-code.ts';
import { ManualClock } from './testing/manual-clock.ts';

const TOKEN = 'a-token-that-is-long-enough';
const HOUR_MS = 60 * 60 * 1000;

function setUp() {
  const clock = new ManualClock();
  const kept: StateRecord[] = [];
  const signIn = new TechnicianSignIn(TOKEN, clock, countingRandom(), (record) => kept.push(record));
  return { clock, signIn, kept };
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

describe('after a restart', () => {
  function restart(kept: readonly StateRecord[], clock: ManualClock, token = TOKEN) {
    const signIn = new TechnicianSignIn(token, clock, countingRandom(), () => {});
    signIn.restore(latestOf(kept));
    return signIn;
  }

  it('whoever was signed in still is, and whoever signed out is not', () => {
    const { signIn, clock, kept } = setUp();
    const [stays, leaves] = [signIn.signIn(TOKEN, 'here'), signIn.signIn(TOKEN, 'here')];
    signIn.signOut(leaves);
    const next = restart(kept, clock);
    expect(failureCode(() => next.check(stays))).toBeNull();
    expect(failureCode(() => next.check(leaves))).toBe('sign-in-required');
  });

  it('the same holds when everything was written down at once', () => {
    const { signIn, clock } = setUp();
    const secret = signIn.signIn(TOKEN, 'here');
    expect(failureCode(() => restart(signIn.records(), clock).check(secret))).toBeNull();
  });

  it('twelve hours count from the last use, give or take ten minutes', () => {
    const { signIn, clock, kept } = setUp();
    const secret = signIn.signIn(TOKEN, 'here');
    clock.advance(11 * HOUR_MS);
    signIn.check(secret);
    clock.advance(HOUR_MS / 6 - 1);
    signIn.check(secret);
    expect(kept).toHaveLength(2);
    clock.advance(11 * HOUR_MS);
    expect(failureCode(() => restart(kept, clock).check(secret))).toBeNull();
    clock.advance(HOUR_MS);
    expect(failureCode(() => restart(kept, clock).check(secret))).toBe('sign-in-required');
  });

  it('with another token nobody is signed in any more', () => {
    const { signIn, clock, kept } = setUp();
    const secret = signIn.signIn(TOKEN, 'here');
    const next = restart(kept, clock, `${TOKEN}-changed`);
    expect(failureCode(() => next.check(secret))).toBe('sign-in-required');
  });

  it('no secret and no token can be read from what was kept', () => {
    const { signIn, kept } = setUp();
    const secret = signIn.signIn(TOKEN, 'here');
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(JSON.stringify(kept)).not.toContain(TOKEN);
  });
});
