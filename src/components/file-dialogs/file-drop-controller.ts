// Files dropped or pasted anywhere on the page, so that nobody has to aim, and so that a browser never leaves the
// page to show what was dropped beside its target.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { filesIn, holdsFiles } from '../send-files-dialog/dropped-files.ts';

export interface FileDropHandlers {
  /** Whether files are welcome now. Where they are not, a drop does nothing at all. */
  isActive(): boolean;
  /** Files came; those of folders may take a moment. */
  receive(files: Promise<File[]>): void;
}

export class FileDropController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #handlers: FileDropHandlers;
  #listening: AbortController | null = null;
  #isOver = false;

  constructor(host: ReactiveControllerHost & HTMLElement, handlers: FileDropHandlers) {
    this.#host = host;
    this.#handlers = handlers;
    host.addController(this);
  }

  /** Whether files are being dragged over the page. */
  get isOver(): boolean {
    return this.#isOver;
  }

  hostConnected(): void {
    const view = this.#host.ownerDocument.defaultView;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    view?.addEventListener('dragenter', this.#handleOver, { signal });
    view?.addEventListener('dragover', this.#handleOver, { signal });
    view?.addEventListener('dragleave', this.#handleLeave, { signal });
    view?.addEventListener('drop', this.#handleDrop, { signal });
    view?.addEventListener('paste', this.#handlePaste, { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#isOver = false;
  }

  readonly #handleOver = (event: DragEvent): void => {
    if (!holdsFiles(event.dataTransfer) || event.dataTransfer === null) return;
    event.preventDefault();
    const isActive = this.#handlers.isActive();
    event.dataTransfer.dropEffect = isActive ? 'copy' : 'none';
    this.#set(isActive);
  };

  readonly #handleLeave = (event: DragEvent): void => {
    // Between two elements of the page there is a next one; out of the window there is none.
    if (event.relatedTarget === null) this.#set(false);
  };

  readonly #handleDrop = (event: DragEvent): void => {
    this.#set(false);
    if (!holdsFiles(event.dataTransfer) || event.dataTransfer === null) return;
    event.preventDefault();
    if (this.#handlers.isActive()) this.#handlers.receive(filesIn(event.dataTransfer));
  };

  readonly #handlePaste = (event: ClipboardEvent): void => {
    const { clipboardData } = event;
    if (event.defaultPrevented || !holdsFiles(clipboardData) || clipboardData === null) return;
    // A spreadsheet's cells come as text and as a picture of it; into a text field the text is meant.
    const isText = clipboardData.types.includes('text/plain') && event.composedPath().some(isTextField);
    if (isText || !this.#handlers.isActive()) return;
    event.preventDefault();
    this.#handlers.receive(filesIn(clipboardData));
  };

  #set(isOver: boolean): void {
    if (this.#isOver === isOver) return;
    this.#isOver = isOver;
    this.#host.requestUpdate();
  }
}

function isTextField(target: EventTarget): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'));
}
