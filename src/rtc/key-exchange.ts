// From a support key to the secret of one proof: CPace, bound to the session, the protocol's version, the key's
// routing digits and who plays which part. Loaded only where a key is used.

import { DesksideError } from '../protocol/deskside-error.ts';
import { PROTOCOL_VERSION } from '../protocol/limits.ts';
import type { Role } from '../protocol/role.ts';
import type { SupportKey } from '../protocol/support-key.ts';
import {
  calculateGenerator,
  lvCat,
  sampleScalar,
  scalarMult,
  scalarMultVerified,
  sessionKey,
  transcript,
} from './cpace.ts';
import type { KeyExchange } from './identity-proof.ts';

const NO_DATA = new Uint8Array(0);

/** One side's part of one exchange; good for one attempt. The customer is the initiator. */
export async function startKeyExchange(role: Role, sessionId: string, key: SupportKey): Promise<KeyExchange> {
  const sid = utf8(sessionId);
  const ci = lvCat(
    utf8('deskside'),
    Uint8Array.of(PROTOCOL_VERSION),
    utf8(key.routing),
    utf8('customer' satisfies Role),
    utf8('technician' satisfies Role),
  );
  const scalar = sampleScalar();
  const share = scalarMult(scalar, await calculateGenerator({ prs: utf8(key.secret), ci, sid }));
  return {
    share,
    finish: async (otherShare) => {
      const k = scalarMultVerified(scalar, otherShare);
      if (k === null) throw new DesksideError('proof-failed', 'the share is no element to go on with');
      const own = { share, data: NO_DATA };
      const other = { share: otherShare, data: NO_DATA };
      return sessionKey(sid, k, role === 'customer' ? transcript(own, other) : transcript(other, own));
    },
  };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
