// The parts of the toolbar as templates: the strip that says the fact, the buttons, the pill, a problem.

import { html, nothing, type TemplateResult } from 'lit';
import {
  Eye,
  EyeOff,
  Files,
  Flag,
  LoaderCircle,
  LogOut,
  MessageCircle,
  Minus,
  Move,
  OctagonX,
  Pause,
  PictureInPicture,
  PictureInPicture2,
  Play,
  RefreshCw,
  ScreenShareOff,
  X,
} from 'lucide';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import type { CustomerState } from '../../session/customer-session.ts';
import { transferActivity } from '../../session/transfer-selectors.ts';
import { filesActivityText } from '../files-activity-text.ts';
import { operatingSystem } from '../operating-system.ts';
import '../transfer-ring/transfer-ring.ts';
import type { Visibility } from '../visibility.ts';
import { stopShortcut, stopShortcutForAria } from './stop-shortcut-controller.ts';

const ICONS = { visible: Eye, hidden: EyeOff, reconnecting: LoaderCircle };

/** After these the technician may simply ask again. */
const ASK_AGAIN = new Set<ErrorCode>(['screen-picker-dismissed', 'screen-source-failed', 'screen-not-sent']);

export interface ToolbarHandlers {
  stopSharing(): void;
  togglePaused(): void;
  changeScreen(): void;
  toggleChat(): void;
  toggleFiles(): void;
  end(): void;
  stopAll(): void;
  report(): void;
  collapse(): void;
  setOnTop(isOnTop: boolean): void;
  drag(event: PointerEvent): void;
  toggleMoving(): void;
  stopMoving(): void;
  moveByKey(event: KeyboardEvent): void;
}

/** The fact, as a status. Collapsed, only a screen reader gets it here: the pill shows it. */
export function renderStrip(visibility: Visibility, sinceMs: number, isCollapsed: boolean): TemplateResult {
  return html`
    <div class=${isCollapsed ? 'visually-hidden' : 'strip'}>
      ${isCollapsed ? nothing : html`<deskside-icon .icon=${ICONS[visibility.kind]}></deskside-icon>`}
      <p role="status">${visibility.sentence}</p>
      ${isCollapsed ? nothing : html`<deskside-session-clock .sinceMs=${sinceMs}></deskside-session-clock>`}
    </div>
  `;
}

export interface PillView {
  readonly words: CustomerWords;
  readonly visibility: Visibility;
  readonly sinceMs: number;
  readonly unreadCount: number;
}

/** The whole toolbar as one button. */
export function renderPill(
  { words, visibility, sinceMs, unreadCount }: PillView,
  expand: () => void,
): TemplateResult {
  return html`
    <button type="button" class="pill" @click=${expand} title=${words.toolbar.expand}>
      <span class="visually-hidden">${words.toolbar.expand}</span>
      <deskside-icon .icon=${ICONS[visibility.kind]}></deskside-icon>
      <span>${visibility.short}</span>
      <deskside-session-clock .sinceMs=${sinceMs}></deskside-session-clock>
      ${renderUnread(words, unreadCount)}
    </button>
  `;
}

export interface ButtonsView {
  readonly words: CustomerWords;
  readonly state: CustomerState;
  readonly isMoving: boolean;
  readonly isFilesOpen: boolean;
  readonly canBeOnTop: boolean;
  readonly isOnTop: boolean;
}

/** Who is there, and the buttons. */
export function renderButtons(
  { words, state, isMoving, isFilesOpen, canBeOnTop, isOnTop }: ButtonsView,
  handlers: ToolbarHandlers,
): TemplateResult {
  const { toolbar } = words;
  const { technician, chat, screen } = state;
  return html`
    <div class="head" @pointerdown=${handlers.drag}>
      <deskside-avatar .name=${technician.name}></deskside-avatar>
      <div class="who">
        <p class="name" dir="auto">${technician.name}</p>
        ${technician.organisation === null ? nothing : html`<p class="organisation" dir="auto">${technician.organisation}</p>`}
      </div>
      ${canBeOnTop ? renderOnTop(words, isOnTop, handlers) : nothing}
      ${isOnTop ? nothing : renderPlacing(words, isMoving, handlers)}
    </div>
    <div class="actions">
      <button type="button" class="stop" ?disabled=${screen.phase !== 'sharing'} @click=${handlers.stopSharing}>
        <deskside-icon .icon=${ScreenShareOff}></deskside-icon>${toolbar.stopSharing}
      </button>
      ${screen.phase === 'sharing' ? renderSharing(words, screen.isPaused, handlers) : nothing}
      <button
        type="button"
        class="chat"
        aria-expanded=${chat.isOpen}
        aria-controls="chat"
        aria-label=${toolbar.chat}
        aria-describedby="unread"
        @click=${handlers.toggleChat}
      >
        <deskside-icon .icon=${MessageCircle}></deskside-icon>${toolbar.chat}
        ${renderUnread(words, chat.unreadCount)}
      </button>
      ${renderFiles(words, state, isFilesOpen, handlers)}
      <button type="button" class="danger" @click=${handlers.end}>
        <deskside-icon directional .icon=${LogOut}></deskside-icon>${toolbar.end}
      </button>
      <button
        type="button"
        class="danger stop-all"
        aria-describedby="shortcut"
        aria-keyshortcuts=${stopShortcutForAria()}
        @click=${handlers.stopAll}
      >
        <deskside-icon .icon=${OctagonX}></deskside-icon>${toolbar.stopAll}
      </button>
      <p id="shortcut" class="shortcut">${toolbar.stopAllHint(stopShortcut())}</p>
      <button type="button" class="quiet report" @click=${handlers.report}>
        <deskside-icon .icon=${Flag}></deskside-icon>${words.reportSession}
      </button>
    </div>
  `;
}

