// What the page and its worker say to each other about files that are being received.

/** Where they stand, in the origin's private file system; each one in a folder of its own, named by its key. */
const STAGING_ROOT = 'received-files';
/** In such a folder: the blocks, each where it belongs in the file. */
export const DATA_NAME = 'data';

/** Opens that folder. Rejects with a `NotFoundError` where there is none, and none is to be made. */
export async function stagingRoot(options: { readonly create: boolean }): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(STAGING_ROOT, options);
}

/** A block that is there, as far as the ledger says. */
export interface LedgerEntry {
  readonly blockNo: number;
  readonly leaf: Uint8Array<ArrayBuffer>;
}

interface Operations {
  /** Opens a file, or begins one, and says what is in it already. */
  open: { readonly takes: object; readonly gives: readonly LedgerEntry[] };
  write: {
    readonly takes: LedgerEntry & { readonly bytes: Uint8Array<ArrayBuffer> };
    readonly gives: null;
  };
  /** Gives fewer bytes where there are no more. */
  read: {
    readonly takes: { readonly blockNo: number; readonly length: number };
    readonly gives: Uint8Array<ArrayBuffer>;
  };
  /** Makes the file that long, and lets go of it. */
  finish: { readonly takes: { readonly sizeBytes: number }; readonly gives: null };
  /** Lets go of it, as it is. */
  close: { readonly takes: object; readonly gives: null };
  /** Takes it away, open or not, and whether or not it is there. */
  remove: { readonly takes: object; readonly gives: null };
}

export type Operation = keyof Operations;
export type Takes<Name extends Operation> = Operations[Name]['takes'];
export type Gives<Name extends Operation> = Operations[Name]['gives'];

/** What the page asks. `key` is of letters, digits, `-` and `_`. */
export type StagingRequest = {
  [Name in Operation]: { readonly id: number; readonly key: string; readonly operation: Name } & Takes<Name>;
}[Operation];

/** What the worker answers. */
export type StagingAnswer = { readonly id: number } & (
  | { readonly value: Gives<Operation> }
  /** Of a `DOMException`, or whatever else was thrown. */
  | { readonly error: { readonly name: string; readonly message: string } }
);
