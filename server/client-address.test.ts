import { BlockList } from 'node:net';
import { describe, expect, it } from 'vitest';
import { addressForLog, clientAddress, isFromTrustedProxy, limiterKey } from './client-address.ts';
import { proxies } from './testing/test-config.ts';

describe('clientAddress', () => {
  const nobody = new BlockList();
  const trusted = proxies('127.0.0.1, 10.0.0.0/8, fd00::/8');

  it("is the socket's address, whatever a client claims", () => {
    expect(clientAddress('203.0.113.9', '198.51.100.1', nobody)).toBe('203.0.113.9');
    expect(clientAddress('203.0.113.9', '198.51.100.1', trusted)).toBe('203.0.113.9');
  });

  it.each([
    ['one trusted proxy', '127.0.0.1', '198.51.100.1'],
    ['one, after what the client made up', '127.0.0.1', '192.0.2.1, 10.0.0.1, 198.51.100.1'],
    ['two', '127.0.0.1', '192.0.2.1,198.51.100.1,10.0.0.7'],
    ['one that listens on IPv6 sockets', '::ffff:10.0.0.7', '198.51.100.1'],
    ['one by IPv6', 'fd00::7', '198.51.100.1'],
  ])('is the nearest one that nobody vouches for, behind %s', (_what, socketAddress, forwardedFor) => {
    expect(clientAddress(socketAddress, forwardedFor, trusted)).toBe('198.51.100.1');
  });

  it('is the farthest proxy where all of them are trusted', () => {
    expect(clientAddress('127.0.0.1', '10.0.0.2, 10.0.0.1', trusted)).toBe('10.0.0.2');
  });

  it.each([undefined, '', 'unknown', '198.51.100.1, <script>'])(
    "is the socket's address where a trusted proxy says %j",
    (forwardedFor) => {
      expect(clientAddress('127.0.0.1', forwardedFor, trusted)).toBe('127.0.0.1');
    },
  );

  it('writes an IPv4 address in one way', () => {
    expect(clientAddress('::ffff:203.0.113.9', undefined, nobody)).toBe('203.0.113.9');
  });

  it('is unknown where there is none', () => {
    expect(clientAddress(undefined, '198.51.100.1', trusted)).toBe('unknown');
  });
});

describe('isFromTrustedProxy', () => {
  it.each([
    ['127.0.0.1', true],
    ['::ffff:127.0.0.1', true],
    ['203.0.113.9', false],
    [undefined, false],
  ])('for a connection from %s is %s', (socketAddress, expected) => {
    expect(isFromTrustedProxy(socketAddress, proxies('127.0.0.1'))).toBe(expected);
  });
});

describe('limiterKey', () => {
  it('is the whole of an IPv4 address', () => {
    expect(limiterKey('203.0.113.9')).toBe('203.0.113.9');
  });

  it('is the same for all of one IPv6 /64', () => {
    expect(limiterKey('2001:db8:1:2::9')).toBe('2001:db8:1:2::/64');
    expect(limiterKey('2001:DB8:1:2:ffff:0:0:1')).toBe('2001:db8:1:2::/64');
    expect(limiterKey('2001:db8::9')).toBe('2001:db8:0:0::/64');
    expect(limiterKey('::1')).toBe('0:0:0:0::/64');
    expect(limiterKey('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  });
});

describe('addressForLog', () => {
  it.each([
    ['203.0.113.9', '203.0.113.0/24'],
    ['2001:db8:1:2::9', '2001:db8:1::/48'],
    ['unknown', 'unknown'],
    ['made up', 'unknown'],
  ])('writes %j as %j', (address, expected) => {
    expect(addressForLog(address)).toBe(expected);
  });
});
