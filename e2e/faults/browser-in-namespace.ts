// One side's browser: a Chromium process of its own with a profile on disk, inside that side's namespace. It can
// be killed, stopped and started again, as a machine's user or battery does it.

import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumLaunchOptions, findChromium, HOW_TO_GET_CHROMIUM } from '../../scripts/chromium.mjs';
import type { KnownPicture } from '../known-picture.ts';
import type { Network, Side } from './network.ts';

export class BrowserInNamespace {
  readonly #network: Network;
  readonly #side: Side;
  readonly #folder: string;
  readonly #launch: () => Promise<BrowserContext>;
  #context: BrowserContext;

  private constructor(
    network: Network,
    side: Side,
    folder: string,
    launch: () => Promise<BrowserContext>,
    context: BrowserContext,
  ) {
    this.#network = network;
    this.#side = side;
    this.#folder = folder;
    this.#launch = launch;
    this.#context = context;
  }

  /** `origin` is treated as if it were https. The picker is answered with that picture. */
  static async start(
    network: Network,
    side: Side,
    origin: string,
    picture: KnownPicture,
  ): Promise<BrowserInNamespace> {
    const program = findChromium();
    if (program === null) throw new Error(HOW_TO_GET_CHROMIUM);
    const folder = await mkdtemp(join(tmpdir(), `deskside-${side}-`));
    const wrapper = join(folder, 'chromium.sh');
    await writeFile(wrapper, `#!/bin/sh\nexec ip netns exec ${side} '${program}' "$@"\n`);
    await chmod(wrapper, 0o755);
    const options = chromiumLaunchOptions(wrapper, [
      `--auto-select-tab-capture-source-by-title=${picture.title}`,
      `--unsafely-treat-insecure-origin-as-secure=${origin}`,
    ]);
    const launch = () =>
      chromium.launchPersistentContext(join(folder, 'profile'), {
        ...options,
        locale: 'en-GB',
        // Without them Chromium tells ICE of the default route alone.
        permissions: ['camera', 'microphone'],
      });
    return new BrowserInNamespace(network, side, folder, launch, await launch());
  }

  get context(): BrowserContext {
    return this.#context;
  }

  newPage(): Promise<Page> {
    return this.#context.newPage();
  }

  /** `kill -9`: all its processes at once. */
  async kill(): Promise<void> {
    const closed = new Promise((resolve) => this.#context.once('close', resolve));
    this.#signal('SIGKILL');
    await closed;
  }

  /** Starts it again after `kill()`, with the same profile. */
  async reopen(): Promise<void> {
    this.#context = await this.#launch();
  }

  /** Its processes stand still, as when the lid is closed, until `wake()`. */
  sleep(): void {
    this.#signal('SIGSTOP');
  }

  wake(): void {
    this.#signal('SIGCONT');
  }

  #signal(name: NodeJS.Signals): void {
    for (const id of this.#network.processesOf(this.#side)) {
      try {
        process.kill(id, name);
      } catch {
        // It ended with another one that was just killed.
      }
    }
  }

  async remove(): Promise<void> {
    if (this.#network.processesOf(this.#side).length > 0) {
      this.wake();
      await this.kill();
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}
