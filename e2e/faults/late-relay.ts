// Passes the two sides' tunnelled packets on, later than they came: a small relay of UDP datagrams, because this
// kernel may not know how to delay.

import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { gatewayOf, type Network, SIDES } from './network.ts';

const PORT = 4800;

export class LateRelay {
  /** How much later each datagram is passed on, in ms. */
  delayMs = 0;
  readonly #sockets: readonly Socket[];

  private constructor(sockets: readonly Socket[]) {
    this.#sockets = sockets;
  }

  /** Puts it between the sides as the only way there is. */
  static async start(network: Network): Promise<LateRelay> {
    network.tunnel(PORT);
    const sockets = SIDES.map(() => createSocket('udp4'));
    const relay = new LateRelay(sockets);
    for (const [index, side] of SIDES.entries()) {
      const other = SIDES[1 - index];
      const [from, to] = [sockets[index], sockets[1 - index]];
      if (other === undefined || from === undefined || to === undefined)
        throw new Error('there are two sides');
      from.bind(PORT, gatewayOf(side));
      await once(from, 'listening');
      const target = network.tunnelEnd(other);
      from.on('message', (datagram) => {
        setTimeout(() => to.send(datagram, PORT, target), relay.delayMs);
      });
    }
    return relay;
  }

  stop(): void {
    for (const socket of this.#sockets) socket.close();
  }
}
