// The named technicians in force: their file, read again whenever it changes. A file that cannot be read changes nothing.

import { readFileSync, statSync } from 'node:fs';
import { ALL_PERMITTED, type Permissions, permittedByBoth } from '../src/protocol/permissions.ts';
import type { Log } from './log.ts';
import { digestOf } from './secret-text.ts';
import type { Grounds, Technician } from './technician.ts';
import { type Account, decodeTechniciansFile, MAX_FILE_BYTES } from './technicians-file.ts';

type AccountGrounds = Extract<Grounds, { way: 'account' }>;

export class TechnicianAccounts {
  readonly #path: string | null;
  readonly #log: Log;
  #byUsername: ReadonlyMap<string, Account> = new Map();
  #organisations: ReadonlyMap<string, Permissions> = new Map();
  readonly #permissions: Permissions;
  /** Tells one state of the file from another. */
  #seen: string | null = null;
  #isKnown: boolean;

  /** `path` is the file's; `null`: there are no accounts. `permissions` are what the server allows anybody. */
  constructor(path: string | null, permissions: Permissions, log: Log) {
    this.#path = path;
    this.#permissions = permissions;
    this.#log = log;
    this.#isKnown = path === null;
  }

  /** Whether there is a file, so that people can sign in by password. */
  get isOn(): boolean {
    return this.#path !== null;
  }

  /** Whether it is known who has an account: not before the file could be read once. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  /** Reads the file if it has changed; to be called now and then. Whether other accounts are in force now. Never throws. */
  refresh(): boolean {
    const path = this.#path;
    if (path === null) return false;
    const seen = stateOf(path);
    if (seen === this.#seen) return false;
    this.#seen = seen;
    const { file, reason } = read(path);
    if (file === null) {
      this.#log.error({ path, reason }, 'technicians: the file cannot be read, so nothing changes');
      return false;
    }
    this.#byUsername = new Map(file.technicians.map((account) => [account.username, account]));
    this.#organisations = new Map(file.organisations?.map(({ name, permissions }) => [name, permissions]));
    this.#isKnown = true;
    this.#log.info({ path, count: file.technicians.length }, 'technicians: read');
    return true;
  }

  find(username: string): Account | null {
    return this.#byUsername.get(username) ?? null;
  }

  /** The technician as the file has them now; `null` when they are not in it, or have another password since. */
  now(grounds: AccountGrounds): Technician | null {
    const account = this.find(grounds.username);
    if (account === null || passwordDigestOf(account) !== grounds.passwordDigest) return null;
    return this.technicianOf(account);
  }

  /** The technician who has signed in with this account. What both they and their organisation may do, they may. */
  technicianOf(account: Account): Technician {
    const { username, name, organisation = null, permissions = ALL_PERMITTED } = account;
    const theirs = permittedByBoth(this.permissionsOf(organisation), permissions);
    return {
      grounds: { way: 'account', username, passwordDigest: passwordDigestOf(account) },
      profile: { name, organisation, verified: 'account' },
      permissions: theirs,
    };
  }

  /** What everybody of an organisation may do. One that is not in the file has only what the server says. */
  permissionsOf(organisation: string | null): Permissions {
    const own = organisation === null ? undefined : this.#organisations.get(organisation);
    return own === undefined ? this.#permissions : permittedByBoth(this.#permissions, own);
  }
}

function passwordDigestOf({ passwordHash }: Account): string {
  return digestOf(passwordHash).toString('hex');
}

/** A text that is another one when the file is another, or can be read where it could not. */
function stateOf(path: string): string {
  try {
    const { ino, size, ctimeMs } = statSync(path);
    return `${ino} ${size} ${ctimeMs}`;
  } catch (error) {
    return String(error);
  }
}

function read(path: string) {
  try {
    if (statSync(path).size > MAX_FILE_BYTES) return { file: null, reason: 'it is too large' };
    const result = decodeTechniciansFile(readFileSync(path, 'utf8'));
    return result.ok ? { file: result.file, reason: null } : { file: null, reason: result.reason };
  } catch (error) {
    return { file: null, reason: String(error) };
  }
}
