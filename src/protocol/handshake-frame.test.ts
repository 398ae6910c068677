import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHello, decodeProof, encodeHello, encodeProof, type Hello } from './handshake-frame.ts';
import { codeOf } from './testing/code-of.ts';

const nonce = Uint8Array.from({ length: 32 }, (_, index) => index);
const share = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const byLink: Hello = { way: 'link', nonce };
const byResume: Hello = { way: 'resume', nonce };
const byKey: Hello = { way: 'key', nonce, share };

describe('handshake frames', () => {
  it('carry the way in, the nonce, the share and the tag', () => {
    expect(decodeHello(encodeHello('customer', byLink).buffer, 'customer')).toEqual(byLink);
    expect(decodeHello(encodeHello('customer', byResume).buffer, 'customer')).toEqual(byResume);
    expect(decodeHello(encodeHello('technician', byKey).buffer, 'technician')).toEqual(byKey);
    expect(decodeProof(encodeProof(nonce).buffer)).toEqual(nonce);
  });

  it('are laid out as docs/protocol.md says', () => {
    expect([...encodeHello('technician', byLink).slice(0, 6)]).toEqual([1, 1, 1, 1, 0, 1]);
    expect([...encodeHello('customer', byResume).slice(0, 6)]).toEqual([1, 1, 2, 3, 0, 1]);
    expect([...encodeHello('customer', byKey).slice(0, 6)]).toEqual([1, 1, 2, 2, 0, 1]);
    expect([...encodeHello('customer', byKey).slice(36, 38)]).toEqual([255, 254]);
    expect([byLink, byKey].map((hello) => encodeHello('customer', hello).length)).toEqual([36, 68]);
    expect([...encodeProof(nonce).slice(0, 2)]).toEqual([2, 0]);
  });

  it('of one’s own role are refused, so that none can be sent back', () => {
    for (const hello of [byLink, byKey, byResume]) {
      expect(codeOf(() => decodeHello(encodeHello('customer', hello).buffer, 'technician'))).toBe(
        'proof-failed',
      );
    }
  });

  it('of another version say so', () => {
    const frame = encodeHello('customer', byLink);
    frame[1] = 2;
    expect(codeOf(() => decodeHello(frame.buffer, 'customer'))).toBe('version-mismatch');
  });

  it('whose way in and length do not agree are refused', () => {
    for (const hello of [byLink, byKey]) {
      // Link and resume are told apart by this byte alone, and by the secret behind them.
      for (const way of hello.way === 'key' ? [0, 1, 3, 4] : [0, 2, 4]) {
        const frame = encodeHello('customer', hello);
        frame[3] = way;
        expect(codeOf(() => decodeHello(frame.buffer, 'customer'))).toBe('proof-failed');
      }
    }
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
    for (const frame of ['text', null, undefined, {}, new Uint8Array(36)]) {
      expect(codeOf(() => decodeHello(frame, 'customer'))).toBe('proof-failed');
      expect(codeOf(() => decodeProof(frame))).toBe('proof-failed');
    }
  });
});
