import { describe, expect, it } from 'vitest';
import { linkify } from './linkify.ts';

/** The links in `text`, as they are shown. */
function linksIn(text: string): string[] {
  return linkify(text).flatMap((part) => (part.kind === 'link' ? [part.text] : []));
}

describe('linkify', () => {
  it('keeps every character of a text, in order', () => {
    const text = ' See https://example.org/a, (http://example.org/b) \n and that is all. ';
    expect(
      linkify(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  it('finds http and https, in any case', () => {
    expect(linksIn('http://a.example and HTTPS://B.example/x?y=1#z')).toEqual([
      'http://a.example',
      'HTTPS://B.example/x?y=1#z',
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://a.example',
    'www.a.example',
  ])('leaves “%s” as text', (text) => {
    expect(linkify(text)).toEqual([{ kind: 'text', text }]);
  });

  it.each([
    ['See https://a.example/help?a=1.', 'https://a.example/help?a=1'],
    ['Did you try https://a.example/x?!', 'https://a.example/x'],
    ['(https://a.example/x)', 'https://a.example/x'],
    ['https://a.example/wiki/Printer_(computing)', 'https://a.example/wiki/Printer_(computing)'],
    ['“https://a.example/x”, she said', 'https://a.example/x'],
    ['<https://a.example/x>', 'https://a.example/x'],
  ])('leaves the punctuation around it out: %s', (text, link) => {
    expect(linksIn(text)).toEqual([link]);
  });

  it('leaves an address with credentials as text, which only looks like another one', () => {
    expect(linksIn('https://bank.example@evil.example/')).toEqual([]);
  });

  it('leaves what is no address as text', () => {
    expect(linkify('https://')).toEqual([{ kind: 'text', text: 'https://' }]);
  });

  it('shows characters that turn the direction of text instead of obeying them', () => {
    expect(linkify('invoice\u202efdp.exe')).toEqual([{ kind: 'text', text: 'invoice\ufffdfdp.exe' }]);
    expect(linksIn('https://a.example/\u202egpj.exe')).toEqual(['https://a.example/']);
  });

  it('takes a long text without an address in short time', () => {
    const startedAtMs = performance.now();
    linkify('https://'.repeat(500));
    expect(performance.now() - startedAtMs).toBeLessThan(200);
  });
});
