// Puts together everything about who may use the console, so that the server and the tests of its HTTP side have the same.

import type { SignInWays } from '../src/protocol/session-api.ts';
import { BlockedTechnicians } from './blocked-technicians.ts';
import type { Clock } from './clock.ts';
import type { ServerConfig } from './config.ts';
import { ConsoleCookies } from './console-cookies.ts';
import { ConsoleSessions } from './console-sessions.ts';
import type { Log } from './log.ts';
import { OidcProvider } from './oidc-provider.ts';
import { Roster } from './roster.ts';
import type { Random } from './secret-text.ts';
import type { Sessions } from './sessions.ts';
import type { KeepRecord } from './state-record.ts';
import type { Technician } from './technician.ts';
import { TechnicianAccounts } from './technician-accounts.ts';
import { TechnicianSignIn } from './technician-sign-in.ts';

interface AccessOptions {
  readonly config: ServerConfig;
  readonly consoleToken: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly keep: KeepRecord;
  readonly log: Log;
}

export interface ConsoleAccess {
  readonly accounts: TechnicianAccounts;
  readonly blocked: BlockedTechnicians;
  readonly roster: Roster;
  readonly signIn: TechnicianSignIn;
  readonly consoles: ConsoleSessions;
  readonly cookies: ConsoleCookies;
  /** `null` where the organisation has no sign-in of its own. */
  readonly oidc: OidcProvider | null;
  readonly ways: SignInWays;
}

export function openConsole({
  config,
  consoleToken,
  clock,
  random,
  keep,
  log,
}: AccessOptions): ConsoleAccess {
  const { organisation } = config.technician;
  const accounts = new TechnicianAccounts(config.techniciansFile, config.permissions, log);
  accounts.refresh();
  const oidc = config.oidc === null ? null : new OidcProvider(config.oidc, organisation, log);
  const blocked = new BlockedTechnicians(keep);
  const isBlocked = (technician: Technician) => blocked.has(technician);
  const roster = new Roster(config.technician, accounts, oidc?.rule ?? null, isBlocked);
  return {
    accounts,
    blocked,
    roster,
    signIn: new TechnicianSignIn({ consoleToken, roster, accounts, clock, random }),
    consoles: new ConsoleSessions(consoleToken, roster, clock, random, keep),
    cookies: new ConsoleCookies(config),
    oidc,
    ways: { password: accounts.isOn, oidc: oidc === null ? null : { organisation } },
  };
}

/** Ends everything that belongs to people who may not be signed in any more. */
export function endRevoked(
  { consoles, roster }: Pick<ConsoleAccess, 'consoles' | 'roster'>,
  sessions: Sessions,
): void {
  consoles.closeRevoked();
  sessions.endRevoked((technician) => roster.isRevoked(technician));
}
