// A support session from the customer's side: join, share a screen when asked, chat, end.
// The customer's side decides what is shared; the technician's side is only told.

import type { SessionMessage } from '../protocol/control-message.ts';
import { DesksideError, type ErrorCode } from '../protocol/deskside-error.ts';
import type { TechnicianProfile } from '../protocol/session-api.ts';
import { EMPTY_CHAT } from './chat-state.ts';
import { IDLE } from './connection-state.ts';
import { customerEvents } from './customer-journal.ts';
import {
  CUSTOMER_SCREEN_OFF,
  type CustomerScreenEvent,
  type CustomerScreenState,
  nextCustomerScreenState,
} from './customer-screen-state.ts';
import type { JournalEvent } from './journal.ts';
import type { CapturedScreen, Connector } from './ports.ts';
import { ScreenSource } from './screen-source.ts';
import { isWanted } from './screen-visibility.ts';
import type { CommonSnapshot, CustomerSnapshot } from './session-snapshot.ts';
import { type SupportPorts, SupportSession, type SupportState } from './support-session.ts';
import { NO_TRANSFERS } from './transfer-state.ts';
import { nextViewerState, VIEWER_OFF, type ViewerEvent, type ViewerState } from './viewer-state.ts';

export interface CustomerState extends SupportState {
  readonly technician: TechnicianProfile;
  readonly canShareScreen: boolean;
  readonly screen: CustomerScreenState;
  /** The technician's screen, as it is shown here. */
  readonly viewer: ViewerState;
  readonly isToolbarCollapsed: boolean;
}

export interface CustomerPorts extends SupportPorts {
  readonly connector: Connector;
}

export class CustomerSession extends SupportSession<CustomerState> {
  readonly #ports: CustomerPorts;
  readonly #language: string;
  readonly #source: ScreenSource;
  /** The request that led to the present capture, if one did. */
  #agreedRequestId: string | null = null;

