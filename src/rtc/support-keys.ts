// Makes support keys: the server gives the digits that route, and the secret ones are made here and never told it.

import { SECRET_DIGITS } from '../protocol/limits.ts';
import type { SupportKeys } from '../session/ports.ts';
import type { SessionServer } from './session-server.ts';

/** The keys of the session that `ticket()` is the technician's to. A new one takes the old one's place. */
export function supportKeys(server: SessionServer, sessionId: string, ticket: () => string): SupportKeys {
  return {
    make: async () => {
      const { routing } = await server.allocateKey(sessionId, ticket());
      return { routing, secret: randomDigits(SECRET_DIGITS) };
    },
  };
}

/** `count` random digits, each of the ten equally likely. */
export function randomDigits(count: number): string {
  let digits = '';
  while (digits.length < count) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    // The last six of the 256 would make some digits likelier than others.
    if (byte < 250) digits += String(byte % 10);
  }
  return digits;
}
