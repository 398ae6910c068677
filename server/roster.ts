// Who may be signed in at present, whichever way they came: by the console's link, by an account, by the
// organisation's own sign-in.

import type { TechnicianProfile } from '../src/protocol/session-api.ts';
import type { Technician } from './technician.ts';
import type { TechnicianAccounts } from './technician-accounts.ts';

export class Roster {
  readonly #configured: TechnicianProfile;
  readonly #accounts: TechnicianAccounts;
  readonly #oidcRule: string | null;
  readonly #isBlocked: (technician: Technician) => boolean;

  /**
   * @param configured the technician behind the console's link.
   * @param oidcRule stands for the settings of the organisation's own sign-in; `null`: there is none.
   * @param isBlocked whether the operator lets them in no more.
   */
  constructor(
    configured: TechnicianProfile,
    accounts: TechnicianAccounts,
    oidcRule: string | null,
    isBlocked: (technician: Technician) => boolean = () => false,
  ) {
    this.#configured = configured;
    this.#accounts = accounts;
    this.#oidcRule = oidcRule;
    this.#isBlocked = isBlocked;
  }

  /** The technician of the console's link. */
  get configured(): Technician {
    const { organisation } = this.#configured;
    const permissions = this.#accounts.permissionsOf(organisation);
    return { grounds: { way: 'link' }, profile: this.#configured, permissions };
  }

  /** The technician as they stand now; `null` when they may not be signed in. */
  now(technician: Technician): Technician | null {
    if (this.#isBlocked(technician)) return null;
    const { grounds } = technician;
    switch (grounds.way) {
      case 'link':
        return this.configured;
      case 'account':
        return this.#accounts.now(grounds);
      case 'oidc':
        if (grounds.rule !== this.#oidcRule) return null;
        return {
          ...technician,
          permissions: this.#accounts.permissionsOf(technician.profile.organisation),
        };
    }
  }

  /** Whether it is certain that they may not be signed in any more: so they are shown the door. */
  isRevoked(technician: Technician): boolean {
    if (this.#isBlocked(technician)) return true;
    if (technician.grounds.way === 'account' && !this.#accounts.isKnown) return false;
    return this.now(technician) === null;
  }
}