/** Into a window above the others, or back. */
function renderOnTop(
  { toolbar }: CustomerWords,
  isOnTop: boolean,
  handlers: ToolbarHandlers,
): TemplateResult {
  const name = isOnTop ? toolbar.putBack : toolbar.keepOnTop;
  return html`
    <button
      type="button"
      class="quiet icon-only on-top"
      aria-label=${name}
      title=${name}
      @click=${() => handlers.setOnTop(!isOnTop)}
    >
      <deskside-icon .icon=${isOnTop ? PictureInPicture : PictureInPicture2}></deskside-icon>
    </button>
  `;
}

/** Where it stands on the page. */
function renderPlacing(
  { toolbar }: CustomerWords,
  isMoving: boolean,
  handlers: ToolbarHandlers,
): TemplateResult {
  return html`
    <button
      type="button"
      class="quiet icon-only move"
      aria-label=${toolbar.move}
      title=${toolbar.move}
      aria-pressed=${isMoving}
      @click=${handlers.toggleMoving}
      @blur=${handlers.stopMoving}
      @keydown=${handlers.moveByKey}
    >
      <deskside-icon .icon=${Move}></deskside-icon>
    </button>
    <button
      type="button"
      class="quiet icon-only"
      aria-label=${toolbar.collapse}
      title=${toolbar.collapse}
      @click=${handlers.collapse}
    >
      <deskside-icon .icon=${Minus}></deskside-icon>
    </button>
  `;
}

/** The way to files, and how far those on their way are. */
function renderFiles(
  words: CustomerWords,
  { files, technician }: CustomerState,
  isOpen: boolean,
  handlers: ToolbarHandlers,
): TemplateResult {
  const activity = transferActivity(files);
  const description = filesActivityText(activity, words.files, words.language, technician.name);
  return html`
    <button
      type="button"
      class="files"
      aria-haspopup="menu"
      aria-expanded=${isOpen}
      aria-label=${words.files.menu.button}
      title=${words.files.menu.button}
      aria-describedby=${description === null ? nothing : 'files-activity'}
      @click=${handlers.toggleFiles}
    >
      ${
        activity.fraction === null
          ? html`<deskside-icon .icon=${Files}></deskside-icon>`
          : html`<deskside-transfer-ring .fraction=${activity.fraction}></deskside-transfer-ring>`
      }
      ${words.files.menu.short}
    </button>
    ${
      description === null
        ? nothing
        : html`<span id="files-activity" class="visually-hidden">${description}</span>`
    }
  `;
}

/** What can be done about what is shared, short of stopping. */
function renderSharing(
  { toolbar }: CustomerWords,
  isPaused: boolean,
  handlers: ToolbarHandlers,
): TemplateResult {
  const pause = isPaused ? toolbar.resume : toolbar.pause;
  return html`
    <button type="button" class="pause" aria-label=${pause.name} title=${pause.name} @click=${handlers.togglePaused}>
      <deskside-icon .icon=${isPaused ? Play : Pause}></deskside-icon>${pause.short}
    </button>
    <button
      type="button"
      class="change"
      aria-label=${toolbar.change.name}
      title=${toolbar.change.name}
      @click=${handlers.changeScreen}
    >
      <deskside-icon .icon=${RefreshCw}></deskside-icon>${toolbar.change.short}
    </button>
  `;
}

function renderUnread(words: CustomerWords, count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  return html`
    <span class="badge" aria-hidden="true">${count > 99 ? '99+' : count}</span>
    <span id="unread" class="visually-hidden">${words.toolbar.unread(count)}</span>
  `;
}

/** What to do next, as precisely as this page can say it. */
function nextStep(words: CustomerWords, code: ErrorCode, name: string, next: string): string {
  if (ASK_AGAIN.has(code)) return words.session.canAskAgain(name);
  if (code === 'screen-denied-by-system') return words.session.allowCapture[operatingSystem()];
  return next;
}

/** Something that did not work, small: the session goes on. */
export function renderProblem(
  words: CustomerWords,
  code: ErrorCode,
  name: string,
  dismiss: () => void,
): TemplateResult {
  const { what, next } = words.errors[code];
  return html`
    <div class="problem">
      <div>
        <p>${what} ${nextStep(words, code, name, next)}</p>
        <p class="code">${words.errorCode(code)}</p>
      </div>
      <button
        type="button"
        class="quiet icon-only"
        aria-label=${words.dismiss}
        title=${words.dismiss}
        @click=${dismiss}
      >
        <deskside-icon .icon=${X}></deskside-icon>
      </button>
    </div>
  `;
}
