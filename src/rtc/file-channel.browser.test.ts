// Files over real data channels: two peer connections in one page, and everything above them as it is.

import { afterEach, describe, expect, it } from 'vitest';
import type { FileMessage } from '../protocol/control-message.ts';
import { ALL_PERMITTED } from '../protocol/permissions.ts';
import type { Role } from '../protocol/role.ts';
import { checksumOf, FakeFile, fakeFilePorts, seededBytes } from '../session/file-ports.fake.ts';
import { FileTransfers } from '../session/file-transfers.ts';
import { FakeTimer } from '../session/timer.fake.ts';
import {
  NO_TRANSFERS,
  nextTransfersState,
  type TransferProgress,
  type TransfersState,
} from '../session/transfer-state.ts';
import { RtcFileChannel } from './file-channel.ts';

const MB = 1_000_000;
const open: RTCPeerConnection[] = [];

afterEach(() => {
  for (const pc of open.splice(0)) pc.close();
});

async function connectPeers(): Promise<[RTCPeerConnection, RTCPeerConnection]> {
  const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
  open.push(one, other);
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.addEventListener('icecandidate', ({ candidate }) => {
      if (to.signalingState !== 'closed') void to.addIceCandidate(candidate ?? undefined);
    });
  }
  const control = one.createDataChannel('control', { negotiated: true, id: 1 });
  other.createDataChannel('control', { negotiated: true, id: 1 });
  // Before anything can happen that opens it.
  const isOpen = new Promise((resolve) => control.addEventListener('open', resolve, { once: true }));
  await one.setLocalDescription();
  await other.setRemoteDescription(one.localDescription ?? { type: 'offer' });
  await other.setLocalDescription();
  await one.setRemoteDescription(other.localDescription ?? { type: 'answer' });
  await isOpen;
  return [one, other];
}

class Side {
  readonly channel: RtcFileChannel;
  readonly transfers: FileTransfers;
  readonly files = fakeFilePorts();
  state: TransfersState = NO_TRANSFERS;
  problem: string | null = null;
  other: Side | null = null;
  #onChange = () => {};

  constructor(role: Role, pc: RTCPeerConnection) {
    this.files.saver.answersYes = true;
    this.channel = new RtcFileChannel(pc, {
      onOpen: () => this.transfers.addLane(this.channel),
      onClosed: () => {
        this.problem = 'closed';
      },
      onViolation: ({ message }) => {
        this.problem = message;
      },
    });
    let nextId = 0;
    this.transfers = new FileTransfers(
      {
        role,
        clock: performance,
        timer: new FakeTimer(),
        newId: () => `${role}-${nextId++}`,
        files: this.files,
        permissions: ALL_PERMITTED,
        send: (message) => setTimeout(() => this.other?.handle(message)),
        dispatch: (event) => {
          this.state = nextTransfersState(this.state, event);
          this.#onChange();
        },
        transfers: () => this.state.transfers,
      },
      () => {
        this.problem = 'violation';
      },
    );
  }

  handle(message: FileMessage): void {
    this.transfers.handle(message);
    if (message.type === 'file-offer') this.transfers.answer(message.offerId, true);
  }

  /** Resolves with the progress of the first transfer of a direction, once `isWanted` says so. */
  progress(
    direction: 'incoming' | 'outgoing',
    isWanted: (progress: TransferProgress) => boolean,
  ): Promise<TransferProgress> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.state.transfers.find((transfer) => transfer.direction === direction);
        if (found !== undefined && isWanted(found.progress)) resolve(found.progress);
      };
      this.#onChange = look;
      look();
    });
  }
}

async function connectSides(): Promise<{ technician: Side; customer: Side; peers: RTCPeerConnection[] }> {
  const peers = await connectPeers();
  const technician = new Side('technician', peers[0]);
  const customer = new Side('customer', peers[1]);
  technician.other = customer;
  customer.other = technician;
  return { technician, customer, peers };
}

const isDone = ({ phase }: TransferProgress) => phase === 'done';

