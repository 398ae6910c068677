import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_PERMITTED } from '../src/protocol/permissions.ts';
import { decodeRecords, encodeRecord, latestOf, type StateRecord } from './state-record.ts';
import { BY_ACCOUNT } from './testing/test-technician.ts';

const DIGEST = 'ab'.repeat(32);
const ID = '0'.repeat(32);
const SESSION: StateRecord = {
  kind: 'session',
  sessionId: ID,
  expiresAtMs: 5,
  routing: '0123',
  stage: 'invited',
  generation: 0,
  technician: BY_ACCOUNT,
};
const OVER: StateRecord = { kind: 'over', sessionId: ID, code: 'session-ended', forgottenAtMs: 9 };
const CONSOLE: StateRecord = {
  kind: 'console',
  digest: DIGEST,
  usedAtMs: 1,
  technician: {
    grounds: { way: 'oidc', subject: DIGEST, rule: DIGEST },
    profile: { name: 'Eva Reis', organisation: null, verified: 'oidc' },
    permissions: ALL_PERMITTED,
  },
  signedInAtMs: 0,
};
const REPORT: StateRecord = {
  kind: 'abuse',
  reference: 'BCDF-0123',
  sessionId: ID,
  technician: BY_ACCOUNT,
  hasJoined: true,
  reason: 'money',
  text: 'Gift cards.',
  atMs: 7,
};
/** As earlier versions wrote them: without whose they are. */
const FORMERLY: readonly StateRecord[] = [{ kind: 'console', digest: DIGEST, usedAtMs: 1 }];
const ALL: readonly StateRecord[] = [
  SESSION,
  { ...SESSION, stage: 'joining', generation: 3 },
  { ...SESSION, routing: null, stage: 'joined', generation: 1 },
  OVER,
  { ...OVER, code: 'session-revoked' },
  {
    ...OVER,
    reporter: { technician: BY_ACCOUNT, generation: 2, hasJoined: true, untilMs: 8 },
  },
  CONSOLE,
  ...FORMERLY,
  { kind: 'signed-out', digest: DIGEST },
  REPORT,
  { kind: 'blocked', technicianId: 'ana' },
  { kind: 'blocked', technicianId: `oidc:${DIGEST}` },
  { kind: 'unblocked', technicianId: 'link:console' },
];
const TEXT = ALL.map(encodeRecord).join('');

describe('lines', () => {
  it('say what was written', () => {
    expect(decodeRecords(TEXT)).toEqual({ records: ALL, damagedCount: 0 });
    expect(decodeRecords('')).toEqual({ records: [], damagedCount: 0 });
  });

  it('that break off anywhere take no other line with them', () => {
    for (let length = 0; length < TEXT.length; length++) {
      const whole = TEXT.slice(0, length).split('\n').length - 1;
      const { records } = decodeRecords(TEXT.slice(0, length));
      // Without its end a line may be whole all the same.
      expect([whole, whole + 1]).toContain(records.length);
      expect(records).toEqual(ALL.slice(0, records.length));
    }
  });

  it.each([
    '{',
    'null',
    '[]',
    '{"kind":"something-new"}',
    JSON.stringify({ ...SESSION, sessionId: '../x' }),
    JSON.stringify({ ...SESSION, generation: -1 }),
    JSON.stringify({ ...SESSION, routing: '1' }),
    JSON.stringify({ ...SESSION, stage: 'over' }),
    JSON.stringify({ ...SESSION, expiresAtMs: -1 }),
    JSON.stringify({ ...SESSION, technician: { ...BY_ACCOUNT, grounds: { way: 'charm' } } }),
    JSON.stringify({ ...OVER, code: 'whatever' }),
    JSON.stringify({ ...CONSOLE, usedAtMs: 1e300 }),
  ])('such as %s are counted and left out', (line) => {
    const text = `${encodeRecord(CONSOLE) + line}\n${encodeRecord(OVER)}`;
    expect(decodeRecords(text)).toEqual({ records: [CONSOLE, OVER], damagedCount: 1 });
  });

  it('of any kind never throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
        expect(decodeRecords(text).records).toEqual([]);
      }),
      { seed: 20_250_101, numRuns: 1_000 },
    );
  });
});

describe('the latest', () => {
  it('of a session and of a console is all that counts, in the order of the last changes', () => {
    const joined: StateRecord = { ...SESSION, stage: 'joined', generation: 1 };
    expect(latestOf([SESSION, CONSOLE, joined])).toEqual([CONSOLE, joined]);
  });

  it('of a session that is over is that it is over', () => {
    expect(latestOf([SESSION, OVER, SESSION])).toEqual([OVER]);
  });

  it('of a console that signed out is nothing', () => {
    expect(latestOf([CONSOLE, { kind: 'signed-out', digest: DIGEST }])).toEqual([]);
  });

  it('of a session’s reports are all of them, beside the session', () => {
    const another: StateRecord = { ...REPORT, reference: 'BCDF-4567' };
    expect(latestOf([SESSION, REPORT, another, OVER])).toEqual([REPORT, another, OVER]);
  });

  it('of a technician who was unblocked is nothing', () => {
    const blocked: StateRecord = { kind: 'blocked', technicianId: 'ana' };
    expect(latestOf([blocked, { kind: 'unblocked', technicianId: 'ana' }])).toEqual([]);
    expect(latestOf([blocked, { kind: 'unblocked', technicianId: 'ben' }])).toEqual([blocked]);
  });
});
