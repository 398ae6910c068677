// A small network on this machine: a namespace for each side's browser, two ways between the two, and what can
// go wrong on them. The run as a whole has a network of its own (scripts/test-faults.mjs), so names never collide
// and everything is gone with it.
//
//   customer ──10.77.1.0/24── this namespace, where the server is ──10.77.2.0/24── technician
//   customer ────────────────────────────10.77.3.0/24───────────────────────────── technician

import { execFileSync } from 'node:child_process';
import { pause } from './pause.ts';

export const SIDES = ['customer', 'technician'] as const;
export type Side = (typeof SIDES)[number];

/** Where the server listens; both namespaces reach it through their link to this one. */
export const SERVER_ADDRESS = '10.77.0.1';

/** As a good line at home, and slow enough that a file is under way for some time. */
const USUAL_RATE = '30mbit';

/** The ends of a side's links inside its namespace: to the server, and straight to the other side. */
const TO_SERVER = 'uplink';
const TO_OTHER = 'direct';

const SUBNET: Record<Side, number> = { customer: 1, technician: 2 };

/** Runs a program; throws with what it wrote to stderr. */
export function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function inside(side: Side, program: string, ...args: readonly string[]): string {
  return run('ip', 'netns', 'exec', side, program, ...args);
}

function addressOf(side: Side, link: typeof TO_SERVER | typeof TO_OTHER): string {
  return link === TO_SERVER ? `10.77.${SUBNET[side]}.2` : `10.77.3.${SUBNET[side]}`;
}

/** The address of this namespace on that side's link. */
export function gatewayOf(side: Side): string {
  return `10.77.${SUBNET[side]}.1`;
}

/** Both namespaces with their links. One at a time. */
export class Network {
  private constructor() {}

  static create(): Network {
    const network = new Network();
    network.remove();
    run('ip', 'link', 'set', 'lo', 'up');
    run('ip', 'address', 'replace', `${SERVER_ADDRESS}/32`, 'dev', 'lo');
    run('sysctl', '-q', '-w', 'net.ipv4.ip_forward=1');
    for (const side of SIDES) {
      run('ip', 'netns', 'add', side);
      // One address for each way: what is cut is cut.
      inside(side, 'sysctl', '-q', '-w', 'net.ipv6.conf.all.disable_ipv6=1');
      inside(side, 'ip', 'link', 'set', 'lo', 'up');
      run('ip', 'link', 'add', side, 'type', 'veth', 'peer', 'name', TO_SERVER, 'netns', side);
      run('ip', 'address', 'add', `${gatewayOf(side)}/24`, 'dev', side);
      run('ip', 'link', 'set', side, 'up');
      inside(side, 'ip', 'address', 'add', `${addressOf(side, TO_SERVER)}/24`, 'dev', TO_SERVER);
    }
    inside(
      'customer',
      ...['ip', 'link', 'add', TO_OTHER, 'type', 'veth', 'peer', 'name', TO_OTHER, 'netns', 'technician'],
    );
    for (const side of SIDES) {
      inside(side, 'ip', 'address', 'add', `${addressOf(side, TO_OTHER)}/24`, 'dev', TO_OTHER);
      network.restore(side);
    }
    network.limitRate(USUAL_RATE);
    return network;
  }

  remove(): void {
    run('iptables', '-F');
    const names = run('ip', 'netns', 'list');
    for (const side of SIDES) {
      if (names.includes(side)) run('ip', 'netns', 'delete', side);
      // The links go with the namespace, but not at once.
      if (run('ip', '-o', 'link').includes(` ${side}@`)) {
        try {
          run('ip', 'link', 'delete', side);
        } catch {
          // It went in this very moment.
        }
      }
    }
  }

  /** Takes both links of a side down, as Wi-Fi that is gone. */
  cut(side: Side): void {
    for (const link of [TO_SERVER, TO_OTHER]) inside(side, 'ip', 'link', 'set', link, 'down');
  }

