import { describe, expect, it } from 'vitest';
import { addressForLog, clientAddress, limiterKey } from './client-address.ts';

describe('clientAddress', () => {
  it("is the socket's address, whatever a client claims", () => {
    expect(clientAddress('203.0.113.9', '198.51.100.1', false)).toBe('203.0.113.9');
  });

  it('is the last hop of X-Forwarded-For behind a trusted proxy', () => {
    expect(clientAddress('127.0.0.1', '10.0.0.1, 198.51.100.1', true)).toBe('198.51.100.1');
  });

  it.each([undefined, '', 'unknown', '198.51.100.1, <script>'])(
    "is the socket's address where a trusted proxy says %j",
    (forwardedFor) => {
      expect(clientAddress('127.0.0.1', forwardedFor, true)).toBe('127.0.0.1');
    },
  );

  it('writes an IPv4 address in one way', () => {
    expect(clientAddress('::ffff:203.0.113.9', undefined, false)).toBe('203.0.113.9');
  });

  it('is unknown where there is none', () => {
    expect(clientAddress(undefined, undefined, true)).toBe('unknown');
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
