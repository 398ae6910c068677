// Fakes of the session's ports for tests: a connection in two ends, a screen, a clock that stands still.

import type { DeliveryFrame, SessionMessage, Surface } from '../protocol/control-message.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import { ALL_PERMITTED } from '../protocol/permissions.ts';
import { FakeFileChannel, fakeFilePorts } from './file-ports.fake.ts';
import { FileTransfers } from './file-transfers.ts';
import type {
  CapturedScreen,
  Connection,
  ConnectionNews,
  Connector,
  ConnectStep,
  FileLaneEvents,
  Listener,
  ListenerEvents,
  RejoinEvents,
  Rejoining,
  ScreenCapture,
  SessionRecord,
} from './ports.ts';
import { FakeSupportKeys } from './support-keys.fake.ts';
import type { NewFileTransfers } from './support-session.ts';
import { FakeTimer } from './timer.fake.ts';

const FIRST_RESUME = { life: 'their-life', receivedNo: 0 };

/** One end of a connection. What it is given to send waits until the test delivers it. */
export class FakeConnection implements Connection {
  /** Every frame, and of them the messages. */
  readonly frames: DeliveryFrame[] = [];
  /** The present way of files. */
  files = new FakeFileChannel();
  screen: CapturedScreen | null = null;
  isSending = false;
  isClosed = false;
  /** Makes `setScreen` fail. */
  refusesScreens = false;
  #onFrame: ((frame: DeliveryFrame) => void) | null = null;
  #onNews: (news: ConnectionNews) => void = () => {};
  #fileEvents: FileLaneEvents | null = null;
  readonly #early: DeliveryFrame[] = [];
  #deliveredNo: number;

  /** The other side begins by saying what it has got; `null`: it says nothing by itself. */
  constructor(
    resume: Omit<Extract<DeliveryFrame, { type: 'resume' }>, 'type'> | null = FIRST_RESUME,
    deliveredNo = 0,
  ) {
    this.#deliveredNo = deliveredNo;
    if (resume !== null) this.#early.push({ type: 'resume', ...resume });
  }

  get sent(): readonly SessionMessage[] {
    return this.frames.flatMap((frame) =>
      frame.type === 'numbered' && frame.message !== null ? [frame.message] : [],
    );
  }

  send(frame: DeliveryFrame): void {
    if (this.isClosed) throw new DesksideError('message-not-sent');
    this.frames.push(frame);
  }