  restore(side: Side): void {
    for (const link of [TO_SERVER, TO_OTHER]) inside(side, 'ip', 'link', 'set', link, 'up');
    inside(side, 'ip', 'route', 'replace', 'default', 'via', gatewayOf(side));
  }

  /** Every packet of a side is lost somewhere further on: its own links know nothing of it. */
  swallow(side: Side): void {
    inside(side, 'iptables', '-A', 'INPUT', '!', '-i', 'lo', '-j', 'DROP');
    inside(side, 'iptables', '-A', 'OUTPUT', '!', '-o', 'lo', '-j', 'DROP');
  }

  /** Which of the two ways media and data take at this moment. */
  async pathInUse(): Promise<'direct' | 'routed'> {
    const before = this.#receivedBytes();
    await pause(500);
    const after = this.#receivedBytes();
    return after.direct - before.direct > after.routed - before.routed ? 'direct' : 'routed';
  }

  #receivedBytes(): { direct: number; routed: number } {
    const table = inside('customer', 'cat', '/proc/net/dev');
    const bytesOf = (link: string) => Number(new RegExp(`${link}:\\s*(\\d+)`).exec(table)?.[1] ?? 0);
    return { direct: bytesOf(TO_OTHER), routed: bytesOf(TO_SERVER) };
  }

  /** Ends one of the two ways between the sides; the server stays within reach. */
  closePath(path: 'direct' | 'routed'): void {
    if (path === 'direct') inside('customer', 'ip', 'link', 'set', TO_OTHER, 'down');
    else run('iptables', '-A', 'FORWARD', '-j', 'DROP');
  }

  /** Nothing reaches the server any more, while what is between the two sides goes on. */
  cutServer(): void {
    run('iptables', '-A', 'INPUT', '!', '-i', 'lo', '-j', 'DROP');
  }

  /** Loses that share of what arrives at either side, by chance. */
  lose(share: number): void {
    for (const side of SIDES) {
      const chance = ['-m', 'statistic', '--mode', 'random', '--probability', String(share)];
      inside(side, 'iptables', '-A', 'INPUT', '!', '-i', 'lo', ...chance, '-j', 'DROP');
    }
  }

  /** Ends what `swallow`, `lose`, `cutServer` and `closePath('routed')` do. */
  letThrough(): void {
    run('iptables', '-F');
    for (const side of SIDES) inside(side, 'iptables', '-F');
  }

  /** Limits every link, in both directions; a rate as `tc` writes it. */
  limitRate(rate = USUAL_RATE): void {
    const limit = ['root', 'tbf', 'rate', rate, 'burst', '16kb', 'latency', '200ms'];
    for (const side of SIDES) {
      run('tc', 'qdisc', 'replace', 'dev', side, ...limit);
      for (const link of [TO_SERVER, TO_OTHER]) {
        inside(side, 'tc', 'qdisc', 'replace', 'dev', link, ...limit);
      }
    }
  }

  /**
   * Leaves one way between the sides: packets in UDP datagrams to `port` of their gateway, where a relay may pass
   * them on later than they came.
   */
  tunnel(port: number): void {
    for (const side of SIDES) {
      const target = ['remote', gatewayOf(side), 'dstport', String(port)];
      inside(side, 'ip', 'link', 'add', 'tunnel', 'type', 'vxlan', 'id', '7', ...target);
      inside(side, 'ip', 'address', 'add', `10.77.4.${SUBNET[side]}/24`, 'dev', 'tunnel');
      // A relay sees packets before a network card would have written their checksums.
      inside(side, 'ethtool', '-K', 'tunnel', 'tx', 'off');
      inside(side, 'ip', 'link', 'set', 'tunnel', 'up');
    }
    this.closePath('direct');
    this.closePath('routed');
  }

  /** Where a side's end of the tunnel listens. */
  tunnelEnd(side: Side): string {
    return addressOf(side, TO_SERVER);
  }

  /** Ids of the processes of a side's browser. */
  processesOf(side: Side): readonly number[] {
    return run('ip', 'netns', 'pids', side).split('\n').filter(Boolean).map(Number);
  }
}
