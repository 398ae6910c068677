// Where a request came from: the address behind trusted proxies, the key under which an address is limited,
// and the little of it that may stand in a log.

import { type BlockList, isIP } from 'node:net';
import { isTrustedProxy } from './trusted-proxies.ts';

/** What is said of a request whose address is not known. */
const UNKNOWN = 'unknown';

/**
 * The client's address. X-Forwarded-For is walked from its end, where the nearest proxy wrote, for as long as it was
 * a trusted one that wrote: what stands before that is the client's own words.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: BlockList,
): string {
  const hops = (forwardedFor ?? '').split(',').reverse();
  let address = plainAddress(socketAddress);
  for (const hop of hops) {
    if (address === null || !isTrustedProxy(trustedProxies, address)) break;
    const before = plainAddress(hop.trim());
    // What is no address tells nothing, so the proxy that passed it on answers for it.
    if (before === null) break;
    address = before;
  }
  return address ?? UNKNOWN;
}

/** Whether this request's connection comes from a trusted proxy. */
export function isFromTrustedProxy(socketAddress: string | undefined, trustedProxies: BlockList): boolean {
  const address = plainAddress(socketAddress);
  return address !== null && isTrustedProxy(trustedProxies, address);
}

/** What limits are counted by: an IPv4 address, or the /64 that one IPv6 customer usually has to themselves. */
export function limiterKey(address: string): string {
  return isIP(address) === 6 ? `${ipv6Groups(address).slice(0, 4).join(':')}::/64` : address;
}

/** An address with its last part taken away: IPv4 to /24, IPv6 to /48. */
export function addressForLog(address: string): string {
  if (isIP(address) === 6) return `${ipv6Groups(address).slice(0, 3).join(':')}::/48`;
  if (isIP(address) === 4) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  return UNKNOWN;
}

/** An address without the ways in which one IPv4 address can be written as IPv6; `null` when it is none. */
function plainAddress(text: string | undefined): string | null {
  if (text === undefined) return null;
  const address = text.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  return isIP(address) === 0 ? null : address;
}

/** The groups of a valid IPv6 address, written out. */
function ipv6Groups(address: string): string[] {
  const [bare = ''] = address.split('%');
  const [head = '', tail] = bare.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill('0'), ...right].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}