  onFrame(listener: (frame: DeliveryFrame) => void): void {
    this.#onFrame = listener;
    for (const frame of this.#early.splice(0)) listener(frame);
  }

  openFiles(events: FileLaneEvents): void {
    this.#fileEvents = events;
    events.onLane(this.files);
  }

  onNews(listener: (news: ConnectionNews) => void): void {
    this.#onNews = listener;
  }

  async setScreen(screen: CapturedScreen | null): Promise<void> {
    if (this.refusesScreens) throw new DesksideError('screen-not-sent');
    this.screen = screen;
    this.isSending = false;
  }

  async sendPicture(isSending: boolean): Promise<void> {
    this.isSending = isSending;
  }

  async close(farewell: DeliveryFrame | null): Promise<void> {
    if (farewell !== null && !this.isClosed) this.frames.push(farewell);
    this.isClosed = true;
  }

  /** A message of the other side comes in, under the next number. */
  deliver(message: SessionMessage): void {
    this.#deliveredNo += 1;
    this.deliverFrame({ type: 'numbered', no: this.#deliveredNo, message });
  }

  deliverFrame(frame: DeliveryFrame): void {
    if (this.#onFrame === null) this.#early.push(frame);
    else this.#onFrame(frame);
  }

  /** The way of files breaks. */
  breakFiles(): void {
    this.files.close();
    this.#fileEvents?.onLaneGone(this.files);
  }

  /** The transport changes. */
  change(news: ConnectionNews): void {
    if (news.status === 'closed') this.isClosed = true;
    this.#onNews(news);
  }

  /** Messages of one type that were sent. */
  sentOf<Type extends SessionMessage['type']>(type: Type): Extract<SessionMessage, { type: Type }>[] {
    return this.sent.filter(
      (message): message is Extract<SessionMessage, { type: Type }> => message.type === type,
    );
  }
}

/** A promise that the test settles. */
export class Settler<T> {
  resolve: (value: T) => void = () => {};
  reject: (error: unknown) => void = () => {};
  readonly promise = new Promise<T>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
}

/** The way back, driven by a test. */
class FakeRejoining implements Rejoining {
  rejoin: RejoinEvents | null = null;
  isRejoinWanted = false;
  isOver = false;

  startRejoining(events: RejoinEvents, signal: AbortSignal): void {
    this.rejoin = events;
    signal.addEventListener('abort', () => {
      this.isOver = true;
    });
  }

  setRejoinWanted(isWanted: boolean): void {
    this.isRejoinWanted = isWanted;
  }
}

export class FakeConnector extends FakeRejoining implements Connector {
  attempt = new Settler<Connection>();
  attempts = 0;
  onStep: (step: ConnectStep) => void = () => {};

  connect(onStep: (step: ConnectStep) => void, signal: AbortSignal): Promise<Connection> {
    this.attempts += 1;
    this.onStep = onStep;
    const attempt = new Settler<Connection>();
    this.attempt = attempt;
    signal.addEventListener('abort', () => attempt.reject(signal.reason), { once: true });
    return attempt.promise;
  }
}

export class FakeListener extends FakeRejoining implements Listener {
  readonly arrival = new Settler<Connection>();
  events: ListenerEvents | null = null;

  accept(events: ListenerEvents, signal: AbortSignal): Promise<Connection> {
    this.events = events;
    signal.addEventListener('abort', () => this.arrival.reject(signal.reason), { once: true });
    return this.arrival.promise;
  }
}

export class FakeScreen implements CapturedScreen {
  surface: Surface = 'monitor';
  showsThisPage = false;
  isStopped = false;
  #onChange = () => {};
  #onEnded = () => {};

  stop(): void {
    this.isStopped = true;
  }

  onChange(listener: () => void): void {
    this.#onChange = listener;
  }

  onEnded(listener: () => void): void {
    this.#onEnded = listener;
  }

  /** Another surface was chosen in the browser's own bar. */
  switchTo(surface: Surface, showsThisPage: boolean): void {
    this.surface = surface;
    this.showsThisPage = showsThisPage;
    this.#onChange();
  }

  /** The browser ended the capture. */
  endByBrowser(): void {
    this.isStopped = true;
    this.#onEnded();
  }
}

export class FakeCapture implements ScreenCapture {
  isSupported = true;
  picker = new Settler<CapturedScreen>();
  pickersOpened = 0;

  start(): Promise<CapturedScreen> {
    this.pickersOpened += 1;
    this.picker = new Settler<CapturedScreen>();
    return this.picker.promise;
  }
}

export class FakeRecord implements SessionRecord {
  readonly marks: string[] = [];

  async markJoined(): Promise<void> {
    this.marks.push('joined');
  }

  async markEnded(): Promise<void> {
    this.marks.push('ended');
  }
}

/** Ports that both sides need: a clock at one minute past the epoch, ids that count. */
export function fakeSupportPorts() {
  // The first one names the page as it was loaded.
  const ids = ['own-life'];
  let nextId = 0;
  const clock = { nowMs: 60_000, now: () => clock.nowMs };
  const files = fakeFilePorts();
  const newTransfers: NewFileTransfers = (desk, onViolation) =>
    new FileTransfers({ ...desk, files }, onViolation);
  return {
    clock,
    newId: () => ids.pop() ?? `id-${nextId++}`,
    timer: new FakeTimer(),
    keeping: null,
    record: new FakeRecord(),
    files,
    newTransfers,
    permissions: ALL_PERMITTED,
    capture: new FakeCapture(),
    keys: new FakeSupportKeys(),
  };
}
