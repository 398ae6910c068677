// A support session from the technician's side: wait for the customer, ask for the screen, chat, end.

import type { SessionMessage } from '../protocol/control-message.ts';
import { errorCodeOf } from '../protocol/deskside-error.ts';
import { EMPTY_CHAT } from './chat-state.ts';
import { IDLE } from './connection-state.ts';
import type { JournalEvent } from './journal.ts';
import type { CapturedScreen, Connection, Listener, SupportKeys } from './ports.ts';
import { ScreenSource } from './screen-source.ts';
import type { CommonSnapshot, TechnicianSnapshot } from './session-snapshot.ts';
import {
  NO_SUPPORT_KEY,
  nextSupportKeyState,
  type SupportKeyEvent,
  type SupportKeyState,
} from './support-key-state.ts';
import { type SupportPorts, SupportSession, type SupportState } from './support-session.ts';
import { technicianEvents } from './technician-journal.ts';
import {
  nextTechnicianScreenState,
  TECHNICIAN_SCREEN_OFF,
  type TechnicianScreenEvent,
  type TechnicianScreenState,
} from './technician-screen-state.ts';
import { NO_TRANSFERS } from './transfer-state.ts';
import {
  isOwnScreenSeen,
  nextOwnScreenState,
  OWN_SCREEN_OFF,
  type OwnScreenEvent,
  type OwnScreenState,
} from './viewer-state.ts';

export interface TechnicianState extends SupportState {
  /** The link to give to the customer. It holds the session's secret. */
  readonly supportLink: string;
  /** The key to read out to the customer, which leads to the same session. */
  readonly supportKey: SupportKeyState;
  /** BCP 47 tag of the language that the customer's page is in; `null` before it said so. */
  readonly customerLanguage: string | null;
  readonly screen: TechnicianScreenState;
  /** This technician's own screen, as it is shown to the customer. */
  readonly ownScreen: OwnScreenState;
}

export interface TechnicianPorts extends SupportPorts {
  readonly listener: Listener;
  readonly keys: SupportKeys;
}

export class TechnicianSession extends SupportSession<TechnicianState> {
  readonly #ports: TechnicianPorts;
  readonly #source: ScreenSource;

