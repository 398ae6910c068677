// Which reverse proxies are believed: addresses and CIDR ranges, named one by one. Nobody else's forwarding
// headers count, since anybody can write them.

import { BlockList, isIP } from 'node:net';

const MAX_RANGES = 64;

/** Reads a list such as `127.0.0.1, 10.0.0.0/8, fd00::/8`; `null` when something in it is neither. */
export function parseTrustedProxies(text: string): BlockList | null {
  const ranges = text.split(',').map((part) => part.trim());
  const proxies = new BlockList();
  return ranges.length <= MAX_RANGES && ranges.every((range) => add(proxies, range)) ? proxies : null;
}

/** @param address a valid one, IPv4 in its own form. */
export function isTrustedProxy(proxies: BlockList, address: string): boolean {
  return proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function add(proxies: BlockList, range: string): boolean {
  const [, address = '', prefix] = /^([0-9a-f:.]+)(?:\/(\d{1,3}))?$/i.exec(range) ?? [];
  const version = isIP(address);
  if (version === 0) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (prefix === undefined) {
    proxies.addAddress(address, family);
    return true;
  }
  const bits = Number(prefix);
  // A range of everybody would be a way to say "believe what strangers write".
  if (bits < 1 || bits > (version === 4 ? 32 : 128)) return false;
  proxies.addSubnet(address, bits, family);
  return true;
}
