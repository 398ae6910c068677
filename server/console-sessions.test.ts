import { afterEach, describe, expect, it } from 'vitest';
import { ALL_PERMITTED } from '../src/protocol/permissions.ts';
import { ConsoleSessions } from './console-sessions.ts';
import { Roster } from './roster.ts';
import { latestOf, type StateRecord } from './state-record.ts';
import type { Technician } from './technician.ts';
import { TechnicianAccounts } from './technician-accounts.ts';
import { countingRandom } from './testing/counting-random.ts';
import { failureCode } from './testing/failure-code.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { silentLog } from './testing/silent-log.ts';
import { AccountsFile, ANA, BEN, withOtherPassword } from './testing/test-accounts.ts';
import { BY_ACCOUNT, BY_LINK } from './testing/test-technician.ts';

const TOKEN = 'a-token-that-is-long-enough';
const HOUR_MS = 60 * 60 * 1000;
const RULE = 'ab'.repeat(32);
const BY_OIDC: Technician = {
  grounds: { way: 'oidc', subject: 'cd'.repeat(32), rule: RULE },
  profile: { name: 'Eva Reis', organisation: null, verified: 'oidc' },
  permissions: ALL_PERMITTED,
};

function rosterOf(path: string | null, oidcRule: string | null = RULE) {
  const accounts = new TechnicianAccounts(path, ALL_PERMITTED, silentLog);
  accounts.refresh();
  return new Roster(BY_LINK.profile, accounts, oidcRule);
}

function setUp(roster = rosterOf(null)) {
  const clock = new ManualClock();
  const kept: StateRecord[] = [];
  const consoles = new ConsoleSessions(TOKEN, roster, clock, countingRandom(), (record) => kept.push(record));
  return { clock, consoles, kept };
}

let file: AccountsFile | null = null;
afterEach(() => {
  file?.remove();
  file = null;
});

describe('a console session', () => {
  it.each([undefined, '', 'made-up'])('is not %j', (secret) => {
    const { consoles } = setUp();
    expect(failureCode(() => consoles.check(secret))).toBe('sign-in-required');
  });

  it('lasts while it is used, and twelve hours after', () => {
    const { consoles, clock } = setUp();
    const secret = consoles.open(BY_LINK);
    for (let i = 0; i < 3; i++) {
      clock.advance(12 * HOUR_MS - 1);
      expect(failureCode(() => consoles.check(secret))).toBeNull();
    }
    clock.advance(12 * HOUR_MS);
    expect(failureCode(() => consoles.check(secret))).toBe('sign-in-required');
  });

  it('ends with signing out', () => {
    const { consoles } = setUp();
    const secret = consoles.open(BY_LINK);
    consoles.close(secret);
    consoles.close(secret);
    consoles.close(undefined);
    expect(failureCode(() => consoles.check(secret))).toBe('sign-in-required');
  });

  it('gives way when there are a thousand newer ones', () => {
    const { consoles } = setUp();
    const first = consoles.open(BY_LINK);
    const second = consoles.open(BY_LINK);
    consoles.check(first);
    for (let i = 0; i < 999; i++) consoles.open(BY_LINK);
    expect(failureCode(() => consoles.check(first))).toBeNull();
    expect(failureCode(() => consoles.check(second))).toBe('sign-in-required');
  });
});

describe('after a restart', () => {
  function restart(kept: readonly StateRecord[], clock: ManualClock, token = TOKEN) {
    const consoles = new ConsoleSessions(token, rosterOf(null), clock, countingRandom(), () => {});
    consoles.restore(latestOf(kept));
    return consoles;
  }

  it('whoever was signed in still is, and whoever signed out is not', () => {
    const { consoles, clock, kept } = setUp();
    const [stays, leaves] = [consoles.open(BY_LINK), consoles.open(BY_LINK)];
    consoles.close(leaves);
    const next = restart(kept, clock);
    expect(failureCode(() => next.check(stays))).toBeNull();
    expect(failureCode(() => next.check(leaves))).toBe('sign-in-required');
  });

  it('the same holds when everything was written down at once', () => {
    const { consoles, clock } = setUp();
    const secret = consoles.open(BY_LINK);
    expect(failureCode(() => restart(consoles.records(), clock).check(secret))).toBeNull();
  });

  it('twelve hours count from the last use, give or take ten minutes', () => {
    const { consoles, clock, kept } = setUp();
    const secret = consoles.open(BY_LINK);
    clock.advance(11 * HOUR_MS);
    consoles.check(secret);
    clock.advance(HOUR_MS / 6 - 1);
    consoles.check(secret);
    expect(kept).toHaveLength(2);
    clock.advance(11 * HOUR_MS);
    expect(failureCode(() => restart(kept, clock).check(secret))).toBeNull();
    clock.advance(HOUR_MS);
    expect(failureCode(() => restart(kept, clock).check(secret))).toBe('sign-in-required');
  });

  it('with another token nobody is signed in any more', () => {
    const { consoles, clock, kept } = setUp();
    const secret = consoles.open(BY_LINK);
    const next = restart(kept, clock, `${TOKEN}-changed`);
    expect(failureCode(() => next.check(secret))).toBe('sign-in-required');
  });

  it('no secret and no token can be read from what was kept', () => {
    const { consoles, kept } = setUp();
    const secret = consoles.open(BY_LINK);
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(JSON.stringify(kept)).not.toContain(TOKEN);
  });
});

