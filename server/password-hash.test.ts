import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { hashPassword, isLongEnough, PasswordCheck, passwordHashSchema } from './password-hash.ts';

const PASSWORD = 'correct horse battery';

describe('a hash', () => {
  it('is argon2id with 19 MiB and two passes, and another one each time', async () => {
    const [one, other] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(v.is(passwordHashSchema, one)).toBe(true);
  });

  it.each([
    ['another algorithm', '$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2g'],
    ['too little memory', '$argon2id$v=19$m=1024,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2g'],
    ['all of the memory', '$argon2id$v=19$m=9999999,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2g'],
    ['hours of work', '$argon2id$v=19$m=19456,t=99,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2g'],
    ['a password', PASSWORD],
    ['nothing', ''],
  ])('with %s is none', (_what, text) => {
    expect(v.is(passwordHashSchema, text)).toBe(false);
  });
});

describe('a check', () => {
  it('tells the right password from another', async () => {
    const check = new PasswordCheck();
    const hash = await hashPassword(PASSWORD);
    expect(await check.matches(hash, PASSWORD)).toBe(true);
    expect(await check.matches(hash, `${PASSWORD} `)).toBe(false);
  });

  it('takes a letter for itself, however the keyboard composes it', async () => {
    const hash = await hashPassword('caf\u00e9 caf\u00e9 caf\u00e9');
    expect(await new PasswordCheck().matches(hash, 'cafe\u0301 cafe\u0301 cafe\u0301')).toBe(true);
  });

  it('finds no password right where there is no hash', async () => {
    expect(await new PasswordCheck().matches(null, PASSWORD)).toBe(false);
  });

  it('costs as much where there is no hash', async () => {
    const check = new PasswordCheck();
    const hash = await hashPassword(PASSWORD);
    const cpuMs = async (subject: string | null) => {
      const before = process.cpuUsage();
      for (let i = 0; i < 5; i++) await check.matches(subject, PASSWORD);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    };
    const [known, unknown] = [await cpuMs(hash), await cpuMs(null)];
    expect(unknown).toBeGreaterThan(known / 3);
  });

  it('is turned away at once where many wait', async () => {
    const check = new PasswordCheck();
    const hash = await hashPassword(PASSWORD);
    await check.matches(null, PASSWORD);
    const answers = await Promise.allSettled(Array.from({ length: 40 }, () => check.matches(hash, PASSWORD)));
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(40 - 34);
    expect(refused[0]).toMatchObject({ reason: { code: 'server-busy' } });
  });
});

it.each([
  ['eleven more', false],
  ['twelve of them', true],
  ['🐴🐴🐴🐴🐴🐴', false],
])('%j is long enough: %s', (password, expected) => {
  expect(isLongEnough(password)).toBe(expected);
});
