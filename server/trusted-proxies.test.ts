import { describe, expect, it } from 'vitest';
import { isTrustedProxy, parseTrustedProxies } from './trusted-proxies.ts';

describe('a list of trusted proxies', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1', '127.0.0.2'],
    ['10.0.0.0/8', '10.255.0.1', '11.0.0.1'],
    ['127.0.0.1, 10.0.0.0/8', '10.1.2.3', '192.168.0.1'],
    ['::1', '::1', '::2'],
    ['FD00::/8', 'fd12:3456::1', 'fe80::1'],
    ['fe80::/10', 'fe80::1%eth0', '2001:db8::1'],
  ])('of %s believes %s and not %s', (list, inside, outside) => {
    const proxies = parseTrustedProxies(list);
    if (proxies === null) throw new Error('refused');
    expect(isTrustedProxy(proxies, inside)).toBe(true);
    expect(isTrustedProxy(proxies, outside)).toBe(false);
  });

  it.each([
    'true',
    '',
    'localhost',
    '127.0.0.1,',
    '127.0.0.1;10.0.0.1',
    '10.0.0.0/33',
    'fd00::/129',
    '10.0.0.0/',
    '10.0.0/8',
    '0.0.0.0/0',
    '::/0',
    'fe80::1%eth0',
    Array(65).fill('127.0.0.1').join(','),
  ])('is not %j', (text) => {
    expect(parseTrustedProxies(text)).toBeNull();
  });
});