describe('a console session of an account', () => {
  function withFile() {
    file = new AccountsFile(ANA, BEN);
    const accounts = new TechnicianAccounts(file.path, ALL_PERMITTED, silentLog);
    accounts.refresh();
    const driven = setUp(new Roster(BY_LINK.profile, accounts, null));
    const change = (...left: Parameters<AccountsFile['write']>) => {
      file?.write(...left);
      expect(accounts.refresh()).toBe(true);
      driven.consoles.closeRevoked();
    };
    return { ...driven, change };
  }

  it('is theirs, by the name that the file has now', () => {
    const { consoles, change } = withFile();
    const secret = consoles.open(BY_ACCOUNT);
    expect(consoles.check(secret)).toEqual(BY_ACCOUNT);
    change({ ...ANA, name: 'Ana Lima' });
    expect(consoles.check(secret).profile.name).toBe('Ana Lima');
  });

  it.each([
    ['removed', [BEN]],
    ['given another password', [withOtherPassword(ANA), BEN]],
  ])('ends for good when the account is %s, and nobody else’s does', (_what, left) => {
    const { consoles, change, kept } = withFile();
    const [secret, other] = [consoles.open(BY_ACCOUNT), consoles.open(BY_LINK)];
    change(...left);
    expect(kept.filter(({ kind }) => kind === 'signed-out')).toHaveLength(1);
    change(ANA, BEN);
    expect(failureCode(() => consoles.check(secret))).toBe('sign-in-required');
    expect(failureCode(() => consoles.check(other))).toBeNull();
  });

  it('waits, neither good nor over, while it is not known who has an account', () => {
    file = new AccountsFile(ANA);
    file.writeText('{');
    const accounts = new TechnicianAccounts(file.path, ALL_PERMITTED, silentLog);
    accounts.refresh();
    const { consoles } = setUp(new Roster(BY_LINK.profile, accounts, null));
    const secret = consoles.open(BY_ACCOUNT);
    consoles.closeRevoked();
    expect(failureCode(() => consoles.check(secret))).toBe('sign-in-required');
    file.write(ANA);
    accounts.refresh();
    expect(failureCode(() => consoles.check(secret))).toBeNull();
  });
});

describe('a console session by the organisation’s own sign-in', () => {
  it('ends twelve hours after signing in, however much it is used', () => {
    const { consoles, clock } = setUp();
    const secret = consoles.open(BY_OIDC);
    clock.advance(11 * HOUR_MS);
    expect(consoles.check(secret)).toEqual(BY_OIDC);
    clock.advance(HOUR_MS);
    expect(failureCode(() => consoles.check(secret))).toBe('sign-in-required');
  });

  it('counts from signing in over a restart too', () => {
    const { consoles, clock } = setUp();
    const secret = consoles.open(BY_OIDC);
    clock.advance(11 * HOUR_MS);
    consoles.check(secret);
    const next = new ConsoleSessions(TOKEN, rosterOf(null), clock, countingRandom(), () => {});
    next.restore(consoles.records());
    clock.advance(HOUR_MS);
    expect(failureCode(() => next.check(secret))).toBe('sign-in-required');
  });

  it('ends when others are let in than before', () => {
    const { consoles } = setUp(rosterOf(null, 'ef'.repeat(32)));
    const secret = consoles.open(BY_OIDC);
    consoles.closeRevoked();
    expect(failureCode(() => consoles.check(secret))).toBe('sign-in-required');
  });
});