  /**
   * `language` is the BCP 47 tag that the page is shown in; the technician is told. With `snapshot` it is the session that
   * was kept, and begins with `returnToSession()`.
   */
  constructor(
    technician: TechnicianProfile,
    language: string,
    ports: CustomerPorts,
    snapshot: CustomerSnapshot | null = null,
  ) {
    const initial: CustomerState = {
      technician,
      canShareScreen: ports.capture.isSupported,
      connection: IDLE,
      chat: EMPTY_CHAT,
      files: NO_TRANSFERS,
      permissions: ports.permissions,
      keeping: null,
      journal: [],
      screen: snapshot?.screen ?? CUSTOMER_SCREEN_OFF,
      viewer: snapshot?.viewer ?? VIEWER_OFF,
      isToolbarCollapsed: snapshot?.isToolbarCollapsed ?? false,
    };
    super('customer', initial, ports, ports.connector, snapshot);
    this.#ports = ports;
    this.#language = language;
    this.#source = new ScreenSource({
      capture: ports.capture,
      connection: () => this.connection,
      take: (captured) => this.#take(captured),
      handleNotChosen: (code) => this.#handleNotChosen(code),
      handleChanged: ({ surface, showsThisPage }) => {
        this.#updateScreen({ type: 'changed', surface, showsThisPage });
        this.#announce();
      },
      handleEnded: () => this.#handleStopped(),
      handleNotSent: () => this.#handleNotSent(),
      isWanted: () => this.#isPictureWanted(),
      handleApplied: () => this.#announce(),
    });
  }

  /** Joins, or tries again after a failure. With `shareScreen` it must be called in the very click. */
  join(options: { readonly shareScreen: boolean }): void {
    const { phase } = this.state.value.connection;
    if (this.lifetime.aborted || (phase !== 'idle' && phase !== 'failed')) return;
    if (options.shareScreen) this.#startCapture();
    this.updateConnection({ type: 'step', step: 'server' });
    void this.#connect();
  }

  /** Goes back into the session that was kept. What was captured ended with the page that did. */
  returnToSession(): void {
    this.#updateScreen({ type: 'cut' });
    this.startReturning();
  }

  /** Answers the technician's request. *Yes* must be called in the very click. */
  answerScreenRequest(isAgreed: boolean): void {
    const { screen } = this.state.value;
    if (screen.phase !== 'requested') return;
    if (isAgreed) {
      this.#startCapture();
    } else {
      this.#updateScreen({ type: 'declined' });
      this.send({ type: 'screen-refused', requestId: screen.requestId, reason: 'declined' });
    }
  }

  /** Shares the screen of the customer's own will. Must be called in the very click. */
  shareScreen(): void {
    if (this.isInSession) this.#startCapture();
  }

  /** Stops sharing: the capture ends here first, then the technician is told. */
  stopSharing(): void {
    if (!this.#source.isCapturing) return;
    this.#source.stop();
    this.#handleStopped();
  }

  /** Closes the technician's screen, and the session goes on; or opens it again while it is there. */
  setViewerOpen(isOpen: boolean): void {
    const { viewer } = this.state.value;
    this.#updateViewer({ type: isOpen ? 'opened' : 'closed' });
    if (this.state.value.viewer !== viewer) this.send({ type: 'viewer', isOpen });
  }

  /** Holds the picture back, or lets it go on; the capture stays, so nothing has to be asked. */
  setPaused(isPaused: boolean): void {
    this.#updateScreen({ type: 'paused', isPaused });
    this.#source.apply();
  }

  /** Opens the picker to share something else instead. Must be called in the very click. */
  changeScreen(): void {
    const { screen } = this.state.value;
    if (screen.phase !== 'sharing' || screen.isChanging) return;
    this.#updateScreen({ type: 'change' });
    this.#source.choose();
  }

  /** Shows the toolbar whole, or as one pill. Unread messages open the chat when it comes back. */
  setToolbarCollapsed(isCollapsed: boolean): void {
    this.update({ isToolbarCollapsed: isCollapsed });
    if (isCollapsed) this.setChatOpen(false);
    else if (this.state.value.chat.unreadCount > 0) this.setChatOpen(true);
  }

  protected override get opensChatOnMessage(): boolean {
    return !this.state.value.isToolbarCollapsed;
  }

  protected override eventsBetween(previous: CustomerState, next: CustomerState): readonly JournalEvent[] {
    return customerEvents(previous, next);
  }

  protected override receive(message: SessionMessage): boolean {
    switch (message.type) {
      case 'screen-request':
        this.#handleRequest(message.requestId);
        return true;
      case 'screen-request-withdrawn':
        this.#updateScreen({ type: 'withdrawn', requestId: message.requestId });
        return true;
      case 'screen-view':
        this.#updateScreen({ type: 'view', isWatching: message.isWatching });
        this.#source.apply();
        return true;
      case 'own-screen':
        this.#handleOwnScreen(message.isShared);
        return true;
      default:
        return false;
    }
  }

  protected override release(): void {
    this.#source.stop();
    this.#updateScreen({ type: 'stopped' });
    this.#updateViewer({ type: 'stopped' });
  }

  protected override greet(isFirst: boolean): void {
    const { screen } = this.state.value;
    this.send({
      type: 'introduction',
      canShareScreen: this.#ports.capture.isSupported,
      language: this.#language,
    });
    // A capture that lives says so once the connection has it.
    if (this.#source.isCapturing) void this.#source.attach();
    else if (!isFirst && screen.phase !== 'choosing') this.send({ type: 'screen-state', sharing: null });
  }

  /** The technician's own capture ended with that page; what the technician says next goes on from there. */
  protected override handleOtherReloaded(): void {
    this.#updateViewer({ type: 'stopped' });
  }

  protected override snapshotOf(common: CommonSnapshot, state: CustomerState): CustomerSnapshot {
    const { technician, screen, viewer, isToolbarCollapsed } = state;
    return { ...common, role: 'customer', technician, screen, viewer, isToolbarCollapsed };
  }

  async #connect(): Promise<void> {
    try {
      const connection = await this.#ports.connector.connect(
        (step) => this.updateConnection({ type: 'step', step }),
        this.lifetime,
      );
      this.attach(connection);
    } catch (error) {
      if (this.lifetime.aborted) return;
      // Nobody is there to see it, so nothing may stay captured.
      this.#source.stop();
      this.#updateScreen({ type: 'stopped' });
      this.failConnecting(error);
    }
  }

  #handleRequest(requestId: string): void {
    if (!this.#ports.capture.isSupported) {
      this.send({ type: 'screen-refused', requestId, reason: 'unsupported' });
      return;
    }
    this.#updateScreen({ type: 'requested', requestId });
    // Already shared: the request crossed with the news.
    if (this.state.value.screen.phase === 'sharing') this.#announce();
  }

  /** The technician shows their screen, which opens the viewer, or does no longer. */
  #handleOwnScreen(isShared: boolean): void {
    if (!this.#ports.permissions.technicianScreen) throw new DesksideError('not-permitted');
    this.#updateViewer({ type: isShared ? 'started' : 'stopped' });
    if (isShared) this.send({ type: 'viewer', isOpen: this.state.value.viewer.phase === 'open' });
  }

  /** Runs up to the opening of the picker in the caller's task. */
  #startCapture(): void {
    const before = this.state.value.screen;
    this.#updateScreen({ type: 'choose' });
    const { screen } = this.state.value;
    if (screen !== before && screen.phase === 'choosing') this.#source.choose();
  }

  #take({ surface, showsThisPage }: CapturedScreen): boolean {
    const { screen } = this.state.value;
    const isChange = screen.phase === 'sharing' && screen.isChanging;
    if (this.lifetime.aborted || (screen.phase !== 'choosing' && !isChange)) return false;
    if (screen.phase === 'choosing') this.#agreedRequestId = screen.requestId;
    this.#updateScreen({ type: 'captured', surface, showsThisPage });
    return true;
  }

  #handleNotChosen(code: ErrorCode): void {
    const { screen } = this.state.value;
    if (screen.phase !== 'choosing' && screen.phase !== 'sharing') return;
    this.#updateScreen({ type: 'capture-failed', code });
    if (screen.phase === 'choosing' && screen.requestId !== null) {
      const reason = code === 'screen-picker-dismissed' ? 'declined' : 'failed';
      this.send({ type: 'screen-refused', requestId: screen.requestId, reason });
    }
  }

  /** The capture is over, by our button or by the browser's own: the same in every respect. */
  #handleStopped(): void {
    this.#updateScreen({ type: 'stopped' });
    this.send({ type: 'screen-state', sharing: null });
  }

  #handleNotSent(): void {
    this.update({ screen: { phase: 'off', problem: 'screen-not-sent' } });
    this.send({ type: 'screen-state', sharing: null });
    if (this.#agreedRequestId !== null) {
      this.send({ type: 'screen-refused', requestId: this.#agreedRequestId, reason: 'failed' });
    }
  }

  #announce(): void {
    const { screen } = this.state.value;
    if (screen.phase !== 'sharing') return;
    this.send({
      type: 'screen-state',
      sharing: { surface: screen.surface, isPaused: screen.isPaused, isSending: isWanted(screen) },
    });
  }

  #isPictureWanted(): boolean {
    const { screen } = this.state.value;
    return screen.phase === 'sharing' && isWanted(screen);
  }

  #updateViewer(event: ViewerEvent): void {
    this.update({ viewer: nextViewerState(this.state.value.viewer, event) });
  }

  #updateScreen(event: CustomerScreenEvent): void {
    this.update({ screen: nextCustomerScreenState(this.state.value.screen, event) });
  }
}
