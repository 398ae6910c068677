// Both sides' transfers in one test, connected to each other through fakes of their ports.

import { type FileMessage, isAboutFileNumbers } from '../protocol/control-message.ts';
import { ALL_PERMITTED } from '../protocol/permissions.ts';
import type { Role } from '../protocol/role.ts';
import { FakeFileChannel, fakeFilePorts } from './file-ports.fake.ts';
import { FileTransfers } from './file-transfers.ts';
import { FakeTimer } from './timer.fake.ts';
import type { TransferDesk } from './transfer-desk.ts';
import { NO_TRANSFERS, nextTransfersState, type Transfer, type TransfersState } from './transfer-state.ts';

export interface FakeSide {
  transfers: FileTransfers;
  /** Of both sides of a pair. */
  line: { reloads: number };
  reload(): void;
  /** The first of those that there are. */
  channel: FakeFileChannel;
  readonly files: ReturnType<typeof fakeFilePorts>;
  readonly clock: { nowMs: number; now(): number };
  readonly timer: FakeTimer;
  readonly sent: FileMessage[];
  /** What sending a message fails with. */
  failsSending: Error | null;
  isViolated: boolean;
  state: TransfersState;
  /** How often the state changed. */
  changes: number;
  phases(): string[];
  only(): Transfer;
}

/** One side, connected to nobody: the test plays the other one. */
export function fakeSide(
  role: Role,
  deliver: (message: FileMessage) => void = () => {},
  permissions = ALL_PERMITTED,
): FakeSide {
  const files = fakeFilePorts();
  const clock = { nowMs: 60_000, now: () => clock.nowMs };
  const timer = new FakeTimer();
  let nextId = 0;
  const side: Omit<FakeSide, 'transfers' | 'reload'> = {
    channel: new FakeFileChannel(),
    files,
    clock,
    timer,
    sent: [],
    line: { reloads: 0 },
    failsSending: null,
    isViolated: false,
    state: NO_TRANSFERS,
    changes: 0,
    phases: () => side.state.transfers.map(({ progress }) => progress.phase),
    only: () => {
      const [transfer] = side.state.transfers;
      if (transfer === undefined || side.state.transfers.length > 1) throw new RangeError('not one transfer');
      return transfer;
    },
  };
  const desk: TransferDesk = {
    role,
    clock,
    timer,
    newId: () => `${role}-${nextId++}`,
    files,
    permissions,
    send: (message) => {
      if (side.failsSending !== null) throw side.failsSending;
      side.sent.push(message);
      deliver(message);
    },
    dispatch: (event) => {
      side.state = nextTransfersState(side.state, event);
      side.changes += 1;
    },
    transfers: () => side.state.transfers,
  };
  const newTransfers = () =>
    new FileTransfers(desk, () => {
      side.isViolated = true;
    });
  const whole: FakeSide = Object.assign(side, {
    transfers: newTransfers(),
    reload: () => {
      // A page that dies says nothing, and its sinks hear nothing; what they had kept is there.
      for (const place of files.saver.places) if (place.state === 'open') void place.suspend();
      side.state = nextTransfersState(side.state, { type: 'reloaded' });
      whole.transfers = newTransfers();
    },
  });
  whole.transfers.addLane(side.channel);
  return whole;
}

/** A technician and a customer who hear everything that the other one says, a turn later. */
export function fakePair(): { technician: FakeSide; customer: FakeSide } {
  const line = { reloads: 0 };
  const later = (to: () => FakeSide) => (message: FileMessage) => {
    const { reloads } = line;
    void Promise.resolve().then(() => {
      // As `Delivery` does it: what is on its way to a page that goes, or from one, is not said again by its numbers.
      if (line.reloads === reloads || !isAboutFileNumbers(message)) to().transfers.handle(message);
    });
  };
  const technician = fakeSide(
    'technician',
    later(() => customer),
  );
  const customer: FakeSide = fakeSide(
    'customer',
    later(() => technician),
  );
  technician.line = line;
  customer.line = line;
  connect(technician, customer);
  return { technician, customer };
}

/** The channel between the two breaks: what is on its way is lost. */
export function breakChannel(...sides: readonly FakeSide[]): void {
  for (const { channel, transfers } of sides) {
    channel.close();
    transfers.removeLane(channel);
  }
}

/** There is another one. */
export function renewChannel(one: FakeSide, other: FakeSide): void {
  for (const side of [one, other]) side.channel = new FakeFileChannel();
  connect(one, other);
  for (const { transfers, channel } of [one, other]) transfers.addLane(channel);
}

/** One more channel, beside those that there are: its two ends. */
export function addChannel(one: FakeSide, other: FakeSide): [FakeFileChannel, FakeFileChannel] {
  const ends: [FakeFileChannel, FakeFileChannel] = [new FakeFileChannel(), new FakeFileChannel()];
  [ends[0].other, ends[1].other] = [ends[1], ends[0]];
  one.transfers.addLane(ends[0]);
  other.transfers.addLane(ends[1]);
  return ends;
}

function connect(one: FakeSide, other: FakeSide): void {
  one.channel.other = other.channel;
  other.channel.other = one.channel;
}

/** One side's page is loaded again: what the session keeps is there, what lived in the page is not. */
export function reloadPage(reloaded: FakeSide, other: FakeSide): void {
  breakChannel(reloaded, other);
  reloaded.line.reloads += 1;
  reloaded.reload();
  // As both sides hear of each other again.
  reloaded.transfers.tellLost();
  other.transfers.restart();
  renewChannel(reloaded, other);
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 2_000; turn++) await Promise.resolve();
}
