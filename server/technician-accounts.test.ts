import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL_PERMITTED } from '../src/protocol/permissions.ts';
import { TechnicianAccounts } from './technician-accounts.ts';
import { encodeTechniciansFile } from './technicians-file.ts';
import { recordingLog } from './testing/silent-log.ts';
import { AccountsFile, ANA, BEN, TEST_PASSWORD_HASH, withOtherPassword } from './testing/test-accounts.ts';

let file: AccountsFile;
beforeEach(() => {
  file = new AccountsFile(ANA);
});
afterEach(() => file.remove());

function open(path: string | null = file.path) {
  const { log, lines } = recordingLog();
  const accounts = new TechnicianAccounts(path, ALL_PERMITTED, log);
  accounts.refresh();
  /** Complaints so far. */
  const complaints = () => lines.filter((line) => line.includes('cannot be read'));
  return { accounts, complaints };
}

describe('the accounts in force', () => {
  it('are those of the file', () => {
    const { accounts } = open();
    expect(accounts.find('ana')).toEqual(ANA);
    expect(accounts.find('ben')).toBeNull();
    expect([accounts.isOn, accounts.isKnown]).toEqual([true, true]);
  });

  it('are none where no file is named', () => {
    const { accounts } = open(null);
    expect(accounts.refresh()).toBe(false);
    expect([accounts.isOn, accounts.isKnown, accounts.find('ana')]).toEqual([false, true, null]);
  });

  it('change with the file, and only then', () => {
    const { accounts } = open();
    expect(accounts.refresh()).toBe(false);
    file.write(ANA, BEN);
    expect(accounts.refresh()).toBe(true);
    expect(accounts.find('ben')).toEqual(BEN);
    expect(accounts.refresh()).toBe(false);
  });

  it('change when the file is replaced by another of the same length', () => {
    const { accounts } = open();
    writeFileSync(`${file.path}.new`, encodeTechniciansFile({ technicians: [withOtherPassword(ANA)] }));
    renameSync(`${file.path}.new`, file.path);
    expect(accounts.refresh()).toBe(true);
    expect(accounts.find('ana')?.passwordHash).not.toBe(TEST_PASSWORD_HASH);
  });

  it.each([
    ['broken', () => file.writeText('{"technicians":[')],
    [
      'wrong in one place',
      () => file.writeText(JSON.stringify({ technicians: [BEN, { ...ANA, name: '' }] })),
    ],
    ['too large', () => file.writeText(' '.repeat(2 * 1024 * 1024 + 1))],
    ['gone', () => file.remove()],
  ])('stay in force when the file is %s, and that is said once', (_what, spoil) => {
    const { accounts, complaints } = open();
    spoil();
    expect(accounts.refresh()).toBe(false);
    expect(accounts.refresh()).toBe(false);
    expect(accounts.find('ana')).toEqual(ANA);
    expect(accounts.find('ben')).toBeNull();
    expect(complaints()).toHaveLength(1);
    expect(complaints()[0]).not.toContain('argon2');
  });

  it('are not known while there is no file, and come when it does', () => {
    const path = `${file.folder}/later.json`;
    const { accounts, complaints } = open(path);
    expect(accounts.isKnown).toBe(false);
    expect(complaints()).toHaveLength(1);
    renameSync(file.path, path);
    expect(accounts.refresh()).toBe(true);
    expect(accounts.isKnown).toBe(true);
  });

  it('are read again when the file’s rights change', () => {
    const { accounts } = open();
    chmodSync(file.path, 0o600);
    expect(accounts.refresh()).toBe(true);
  });
});
