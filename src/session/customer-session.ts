// A support session from the customer's side: join, share a screen when asked, chat, end.
// The customer's side decides what is shared; the technician's side is only told.

import type { SessionMessage } from '../protocol/control-message.ts';
import { errorCodeOf } from '../protocol/deskside-error.ts';
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
import type { CapturedScreen, Connector, ScreenCapture } from './ports.ts';
import { type SupportPorts, SupportSession, type SupportState } from './support-session.ts';
import { NO_TRANSFERS } from './transfer-state.ts';
import { VIEWER_OFF, type ViewerState } from './viewer-state.ts';

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
  readonly capture: ScreenCapture;
}

/** Whether the technician sees the customer's screen at this moment. */
export function isScreenVisible({ connection, screen }: CustomerState): boolean {
  return connection.phase === 'connected' && screen.phase === 'sharing' && isWanted(screen);
}

/** Whether the picture flows while there is a connection. */
function isWanted({ isWatched, isPaused }: Extract<CustomerScreenState, { phase: 'sharing' }>): boolean {
  return isWatched && !isPaused;
}

/** Whether the technician can read along while the customer types in this page. */
export function isTypingVisible(state: CustomerState): boolean {
  return (
    isScreenVisible(state) &&
    state.screen.phase === 'sharing' &&
    (state.screen.surface === 'monitor' || state.screen.showsThisPage)
  );
}

export class CustomerSession extends SupportSession<CustomerState> {
  readonly #ports: CustomerPorts;
  readonly #language: string;
  #captured: CapturedScreen | null = null;
  /** The request that led to the present capture, if one did. */
  #agreedRequestId: string | null = null;

  /** `language` is the BCP 47 tag that the page is shown in; the technician is told. */
  constructor(technician: TechnicianProfile, language: string, ports: CustomerPorts) {
    const initial: CustomerState = {
      technician,
      canShareScreen: ports.capture.isSupported,
      connection: IDLE,
      chat: EMPTY_CHAT,
      files: NO_TRANSFERS,
      journal: [],
      screen: CUSTOMER_SCREEN_OFF,
      viewer: VIEWER_OFF,
      isToolbarCollapsed: false,
    };
    super('customer', initial, ports);
    this.#ports = ports;
    this.#language = language;
  }

  /** Joins, or tries again after a failure. With `shareScreen` it must be called in the very click. */
  join(options: { readonly shareScreen: boolean }): void {
    const { phase } = this.state.value.connection;
    if (this.lifetime.aborted || (phase !== 'idle' && phase !== 'failed')) return;
    if (options.shareScreen) this.#startCapture();
    this.updateConnection({ type: 'step', step: 'server' });
    void this.#connect();
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

  /** Stops sharing: the capture ends here first, then the technician is told. */
  stopSharing(): void {
    if (this.#captured === null) return;
    this.#captured.stop();
    this.#handleCaptureGone();
  }

  /** Holds the picture back, or lets it go on; the capture stays, so nothing has to be asked. */
  setPaused(isPaused: boolean): void {
    this.#updateScreen({ type: 'paused', isPaused });
    this.#reapplyPicture();
  }

  /** Opens the picker to share something else instead. Must be called in the very click. */
  changeScreen(): void {
    const { screen } = this.state.value;
    if (screen.phase !== 'sharing' || screen.isChanging) return;
    this.#updateScreen({ type: 'change' });
    this.#openPicker();
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
        this.#reapplyPicture();
        return true;
      default:
        return false;
    }
  }

  protected override release(): void {
    this.#captured?.stop();
    this.#captured = null;
    this.#updateScreen({ type: 'stopped' });
  }

  async #connect(): Promise<void> {
    try {
      const connection = await this.#ports.connector.connect(
        (step) => this.updateConnection({ type: 'step', step }),
        this.lifetime,
      );
      this.attach(connection);
      if (this.lifetime.aborted) return;
      this.send({
        type: 'introduction',
        canShareScreen: this.#ports.capture.isSupported,
        language: this.#language,
      });
      this.listen(connection);
      if (this.#captured !== null) await this.#attachScreen(this.#captured);
    } catch (error) {
      if (this.lifetime.aborted) return;
      // Nobody is there to see it, so nothing may stay captured.
      this.#captured?.stop();
      this.#captured = null;
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

  #reapplyPicture(): void {
    const captured = this.#captured;
    if (captured === null) return;
    this.#applyPicture(captured).catch(() => this.#giveUp(captured));
  }

  /** Runs up to the opening of the picker in the caller's task: a later one no longer counts as the click. */
  #startCapture(): void {
    this.#updateScreen({ type: 'choose' });
    if (this.state.value.screen.phase === 'choosing') this.#openPicker();
  }

