// A line between two browsers on this machine: a relay of UDP datagrams, which come later, or not at all, or not faster
// than the line allows. The pages are told of the relay's ports in place of each other's (line-pages.mjs). It is our own
// because not every kernel knows how to delay (`tc netem`), and a network of one's own takes root.

import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** What a datagram has on the line besides what the browser put into it: the headers of IP and UDP, in bytes. */
const HEADER_BYTES = 28;
/** A browser sends in bursts, and none of them may get lost before the line decides. */
const SOCKET_BUFFER_BYTES = 4 * 1024 * 1024;

/**
 * @typedef {object} LineConditions
 * @property {number} delayMs One way.
 * @property {number} [lossShare] Of the datagrams in each direction, by chance.
 * @property {number} [bytesPerSecond] In each direction.
 * @property {number} [queueBytes] How much may wait for its turn then; what comes on top is lost.
 */

/** Everything that goes one way, whatever ports it takes. What is late goes on by the millisecond. */
class Direction {
  #conditions;
  #random;
  #freeAtMs = 0;
  #waiting = [];
  #timer = null;

  constructor(conditions, seed) {
    this.#conditions = conditions;
    this.#random = randomNumbers(seed);
  }

  carry(datagram, pass) {
    const { delayMs, lossShare = 0, bytesPerSecond = Infinity, queueBytes = Infinity } = this.#conditions;
    if (lossShare > 0 && this.#random() < lossShare) return;
    const nowMs = performance.now();
    const waitMs = Math.max(0, this.#freeAtMs - nowMs);
    const lengthBytes = datagram.length + HEADER_BYTES;
    if (waitMs > 0 && (waitMs * bytesPerSecond) / 1000 + lengthBytes > queueBytes) return;
    this.#freeAtMs = nowMs + waitMs + (lengthBytes * 1000) / bytesPerSecond;
    // Nobody overtakes anybody, so the first that waits is always the next.
    this.#waiting.push({ dueAtMs: this.#freeAtMs + delayMs, datagram, pass });
    this.#timer ??= setTimeout(() => this.#passDue(), 1);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }

  #passDue() {
    const nowMs = performance.now();
    let count = 0;
    for (const { dueAtMs, datagram, pass } of this.#waiting) {
      if (dueAtMs > nowMs) break;
      count += 1;
      pass(datagram);
    }
    this.#waiting.splice(0, count);
    this.#timer = this.#waiting.length > 0 ? setTimeout(() => this.#passDue(), 1) : null;
  }
}

export class Line {
  /** One each way. */
  #directions;
  #sockets = new Set();
  /** By the side and address that a port of the line stands for. */
  #ports = new Map();

  /** @param {LineConditions} conditions */
  constructor(conditions) {
    this.#directions = [new Direction(conditions, 1), new Direction(conditions, 2)];
  }

  /**
   * The port, at the same host, by which one side (0 or 1) reaches that address of the other one over the line.
   *
   * @returns {Promise<number>}
   */
  portTo(side, host, port) {
    const key = `${side} ${host} ${port}`;
    const known = this.#ports.get(key) ?? this.#open(side, host, port);
    this.#ports.set(key, known);
    return known;
  }

  close() {
    for (const direction of this.#directions) direction.stop();
    for (const socket of this.#sockets) socket.close();
  }

  /** Whoever sends to the port gets a socket of its own, from which the other side sees it come and to which it answers. */
  async #open(side, host, port) {
    const front = this.#newSocket(host);
    const [there, back] = [this.#directions[side], this.#directions[1 - side]];
    const passers = new Map();
    front.on('message', (datagram, from) => {
      let pass = passers.get(from.port);
      if (pass === undefined) {
        const behind = this.#newSocket(host);
        behind.bind(0, host);
        const answer = (late) => this.#send(front, late, from.port, from.address);
        behind.on('message', (late) => back.carry(late, answer));
        pass = (late) => this.#send(behind, late, port, host);
        passers.set(from.port, pass);
      }
      there.carry(datagram, pass);
    });
    const listening = once(front, 'listening');
    front.bind(0, host);
    await listening;
    return front.address().port;
  }

  #newSocket(host) {
    const socket = createSocket({
      type: host.includes(':') ? 'udp6' : 'udp4',
      recvBufferSize: SOCKET_BUFFER_BYTES,
      sendBufferSize: SOCKET_BUFFER_BYTES,
      // They are addresses already, and looking each one up takes longer than passing a datagram on.
      lookup: (address, _, callback) => callback(null, address, address.includes(':') ? 6 : 4),
    });
    this.#sockets.add(socket);
    return socket;
  }

  #send(socket, datagram, port, host) {
    // A browser that has closed its socket meanwhile does not want it any more.
    if (this.#sockets.has(socket)) socket.send(datagram, port, host, () => {});
  }
}

/** The same numbers from 0 to below 1 each time (mulberry32), so that a run can be repeated. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
