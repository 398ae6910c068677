import { describe, expect, it } from 'vitest';
import { ALL_PERMITTED } from '../src/protocol/permissions.ts';
import { decodeTechniciansFile, encodeTechniciansFile, type TechniciansFile } from './technicians-file.ts';
import { TEST_PASSWORD_HASH } from './testing/test-accounts.ts';

const ANA = { username: 'ana', name: 'Ana Souza', passwordHash: TEST_PASSWORD_HASH };

function decode(content: unknown) {
  return decodeTechniciansFile(typeof content === 'string' ? content : JSON.stringify(content));
}

describe('the file of technicians', () => {
  it('says what was written', () => {
    const file: TechniciansFile = {
      technicians: [
        ANA,
        {
          username: 'ben@example.com',
          name: 'Ben Lima',
          organisation: 'Example Support',
          email: 'ben@example.com',
          passwordHash: TEST_PASSWORD_HASH,
          permissions: { ...ALL_PERMITTED, maxFileBytes: 5_000_000, fileTypes: ['pdf', 'log'] },
        },
      ],
      organisations: [{ name: 'Example Support', permissions: { ...ALL_PERMITTED, filesToCustomer: false } }],
    };
    expect(decodeTechniciansFile(encodeTechniciansFile(file))).toEqual({ ok: true, file });
  });

  it('allows what is not named, and takes what is unknown for a mistake', () => {
    const ofAcme = (permissions: unknown) =>
      decode({ technicians: [], organisations: [{ name: 'Acme', permissions }] });
    expect(ofAcme({ technicianScreen: false })).toMatchObject({
      file: { organisations: [{ permissions: { ...ALL_PERMITTED, technicianScreen: false } }] },
    });
    for (const wrong of [{ files: false }, { maxFileBytes: 0 }, { fileTypes: ['a.b'] }, 7]) {
      expect(ofAcme(wrong)).toMatchObject({ ok: false });
    }
  });

  it('knows a username in any case', () => {
    expect(decode({ technicians: [{ ...ANA, username: 'Ana' }] })).toMatchObject({
      ok: true,
      file: { technicians: [{ username: 'ana' }] },
    });
  });

  it.each([
    ['no JSON', '{', 'it is not JSON'],
    ['a list', [], 'technicians'],
    ['no list', {}, 'technicians'],
    ['no password', { technicians: [{ username: 'ana', name: 'Ana' }] }, 'technicians.0.passwordHash'],
    [
      'a password as it is',
      { technicians: [{ ...ANA, passwordHash: 'hunter2' }] },
      'technicians.0.passwordHash',
    ],
    [
      'a username with a space',
      { technicians: [{ ...ANA, username: 'ana souza' }] },
      'technicians.0.username',
    ],
    ['one username twice', { technicians: [ANA, { ...ANA, username: 'ANA' }] }, 'technicians.1'],
    ['no name', { technicians: [{ ...ANA, name: ' ' }] }, 'technicians.0.name'],
    [
      'a name that runs backwards',
      { technicians: [{ ...ANA, name: 'Ana \u202eazuoS' }] },
      'technicians.0.name',
    ],
    ['a name of two lines', { technicians: [{ ...ANA, name: 'Ana\nSouza' }] }, 'technicians.0.name'],
    ['a word misspelt', { technicians: [{ ...ANA, organization: 'x' }] }, 'technicians.0.organization'],
    [
      'permissions that are a list',
      { technicians: [{ ...ANA, permissions: 'all' }] },
      'technicians.0.permissions',
    ],
    [
      'too many',
      { technicians: Array.from({ length: 1_001 }, (_, i) => ({ ...ANA, username: `a${i}` })) },
      'technicians',
    ],
  ])('with %s is refused as a whole, and says where', (_what, content, where) => {
    const result = decode(content);
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? '' : result.reason).toContain(where);
  });

  it('that is refused shows nobody a hash', () => {
    expect(JSON.stringify(decode({ technicians: [{ ...ANA, passwordHash: 'hunter2' }] }))).not.toContain(
      'hunter2',
    );
  });
});
