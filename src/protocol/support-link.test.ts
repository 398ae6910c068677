import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { formatSupportLink, parseSupportLink } from './support-link.ts';
import { codeOf } from './testing/code-of.ts';

const sessionId = '00112233445566778899aabbccddeeff';
const secret = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
const link = formatSupportLink('https://help.example/', { sessionId, secret });

describe('a support link', () => {
  it('comes back as it was written, whatever the secret', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const written = formatSupportLink('https://help.example/?lang=en#old', {
          sessionId,
          secret: Uint8Array.from(bytes),
        });
        expect(parseSupportLink(written)).toEqual({ sessionId, secret: Uint8Array.from(bytes) });
      }),
    );
  });

  it('keeps everything secret behind the #', () => {
    const [page, fragment] = link.split('#');
    expect(page).toBe('https://help.example/');
    expect(fragment).toBe(`1.${sessionId}.${encodeBase64url(secret)}`);
  });

  it('is read with spaces around it, or as the bare fragment', () => {
    expect(parseSupportLink(`  ${link}\n`).sessionId).toBe(sessionId);
    expect(parseSupportLink(link.slice(link.indexOf('#') + 1)).sessionId).toBe(sessionId);
  });

  it.each([
    ['cut short', link.slice(0, -1)],
    ['with something behind it', `${link}A`],
    ['without its secret', link.slice(0, link.lastIndexOf('.'))],
    ['with a foreign character', `${link.slice(0, -1)}!`],
    ['with a session id in capitals', link.replace('aabb', 'AABB')],
    ['some other address', 'https://help.example/page#section'],
    ['nothing', ''],
  ])('is refused when it is %s', (_, text) => {
    expect(codeOf(() => parseSupportLink(text))).toBe('link-malformed');
  });

  it('of another version says so', () => {
    expect(codeOf(() => parseSupportLink(link.replace('#1.', '#2.')))).toBe('version-mismatch');
  });

  it('never makes the reader throw anything but its own errors', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['link-malformed', 'version-mismatch']).toContain(codeOf(() => parseSupportLink(text)));
      }),
    );
  });
});

describe('base64url', () => {
  it('agrees with an independent implementation', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url');
        expect(encodeBase64url(bytes)).toBe(text);
        expect(decodeBase64url(text)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it.each(['A', 'AB==', 'A+', 'A/', 'AB', 'ABC', 'Á'])(
    'refuses %j, which it would not have written',
    (text) => {
      expect(decodeBase64url(text)).toBeNull();
    },
  );
});