  #openPicker(): void {
    this.#ports.capture.start().then(
      (captured) => void this.#handleCaptured(captured),
      (error: unknown) => this.#handleCaptureFailed(error),
    );
  }

  async #handleCaptured(captured: CapturedScreen): Promise<void> {
    const { screen } = this.state.value;
    const isChange = screen.phase === 'sharing' && screen.isChanging;
    if (this.lifetime.aborted || (screen.phase !== 'choosing' && !isChange)) {
      captured.stop();
      return;
    }
    // What was shared before ends at once, whatever becomes of what comes after it.
    this.#captured?.stop();
    this.#captured = captured;
    if (screen.phase === 'choosing') this.#agreedRequestId = screen.requestId;
    const { surface, showsThisPage } = captured;
    this.#updateScreen({ type: 'captured', surface, showsThisPage });
    captured.onEnded(() => {
      if (this.#captured === captured) this.#handleCaptureGone();
    });
    captured.onChange(() => {
      if (this.#captured !== captured) return;
      this.#updateScreen({
        type: 'changed',
        surface: captured.surface,
        showsThisPage: captured.showsThisPage,
      });
      this.#announce();
    });
    if (this.connection !== null) await this.#attachScreen(captured);
  }

  async #attachScreen(captured: CapturedScreen): Promise<void> {
    try {
      await this.connection?.setScreen(captured);
      if (this.#captured === captured) await this.#applyPicture(captured);
    } catch {
      this.#giveUp(captured);
    }
  }

  /** The connection would not take the picture: better no capture than one that nobody sees. */
  #giveUp(captured: CapturedScreen): void {
    if (this.#captured !== captured) return;
    captured.stop();
    this.#captured = null;
    this.update({ screen: { phase: 'off', problem: 'screen-not-sent' } });
    this.send({ type: 'screen-state', sharing: null });
    if (this.#agreedRequestId !== null) {
      this.send({ type: 'screen-refused', requestId: this.#agreedRequestId, reason: 'failed' });
    }
  }

  #handleCaptureFailed(error: unknown): void {
    const { screen } = this.state.value;
    if (screen.phase !== 'choosing' && screen.phase !== 'sharing') return;
    const code = errorCodeOf(error, 'screen-source-failed');
    this.#updateScreen({ type: 'capture-failed', code });
    if (screen.phase === 'choosing' && screen.requestId !== null) {
      const reason = code === 'screen-picker-dismissed' ? 'declined' : 'failed';
      this.send({ type: 'screen-refused', requestId: screen.requestId, reason });
    }
  }

  /** The capture is over, by our button or by the browser's own: the same in every respect. */
  #handleCaptureGone(): void {
    this.#captured = null;
    this.#updateScreen({ type: 'stopped' });
    this.send({ type: 'screen-state', sharing: null });
    this.connection?.setScreen(null).catch(() => {
      // The track has ended already; a connection that cannot drop it says so by closing.
    });
  }

  /** Makes the picture flow or not, as the state says, then tells the technician which it is. */
  async #applyPicture(captured: CapturedScreen): Promise<void> {
    const { screen } = this.state.value;
    if (screen.phase !== 'sharing') return;
    await this.connection?.sendPicture(isWanted(screen));
    if (this.#captured === captured) this.#announce();
  }

  #announce(): void {
    const { screen } = this.state.value;
    if (screen.phase !== 'sharing') return;
    this.send({
      type: 'screen-state',
      sharing: { surface: screen.surface, isPaused: screen.isPaused, isSending: isWanted(screen) },
    });
  }

  #updateScreen(event: CustomerScreenEvent): void {
    this.update({ screen: nextCustomerScreenState(this.state.value.screen, event) });
  }
}
