// Hands a file to the browser as a download.

/** Browsers look at the address when they begin; after so long they have, in ms. */
const ADDRESS_LIFETIME_MS = 60_000;

/** Downloads `file` under `name`, which must be a safe one. */
export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), ADDRESS_LIFETIME_MS);
}