describe('files over a real connection', () => {
  it('arrive whole, 20 MB each way at the same time', async () => {
    const { technician, customer } = await connectSides();
    const [there, back] = [seededBytes(1, 20 * MB), seededBytes(2, 20 * MB)];
    technician.transfers.send([new FakeFile('there.bin', there)]);
    customer.transfers.send([new FakeFile('back.bin', back)]);
    expect(await technician.progress('outgoing', isDone)).toMatchObject({ checksum: checksumOf(there) });
    expect(await customer.progress('outgoing', isDone)).toMatchObject({ checksum: checksumOf(back) });
    expect(checksumOf(customer.files.saver.places[0]?.bytes ?? back)).toBe(checksumOf(there));
    expect(checksumOf(technician.files.saver.places[0]?.bytes ?? there)).toBe(checksumOf(back));
    expect([technician.problem, customer.problem]).toEqual([null, null]);
    // By which it is judged how many channels there should be: what came in counts as what went out does.
    for (const { channel } of [technician, customer]) {
      expect(channel.movedBytes).toBeGreaterThan(40 * MB);
      expect(channel.movedBytes).toBeLessThan(41 * MB);
    }
  });

  it('never fill the channel, nor read ahead of a disk that stands still', async () => {
    const { technician, customer, peers } = await connectSides();
    const file = new FakeFile('big.bin', seededBytes(3, 40 * MB));
    const readBytes: number[] = [];
    const { read } = file;
    file.read = (start, end) => {
      readBytes.push(end);
      return read.call(file, start, end);
    };
    let turn = () => {};
    const disk = new Promise<void>((resolve) => {
      turn = resolve;
    });
    customer.files.saver.answersYes = false;
    technician.transfers.send([file]);
    await customer.progress('incoming', ({ phase }) => phase === 'choosing');
    customer.files.saver.asked[0]?.settle('yes');
    const [place] = customer.files.saver.places;
    if (place !== undefined) place.disk = disk;
    // The channel is quiet when nothing more came for a while.
    const received = async () => {
      const stats = await peers[1]?.getStats();
      let bytes = 0;
      stats?.forEach((entry: { type: string; bytesReceived?: number; label?: string }) => {
        if (entry.type === 'data-channel' && entry.label === 'files') bytes = entry.bytesReceived ?? 0;
      });
      return bytes;
    };
    await expect.poll(received, { timeout: 10_000 }).toBeGreaterThan(20 * MB);
    await expect
      .poll(
        async () => {
          const before = await received();
          await new Promise((resolve) => setTimeout(resolve, 100));
          return (await received()) - before;
        },
        { timeout: 10_000 },
      )
      .toBe(0);
    expect(await received()).toBeLessThan(26 * MB);
    expect(Math.max(...readBytes)).toBeLessThan(27.5 * MB);
    turn();
    expect(await technician.progress('outgoing', isDone)).toMatchObject({ checksum: checksumOf(file.bytes) });
  });

  it.each(['technician', 'customer'] as const)(
    'stop when the %s cancels, and the next one goes',
    async (by) => {
      const sides = await connectSides();
      const { technician, customer } = sides;
      technician.transfers.send([new FakeFile('big.bin', seededBytes(4, 30 * MB))]);
      await technician.progress(
        'outgoing',
        (progress) => progress.phase === 'running' && progress.movedBytes > 5 * MB,
      );
      sides[by].transfers.cancel(sides[by].state.transfers[0]?.id ?? '');
      const isCancelled = ({ phase }: TransferProgress) => phase === 'cancelled';
      expect(await technician.progress('outgoing', isCancelled)).toEqual({ phase: 'cancelled', by });
      expect(await customer.progress('incoming', isCancelled)).toEqual({ phase: 'cancelled', by });
      await expect.poll(() => customer.files.saver.places[0]?.state).toBe('discarded');

      const next = seededBytes(5, 1 * MB);
      customer.transfers.send([new FakeFile('next.bin', next)]);
      expect(await customer.progress('outgoing', isDone)).toMatchObject({ checksum: checksumOf(next) });
      expect([technician.problem, customer.problem]).toEqual([null, null]);
    },
  );

  it('wait in the channel until somebody takes them', async () => {
    const [one, other] = await connectPeers();
    const handlers = { onOpen: () => {}, onClosed: () => {}, onViolation: () => {} };
    const [sending, receiving] = [new RtcFileChannel(one, handlers), new RtcFileChannel(other, handlers)];
    await sending.whenRoom();
    sending.send({ kind: 'written', fileNo: 7, blockNo: 1 });
    sending.send({ kind: 'again', fileNo: 8, blockNo: 1 });
    const kinds: string[] = [];
    await expect
      .poll(() => {
        receiving.onFrame(({ kind }) => kinds.push(kind));
        return kinds;
      })
      .toEqual(['written', 'again']);
  });

  it('that are no files are a violation, and nothing more is read', async () => {
    const [one, other] = await connectPeers();
    const problems: string[] = [];
    const frames: string[] = [];
    const receiving = new RtcFileChannel(other, {
      onOpen: () => {},
      onClosed: () => problems.push('closed'),
      onViolation: ({ code }) => problems.push(code),
    });
    receiving.onFrame(({ kind }) => frames.push(kind));
    const raw = one.createDataChannel('files', { negotiated: true, id: 0 });
    await new Promise((resolve) => raw.addEventListener('open', resolve, { once: true }));
    raw.send('text');
    raw.send(Uint8Array.of(0x12, 0, 0, 0, 1));
    await expect.poll(() => problems).toEqual(['protocol-violation']);
    one.close();
    await expect.poll(() => problems).toEqual(['protocol-violation', 'closed']);
    expect(frames).toEqual([]);
  });

  it('cannot be sent on a closed connection', async () => {
    const [one] = await connectPeers();
    const channel = new RtcFileChannel(one, { onOpen: () => {}, onClosed: () => {}, onViolation: () => {} });
    one.close();
    expect(channel.hasRoom).toBe(false);
    await expect(channel.whenRoom()).rejects.toMatchObject({ code: 'connection-lost' });
    expect(() => channel.send({ kind: 'written', fileNo: 1, blockNo: 1 })).toThrow(
      expect.objectContaining({ code: 'connection-lost' }),
    );
  });
});
