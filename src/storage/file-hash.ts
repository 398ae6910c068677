// SHA-256 in parts, which browsers' own crypto cannot do.

import { sha256 } from '@noble/hashes/sha2.js';
import type { FileHash } from '../session/file-ports.ts';

export function newFileHash(): FileHash {
  const hash = sha256.create();
  return {
    update(bytes) {
      hash.update(bytes);
    },
    // The library's own array may be a view of something larger.
    digest: () => Uint8Array.from(hash.digest()),
  };
}
