// Files being saved so that it can go on in another page: into the place that the person picked and, beside it, where it
// survives the page; or there alone, to be handed out as a download when it is whole.

import type { BlockToSave, FileSink } from '../session/file-ports.ts';
import type { HandleSink } from './handle-sink.ts';
import { saving } from './save-error.ts';
import type { StagedFile } from './staging.ts';

export interface KeptHooks {
  /** It is whole. */
  onFinished(): void;
  /** Nothing of it shall stay. Never rejects. */
  forget(): Promise<void>;
}

/** Into a place that the person picked. `staged` is `null` where nothing of it is kept: it is small, or the browser refuses. */
export class PickedSink implements FileSink {
  readonly canSaveAgain = false;
  readonly #sink: HandleSink;
  readonly #hooks: KeptHooks;
  readonly #staged: StagedFile | null;
  #isStaging = true;

  constructor(sink: HandleSink, staged: StagedFile | null, hooks: KeptHooks) {
    this.#sink = sink;
    this.#staged = staged;
    this.#hooks = hooks;
  }

  async write(block: BlockToSave): Promise<void> {
    await Promise.all([this.#sink.write(block), this.#stage(block)]);
  }

  async finish(): Promise<void> {
    await this.#sink.finish();
    this.#hooks.onFinished();
    await this.#staged?.remove().catch(() => {});
  }

  async suspend(): Promise<void> {
    await Promise.all([this.#sink.abort(), this.#staged?.close().catch(() => {})]);
  }

  async discard(): Promise<void> {
    await Promise.all([this.#sink.discard(), this.#hooks.forget()]);
  }

  saveAgain(): void {
    // The person knows where it is.
  }

  /** What can't be kept comes once more, if the file should stop; it arrives all the same. */
  async #stage(block: BlockToSave): Promise<void> {
    try {
      if (this.#isStaging) await this.#staged?.write(block);
    } catch {
      this.#isStaging = false;
    }
  }
}

/** Where the browser has no dialogs for saving. */
export class PrivateSink implements FileSink {
  readonly canSaveAgain = true;
  readonly #staged: StagedFile;
  readonly #sizeBytes: number;
  readonly #handOut: (file: File) => void;
  readonly #hooks: KeptHooks;

  constructor(staged: StagedFile, sizeBytes: number, handOut: (file: File) => void, hooks: KeptHooks) {
    this.#staged = staged;
    this.#sizeBytes = sizeBytes;
    this.#handOut = handOut;
    this.#hooks = hooks;
  }

  async write(block: BlockToSave): Promise<void> {
    await saving(() => this.#staged.write(block));
  }

  async finish(): Promise<void> {
    await saving(async () => this.#handOut(await this.#staged.finish(this.#sizeBytes)));
    this.#hooks.onFinished();
  }

  async suspend(): Promise<void> {
    await this.#staged.close().catch(() => {});
  }

  async discard(): Promise<void> {
    await this.#hooks.forget();
  }

  saveAgain(): void {
    // It was there a moment ago; somebody who cleared the browser's data meant it.
    void this.#staged.file().then(this.#handOut, () => {});
  }
}
