import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL_PERMITTED } from '../src/protocol/permissions.ts';
import { Roster } from './roster.ts';
import { TechnicianAccounts } from './technician-accounts.ts';
import { TechnicianSignIn } from './technician-sign-in.ts';
import { countingRandom } from './testing/counting-random.ts';
import { failureCode } from './testing/failure-code.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { silentLog } from './testing/silent-log.ts';
import { AccountsFile, ANA, BEN, TEST_PASSWORD } from './testing/test-accounts.ts';
import { BY_ACCOUNT, BY_LINK } from './testing/test-technician.ts';

const TOKEN = 'a-token-that-is-long-enough';

let file: AccountsFile;
beforeEach(() => {
  file = new AccountsFile(ANA, BEN);
});
afterEach(() => file.remove());

function setUp(path: string | null = file.path) {
  const clock = new ManualClock();
  const accounts = new TechnicianAccounts(path, ALL_PERMITTED, silentLog);
  accounts.refresh();
  const roster = new Roster(BY_LINK.profile, accounts, null);
  const signIn = new TechnicianSignIn({
    consoleToken: TOKEN,
    roster,
    accounts,
    clock,
    random: countingRandom(),
  });
  /** The code with which a try is refused; `null` when it is not. */
  const tryPassword = async (
    password: string,
    { username = 'ana', address = 'here', deviceNote = undefined as string | undefined } = {},
  ) => {
    try {
      await signIn.withPassword(username, password, { limiterKey: address, deviceNote });
      return null;
    } catch (error) {
      return failureCode(() => {
        throw error;
      });
    }
  };
  return { clock, accounts, signIn, tryPassword };
}

describe('the console’s token', () => {
  it('signs in the technician of the configuration', () => {
    expect(setUp().signIn.withToken(TOKEN, 'here')).toEqual(BY_LINK);
  });

  it('is nothing else', () => {
    const { signIn } = setUp();
    expect(failureCode(() => signIn.withToken(`${TOKEN}x`, 'here'))).toBe('sign-in-refused');
  });

  it('can be guessed at ten times from one address, then only every six seconds', () => {
    const { signIn, clock } = setUp();
    const guess = (token: string, address: string) => failureCode(() => signIn.withToken(token, address));
    for (let i = 0; i < 10; i++) expect(guess('wrong', 'here')).toBe('sign-in-refused');
    expect(guess(TOKEN, 'here')).toBe('sign-in-limited');
    expect(guess(TOKEN, 'there')).toBeNull();
    clock.advance(6_000);
    expect(guess('wrong', 'here')).toBe('sign-in-refused');
    expect(guess('wrong', 'here')).toBe('sign-in-limited');
  });

  it('is never limited where it is right', () => {
    const { signIn } = setUp();
    for (let i = 0; i < 50; i++) expect(signIn.withToken(TOKEN, 'here')).toEqual(BY_LINK);
  });
});

describe('name and password', () => {
  it('sign in the technician of the account, however the name is written', async () => {
    const { signIn } = setUp();
    const origin = { limiterKey: 'here', deviceNote: undefined };
    const { technician } = await signIn.withPassword(' Ana ', TEST_PASSWORD, origin);
    expect(technician).toEqual(BY_ACCOUNT);
    expect(technician.profile).toEqual({
      name: 'Ana Souza',
      organisation: 'Example Support',
      verified: 'account',
    });
  });

  it.each(['ana', 'nobody', '__proto__', 'x y', '../..'])(
    'of %j are refused alike where they are wrong',
    async (username) => {
      const { tryPassword } = setUp();
      const isRight = username === 'ana';
      const password = isRight ? 'another password' : TEST_PASSWORD;
      expect(await tryPassword(password, { username })).toBe('password-refused');
    },
  );

  it('sign nobody in where there are no accounts', async () => {
    expect(await setUp(null).tryPassword(TEST_PASSWORD)).toBe('password-refused');
  });

  it('sign nobody in whose account is taken away meanwhile', async () => {
    const { accounts, tryPassword } = setUp();
    const trying = tryPassword(TEST_PASSWORD);
    file.write(BEN);
    accounts.refresh();
    expect(await trying).toBe('password-refused');
  });

  it('can be guessed at ten times from one address, at once or one by one', async () => {
    const { tryPassword, clock } = setUp();
    const codes = await Promise.all(Array.from({ length: 12 }, () => tryPassword('a wrong password')));
    expect(codes.filter((code) => code === 'password-refused')).toHaveLength(10);
    expect(await tryPassword(TEST_PASSWORD)).toBe('sign-in-limited');
    expect(await tryPassword(TEST_PASSWORD, { address: 'there' })).toBeNull();
    clock.advance(6_000);
    expect(await tryPassword(TEST_PASSWORD)).toBeNull();
    expect(await tryPassword(TEST_PASSWORD)).toBeNull();
  });

  it.each(['ana', 'nobody'])('of %j can be guessed at twenty times from everywhere', async (username) => {
    const { tryPassword, clock } = setUp();
    const guess = (number: number) =>
      tryPassword('a wrong password', { username, address: `address ${number}` });
    const codes = await Promise.all(Array.from({ length: 22 }, (_, number) => guess(number)));
    expect(codes.filter((code) => code === 'password-refused')).toHaveLength(20);
    expect(await tryPassword(TEST_PASSWORD, { username, address: 'far away' })).toBe('sign-in-limited');
    clock.advance(30_000);
    expect(await guess(0)).toBe('password-refused');
    expect(await guess(1)).toBe('sign-in-limited');
  });

  it('stay good, while strangers guess, in a browser that has signed in by them before', async () => {
    const { signIn, tryPassword } = setUp();
    const origin = { limiterKey: 'office', deviceNote: undefined };
    const { deviceNote } = await signIn.withPassword('ana', TEST_PASSWORD, origin);
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => tryPassword('a wrong password', { address: `address ${i}` })),
    );
    expect(await tryPassword(TEST_PASSWORD, { address: 'office' })).toBe('sign-in-limited');
    expect(await tryPassword(TEST_PASSWORD, { address: 'office', deviceNote })).toBeNull();
    expect(await tryPassword(TEST_PASSWORD, { address: 'office', deviceNote, username: 'ben' })).toBeNull();
  });

  it('can be guessed at ten times in that browser too, and its note helps with no other name', async () => {
    const { signIn, tryPassword } = setUp();
    const origin = { limiterKey: 'office', deviceNote: undefined };
    const { deviceNote } = await signIn.withPassword('ben', TEST_PASSWORD, origin);
    const guess = (number: number, username: string) =>
      tryPassword('a wrong password', { address: `address ${number}`, deviceNote, username });
    const own = await Promise.all(Array.from({ length: 12 }, (_, number) => guess(number, 'ben')));
    expect(own.filter((code) => code === 'password-refused')).toHaveLength(10);
    const others = await Promise.all(Array.from({ length: 22 }, (_, number) => guess(20 + number, 'ana')));
    expect(others.filter((code) => code === 'password-refused')).toHaveLength(20);
  });
});
