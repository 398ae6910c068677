// Turns a shell's requests about files into calls on its session, and into the dialogs that they ask for. It lets
// none of them out.

import type { ReactiveController, ReactiveElement } from 'lit';
import { type ErrorCode, errorCodeOf } from '../../protocol/deskside-error.ts';
import type { SupportSession, SupportState } from '../../session/support-session.ts';
import { toOutgoingFile } from '../outgoing-file.ts';
import type { FileDialogs } from './file-dialogs.ts';

type FileSession = Pick<
  SupportSession<SupportState>,
  | 'sendFiles'
  | 'sendAgain'
  | 'answerOffer'
  | 'cancelTransfer'
  | 'pauseTransfer'
  | 'continueTransfer'
  | 'saveAgain'
>;

interface FileRequests {
  readonly 'deskside-choose-files-request': undefined;
  readonly 'deskside-view-files-request': undefined;
  readonly 'deskside-send-files-request': { readonly files: readonly File[] };
  readonly 'deskside-offer-answer': { readonly offerId: string; readonly isAccepted: boolean };
  readonly 'deskside-cancel-transfer-request': { readonly transferId: string };
  readonly 'deskside-send-again-request': { readonly transferId: string };
  readonly 'deskside-pause-transfer-request': { readonly transferId: string };
  readonly 'deskside-continue-transfer-request': { readonly transferId: string; readonly file: File | null };
  readonly 'deskside-save-again-request': { readonly transferId: string };
}

type Handlers = { readonly [Type in keyof FileRequests]: (detail: FileRequests[Type], event: Event) => void };

export class FileRequestsController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #session: () => FileSession | null;
  #listening: AbortController | null = null;
  #problem: ErrorCode | null = null;

  /** `session` is asked at each request. */
  constructor(host: ReactiveElement, session: () => FileSession | null) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  /** Why the files that were chosen last could not be offered. */
  get problem(): ErrorCode | null {
    return this.#problem;
  }

  /** Opens the dialog in which files are chosen. */
  readonly choose = (): void => this.#dialogs?.chooseFiles();

  /** Opens the list of transfers. */
  readonly view = (): void => this.#dialogs?.showTransfers();

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const type of Object.keys(this.#handlers) as (keyof FileRequests)[]) {
      this.#host.renderRoot.addEventListener(type, (event) => this.#handle(type, event), { signal });
    }
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  readonly #handlers: Handlers = {
    'deskside-choose-files-request': this.choose,
    'deskside-view-files-request': this.view,
    'deskside-send-files-request': ({ files }, event) => this.#send(files, event),
    // Still within the click: the browser asks where to save for nothing else.
    'deskside-offer-answer': ({ offerId, isAccepted }) => this.#session()?.answerOffer(offerId, isAccepted),
    'deskside-cancel-transfer-request': ({ transferId }) => this.#session()?.cancelTransfer(transferId),
    'deskside-send-again-request': ({ transferId }) => this.#sendAgain(transferId),
    'deskside-pause-transfer-request': ({ transferId }) => this.#session()?.pauseTransfer(transferId),
    'deskside-continue-transfer-request': ({ transferId, file }) =>
      this.#session()?.continueTransfer(transferId, file === null ? null : toOutgoingFile(file)),
    'deskside-save-again-request': ({ transferId }) => this.#session()?.saveAgain(transferId),
  };

  get #dialogs(): FileDialogs | null {
    return this.#host.renderRoot.querySelector('deskside-file-dialogs');
  }

  #handle<Type extends keyof FileRequests>(type: Type, event: Event): void {
    event.stopPropagation();
    this.#handlers[type]((event as CustomEvent<FileRequests[Type]>).detail, event);
  }

  /** What this page has no more, or may not be sent like that, is chosen. */
  #sendAgain(transferId: string): void {
    try {
      if (this.#session()?.sendAgain(transferId) === true) return;
      this.#problem = null;
    } catch (error) {
      this.#problem = errorCodeOf(error, 'message-not-sent');
    }
    this.choose();
    this.#host.requestUpdate();
  }

  #send(files: readonly File[], request: Event): void {
    try {
      this.#session()?.sendFiles(files.map(toOutgoingFile));
      this.#problem = null;
    } catch (error) {
      // The choice stays with whoever made it.
      request.preventDefault();
      this.#problem = errorCodeOf(error, 'message-not-sent');
    }
    this.#host.requestUpdate();
  }
}
