// Fakes of the session's ports for tests: a connection in two ends, a screen, a clock that stands still.

import type { SessionMessage, Surface } from '../protocol/control-message.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import { FakeFileChannel, fakeFilePorts } from './file-ports.fake.ts';
import type {
  CapturedScreen,
  Connection,
  ConnectionNews,
  Connector,
  ConnectStep,
  Listener,
  ListenerEvents,
  ScreenCapture,
  SessionRecord,
} from './ports.ts';
import { FakeSupportKeys } from './support-keys.fake.ts';

/** One end of a connection. What it is given to send waits until the test delivers it. */
export class FakeConnection implements Connection {
  readonly sent: SessionMessage[] = [];
  readonly files = new FakeFileChannel();
  screen: CapturedScreen | null = null;
  isSending = false;
  isClosed = false;
  /** Makes `setScreen` fail. */
  refusesScreens = false;
  #onMessage: ((message: SessionMessage) => void) | null = null;
  #onNews: (news: ConnectionNews) => void = () => {};
  readonly #early: SessionMessage[] = [];

  send(message: SessionMessage): void {
    if (this.isClosed) throw new DesksideError('message-not-sent');
    this.sent.push(message);
  }

  onMessage(listener: (message: SessionMessage) => void): void {
    this.#onMessage = listener;
    for (const message of this.#early.splice(0)) listener(message);
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

  async close(farewell: SessionMessage | null): Promise<void> {
    if (farewell !== null && !this.isClosed) this.sent.push(farewell);
    this.isClosed = true;
  }

  /** A message of the other side comes in. */
  deliver(message: SessionMessage): void {
    if (this.#onMessage === null) this.#early.push(message);
    else this.#onMessage(message);
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

export class FakeConnector implements Connector {
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

export class FakeListener implements Listener {
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
  let nextId = 0;
  const clock = { nowMs: 60_000, now: () => clock.nowMs };
  return {
    clock,
    newId: () => `id-${nextId++}`,
    record: new FakeRecord(),
    files: fakeFilePorts(),
    capture: new FakeCapture(),
    keys: new FakeSupportKeys(),
  };
}
