import { describe, expect, it } from 'vitest';
import { codeOf } from './testing/code-of.ts';
import { parseWayIn } from './way-in.ts';

const ID = '0123456789'.repeat(3).concat('ab');
const LINK = `https://help.example/#1.${ID}.${'A'.repeat(43)}`;

describe('what is put into the field', () => {
  it.each([
    LINK,
    ` ${LINK}\n`,
    `#1.${ID}.${'A'.repeat(43)}`,
    `1.${ID}.${'A'.repeat(43)}`,
    `Hello, open this link: ${LINK} — or type 012-345-678.`,
    `Ticket #7: ${LINK}`,
  ])('is a link: %s', (text) => {
    expect(parseWayIn(text)).toEqual({ way: 'link', sessionId: ID, secret: new Uint8Array(32) });
  });

  it.each(['012345678', '012 345-678', 'Ticket #7, key 012.345.678', 'https is not it: 012-345-678'])(
    'is a key: %s',
    (text) => {
      expect(parseWayIn(text)).toEqual({ way: 'key', key: { routing: '0123', secret: '45678' } });
    },
  );

  it.each([
    [LINK.slice(0, -3), 'link-malformed'],
    ['https://help.example/', 'link-malformed'],
    [`#2.${ID}.${'A'.repeat(43)}`, 'version-mismatch'],
    ['hello', 'key-malformed'],
    ['12345', 'key-malformed'],
    ['', 'key-malformed'],
  ])('%s is %s', (text, code) => {
    expect(codeOf(() => parseWayIn(text))).toBe(code);
  });
});
