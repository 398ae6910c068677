// A file of technicians for tests, in a folder of its own.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, encodeTechniciansFile } from '../technicians-file.ts';

export const TEST_PASSWORD = 'a password for tests';
export const TEST_PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$kQ+Vf1mP4ibYPCn62gi8jw$Lbl1IMKZ1Q2uM5pZzPK5+oxKF9uiVsTrzsOx8kAGia8';

export const ANA: Account = {
  username: 'ana',
  name: 'Ana Souza',
  organisation: 'Example Support',
  passwordHash: TEST_PASSWORD_HASH,
};
export const BEN: Account = { username: 'ben', name: 'Ben Lima', passwordHash: TEST_PASSWORD_HASH };

/** The same account with another password. */
export function withOtherPassword(account: Account): Account {
  return { ...account, passwordHash: `${account.passwordHash.slice(0, -1)}A` };
}

export class AccountsFile {
  readonly folder = mkdtempSync(join(tmpdir(), 'deskside-accounts-'));
  readonly path = join(this.folder, 'technicians.json');

  constructor(...accounts: Account[]) {
    this.write(...accounts);
  }

  write(...accounts: Account[]): void {
    this.writeText(encodeTechniciansFile({ technicians: accounts }));
  }

  writeText(text: string): void {
    writeFileSync(this.path, text);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
