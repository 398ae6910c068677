import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHello, decodeProof, encodeHello, encodeProof } from './handshake-frame.ts';
import { codeOf } from './testing/code-of.ts';

const nonce = Uint8Array.from({ length: 32 }, (_, index) => index);

describe('handshake frames', () => {
  it('carry the nonce and the tag', () => {
    expect(decodeHello(encodeHello('customer', nonce).buffer, 'customer')).toEqual(nonce);
    expect(decodeProof(encodeProof(nonce).buffer)).toEqual(nonce);
  });

  it('are laid out as docs/protocol.md says', () => {
    expect([...encodeHello('technician', nonce).slice(0, 4)]).toEqual([1, 1, 1, 0]);
    expect([...encodeHello('customer', nonce).slice(0, 4)]).toEqual([1, 1, 2, 0]);
    expect([...encodeProof(nonce).slice(0, 2)]).toEqual([2, 0]);
  });

  it('of one’s own role are refused, so that none can be sent back', () => {
    expect(codeOf(() => decodeHello(encodeHello('customer', nonce).buffer, 'technician'))).toBe(
      'proof-failed',
    );
  });

  it('of another version say so', () => {
    const frame = encodeHello('customer', nonce);
    frame[1] = 2;
    expect(codeOf(() => decodeHello(frame.buffer, 'customer'))).toBe('version-mismatch');
  });

  it('that are anything else are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const frame = Uint8Array.from(bytes).buffer;
        expect(['proof-failed', 'version-mismatch', 'no error']).toContain(
          codeOf(() => decodeHello(frame, 'customer')),
        );
        if (bytes.length !== 33 || bytes[0] !== 2)
          expect(codeOf(() => decodeProof(frame))).toBe('proof-failed');
      }),
    );
    for (const frame of ['text', null, undefined, {}, new Uint8Array(35)]) {
      expect(codeOf(() => decodeHello(frame, 'customer'))).toBe('proof-failed');
      expect(codeOf(() => decodeProof(frame))).toBe('proof-failed');
    }
  });
});