  /** With `snapshot` it is the session that was kept, and begins with `returnToSession()`; its link is used up. */
  constructor(supportLink: string, ports: TechnicianPorts, snapshot: TechnicianSnapshot | null = null) {
    const initial: TechnicianState = {
      supportLink,
      supportKey: NO_SUPPORT_KEY,
      connection: IDLE,
      chat: { ...EMPTY_CHAT, isOpen: true },
      files: NO_TRANSFERS,
      permissions: ports.permissions,
      keeping: null,
      journal: [],
      customerLanguage: snapshot?.customerLanguage ?? null,
      screen: snapshot?.screen ?? TECHNICIAN_SCREEN_OFF,
      ownScreen: snapshot?.ownScreen ?? OWN_SCREEN_OFF,
    };
    super('technician', initial, ports, ports.listener, snapshot);
    this.#ports = ports;
    this.#source = new ScreenSource({
      capture: ports.capture,
      connection: () => this.connection,
      take: (captured) => this.#take(captured),
      handleNotChosen: (code) => this.#updateOwnScreen({ type: 'capture-failed', code }),
      handleChanged: ({ surface }) => this.#updateOwnScreen({ type: 'changed', surface }),
      handleEnded: () => this.#handleStopped(),
      handleNotSent: () => {
        this.#updateOwnScreen({ type: 'not-sent' });
        this.send({ type: 'own-screen', isShared: false });
      },
      isWanted: () => isOwnScreenSeen(this.state.value.ownScreen),
      handleApplied: () => {},
    });
  }

  /** Starts waiting for the customer, or tries again after a failure. */
  start(): void {
    const { phase } = this.state.value.connection;
    if (this.lifetime.aborted || (phase !== 'idle' && phase !== 'failed')) return;
    this.updateConnection({ type: 'step', step: 'server' });
    this.makeKey();
    void this.#accept();
  }

  /** Goes back into the session that was kept. What was captured ended with the page that did. */
  returnToSession(): void {
    this.#updateOwnScreen({ type: 'cut' });
    this.#updateKey({ type: 'closed' });
    this.startReturning();
  }

  /** Makes a support key where there is none and there can be one. The link does not depend on it. */
  makeKey(): void {
    this.#updateKey({ type: 'make' });
  }

  /** Asks the customer for their screen. */
  requestScreen(): void {
    if (!this.isInSession) return;
    const requestId = this.#ports.newId();
    this.#updateScreen({ type: 'request', requestId });
    const { screen } = this.state.value;
    if (screen.phase === 'requesting' && screen.requestId === requestId) {
      this.send({ type: 'screen-request', requestId });
    }
  }

  /** Takes an unanswered request back. */
  withdrawRequest(): void {
    const { screen } = this.state.value;
    if (screen.phase !== 'requesting') return;
    this.#updateScreen({ type: 'withdraw' });
    this.send({ type: 'screen-request-withdrawn', requestId: screen.requestId });
  }

  /** Stops or resumes viewing what the customer shares. */
  setWatching(isWatching: boolean): void {
    const { screen } = this.state.value;
    if (screen.phase !== 'shared' || screen.isWatching === isWatching) return;
    this.#updateScreen({ type: 'watch', isWatching });
    this.send({ type: 'screen-view', isWatching });
  }

  protected override eventsBetween(
    previous: TechnicianState,
    next: TechnicianState,
  ): readonly JournalEvent[] {
    return technicianEvents(previous, next);
  }

  /** Shows this technician's own screen to the customer. Must be called in the very click. */
  shareOwnScreen(): void {
    const { ownScreen, permissions } = this.state.value;
    if (!this.isInSession || !permissions.technicianScreen || ownScreen.phase !== 'off') return;
    this.#updateOwnScreen({ type: 'choose' });
    this.#source.choose();
  }

  /** Stops showing it: the capture ends here first, then the customer is told. */
  stopOwnScreen(): void {
    if (!this.#source.isCapturing) return;
    this.#source.stop();
    this.#handleStopped();
  }

  protected override receive(message: SessionMessage): boolean {
    switch (message.type) {
      case 'introduction':
        this.update({ customerLanguage: message.language });
        this.#updateScreen({ type: 'introduced', canShareScreen: message.canShareScreen });
        return true;
      case 'screen-refused':
        this.#updateScreen({ type: 'refused', requestId: message.requestId, reason: message.reason });
        return true;
      case 'screen-state':
        this.#updateScreen({ type: 'state', sharing: message.sharing });
        return true;
      case 'viewer':
        this.#updateOwnScreen({ type: 'viewer', isOpen: message.isOpen });
        this.#source.apply();
        return true;
      default:
        return false;
    }
  }

  protected override release(): void {
    this.#source.stop();
    this.#updateOwnScreen({ type: 'stopped' });
    this.#updateKey({ type: 'closed' });
    this.#updateScreen({ type: 'state', sharing: null });
  }

  protected override greet(isFirst: boolean): void {
    const { screen, ownScreen } = this.state.value;
    if (this.#source.isCapturing) void this.#source.attach();
    if (isFirst) return;
    this.send({ type: 'own-screen', isShared: ownScreen.phase === 'sharing' });
    if (screen.phase === 'shared') this.send({ type: 'screen-view', isWatching: screen.isWatching });
  }

  protected override handleOtherReloaded(): void {
    this.#updateScreen({ type: 'reloaded' });
  }

  protected override snapshotOf(common: CommonSnapshot, state: TechnicianState): TechnicianSnapshot {
    const { customerLanguage, screen, ownScreen } = state;
    return { ...common, role: 'technician', customerLanguage, screen, ownScreen };
  }

  async #accept(): Promise<void> {
    let connection: Connection;
    try {
      connection = await this.#ports.listener.accept(
        {
          onReady: () => this.updateConnection({ type: 'listen' }),
          onStep: (step) => this.updateConnection({ type: 'step', step }),
          onRefused: (code) => this.updateConnection({ type: 'attempt-refused', code }),
          currentKey: () => {
            const { supportKey } = this.state.value;
            return supportKey.phase === 'ready' ? supportKey.key : null;
          },
          onWrongKey: (key) => this.#updateKey({ type: 'wrong', key }),
        },
        this.lifetime,
      );
    } catch (error) {
      if (!this.lifetime.aborted) this.failConnecting(error);
      return;
    }
    this.attach(connection);
    if (this.lifetime.aborted) return;
    this.#updateKey({ type: 'closed' });
    void this.#ports.record.markJoined();
  }

  #take({ surface }: CapturedScreen): boolean {
    if (this.lifetime.aborted || this.state.value.ownScreen.phase !== 'choosing') return false;
    this.#updateOwnScreen({ type: 'captured', surface });
    // The customer's viewer opens, and its answer lets the picture flow.
    this.send({ type: 'own-screen', isShared: true });
    return true;
  }

  /** The capture is over, by our button or by the browser's own. */
  #handleStopped(): void {
    this.#updateOwnScreen({ type: 'stopped' });
    this.send({ type: 'own-screen', isShared: false });
  }

  #updateOwnScreen(event: OwnScreenEvent): void {
    this.update({ ownScreen: nextOwnScreenState(this.state.value.ownScreen, event) });
  }

  #updateKey(event: SupportKeyEvent): void {
    const before = this.state.value.supportKey;
    const supportKey = nextSupportKeyState(before, event);
    this.update({ supportKey });
    if (supportKey.phase !== 'making' || before.phase === 'making') return;
    this.#ports.keys.make().then(
      (key) => this.#updateKey({ type: 'made', key }),
      (error: unknown) => this.#updateKey({ type: 'failed', code: errorCodeOf(error, 'server-unreachable') }),
    );
  }

  #updateScreen(event: TechnicianScreenEvent): void {
    this.update({ screen: nextTechnicianScreenState(this.state.value.screen, event) });
  }
}
