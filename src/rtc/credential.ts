// What a side proves itself with, from how it comes: by link, by key, or back into a session that it was in.

import { DesksideError } from '../protocol/deskside-error.ts';
import type { Role } from '../protocol/role.ts';
import type { WayIn } from '../protocol/way-in.ts';
import type { Credential } from './identity-proof.ts';

/** Back into a session, with what came of its first proof. */
export interface WayBack {
  readonly way: 'resume';
  readonly key: CryptoKey;
}

/** Rejects with a `DesksideError` when a part of the page that it needs does not load. */
export async function credentialOf(
  wayIn: WayIn | WayBack,
  role: Role,
  sessionId: string,
): Promise<Credential> {
  if (wayIn.way !== 'key') return wayIn;
  const { startKeyExchange } = await loadKeyExchange();
  return { way: 'key', exchange: await startKeyExchange(role, sessionId, wayIn.key) };
}

/** The curve and what is done on it: more than all the rest of the handshake, and only for those with a key. */
export async function loadKeyExchange(): Promise<typeof import('./key-exchange.ts')> {
  try {
    return await import('./key-exchange.ts');
  } catch (cause) {
    throw new DesksideError('server-unreachable', 'the key exchange did not load', { cause });
  }
}
