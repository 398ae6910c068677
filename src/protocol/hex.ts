// Bytes as text, two hexadecimal digits each.

/** Lower-case digits, as `sha256sum` prints them. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
