// Copies texts to the clipboard for its element, and knows what became of the last one.

import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Result = 'copied' | 'failed';

export class CopyController<Name extends string> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #last: { readonly name: Name; readonly result: Result } | null = null;
  #attempts = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Which text was copied last; `null` where none was, or the last could not be. */
  get copied(): Name | null {
    return this.#last?.result === 'copied' ? this.#last.name : null;
  }

  /** Which text the browser did not let us copy, if that was the last. */
  get failed(): Name | null {
    return this.#last?.result === 'failed' ? this.#last.name : null;
  }

  /** Copies `text`, known as `name`. Resolves when the element shows the result. */
  async copy(name: Name, text: string): Promise<void> {
    // Back to nothing first, so that a second copy is announced again.
    this.forget();
    const attempt = this.#attempts;
    const result = await write(text);
    // A later copy, or another text, is what the person looks at by now.
    if (attempt !== this.#attempts) return;
    this.#last = { name, result };
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  /** What was said about the last copy is no longer true. */
  forget(): void {
    this.#attempts += 1;
    this.#last = null;
    this.#host.requestUpdate();
  }
}

async function write(text: string): Promise<Result> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'failed';
  }
}
