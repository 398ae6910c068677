// How a file is cut into blocks. Each one is verified by its own hash, its leaf, so that it can come on any way, in any
// order, and is known to be right when it is there; the checksum of the whole file is made of the leaves.

/** Bytes of a block, but for the last one of a file, which may be shorter. */
export const BLOCK_BYTES = 1024 * 1024;

/** Bytes of a leaf: SHA-256 (FIPS 180-4) of a block. */
export const LEAF_BYTES = 32;

/** SHA-256 of the bytes. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** Whether two hashes are the same. */
export function isSameLeaf(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Blocks of a file; an empty one has none. */
export function blockCount(sizeBytes: number): number {
  return Math.ceil(sizeBytes / BLOCK_BYTES);
}

/** Bytes of one block of a file. */
export function blockLength(sizeBytes: number, blockNo: number): number {
  return Math.min(BLOCK_BYTES, sizeBytes - blockNo * BLOCK_BYTES);
}

/** The leaves of one file, as far as they are known. */
export class Leaves {
  readonly #count: number;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #known = new Set<number>();

  constructor(sizeBytes: number) {
    this.#count = blockCount(sizeBytes);
    this.#bytes = new Uint8Array(this.#count * LEAF_BYTES);
  }

  get areComplete(): boolean {
    return this.#known.size === this.#count;
  }

  has(blockNo: number): boolean {
    return this.#known.has(blockNo);
  }

  set(blockNo: number, leaf: Uint8Array): void {
    this.#bytes.set(leaf, blockNo * LEAF_BYTES);
    this.#known.add(blockNo);
  }

  /**
   * The checksum of the whole file: SHA-256 over all leaves, one after the other. Of a file of one block it is the
   * leaf itself, and so, as for an empty one, the plain SHA-256 of the file.
   */
  async root(digest: Digest): Promise<Uint8Array<ArrayBuffer>> {
    return this.#count === 1 ? this.#bytes.slice() : digest(this.#bytes);
  }
}
