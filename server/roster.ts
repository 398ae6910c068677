// Who may be signed in at present, whichever way they came: by the console's link, by an account, by the
// organisation's own sign-in.

import type { TechnicianProfile } from '../src/protocol/session-api.ts';
import type { Technician } from './technician.ts';
import type { TechnicianAccounts } from './technician-accounts.ts';

export class Roster {
  readonly #configured: TechnicianProfile;
  readonly #accounts: TechnicianAccounts;
  readonly #oidcRule: string | null;

  /**
   * @param configured the technician behind the console's link.
   * @param oidcRule stands for the settings of the organisation's own sign-in; `null`: there is none.
   */
  constructor(configured: TechnicianProfile, accounts: TechnicianAccounts, oidcRule: string | null) {
    this.#configured = configured;
    this.#accounts = accounts;
    this.#oidcRule = oidcRule;
  }

  /** The technician of the console's link. */
  get configured(): Technician {
    return { grounds: { way: 'link' }, profile: this.#configured };
  }

  /** The technician as they stand now; `null` when they may not be signed in. */
  now(technician: Technician): Technician | null {
    const { grounds } = technician;
    switch (grounds.way) {
      case 'link':
        return this.configured;
      case 'account':
        return this.#accounts.now(grounds);
      case 'oidc':
        return grounds.rule === this.#oidcRule ? technician : null;
    }
  }

  /** Whether it is certain that they may not be signed in any more: so they are shown the door. */
  isRevoked(technician: Technician): boolean {
    if (technician.grounds.way === 'account' && !this.#accounts.isKnown) return false;
    return this.now(technician) === null;
  }
}
