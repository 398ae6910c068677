// The side of a session that is attacked: whether it answers all the time, keeps its memory, throws nothing, and says
// what has happened.

import type { CDPSession, Page } from '@playwright/test';
import { ERROR_CODES } from '../../src/protocol/deskside-error.ts';
import { expect } from '../story.ts';

/** How often somebody presses a key, in ms. */
const PRESS_INTERVAL_MS = 250;
/** The longest that somebody waits for what follows a key press, in ms. */
const MAX_PAUSE_MS = 2_000;
const MAX_GROWTH_BYTES = 32 * 1024 * 1024;
/** Time for a session to go on or to end, in ms: a connection that was broken has to be found broken, and replaced. */
const SETTLING_MS = 40_000;

export class HonestPage {
  readonly page: Page;
  readonly #errors: string[] = [];
  #devtools: CDPSession | null = null;
  #heldBytes: number | null = null;
  #grownBytes = 0;
  #pressedAtMs = 0;
  #longestMs = 0;

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.#errors.push(`${error.stack}`));
    page.on('crash', () => this.#errors.push('the page crashed'));
  }

  /** Whether its session is over; the code that it shows for it, where it is not simply the other side's end. */
  async end(): Promise<{ readonly code: string | null } | null> {
    if (!(await this.page.getByRole('heading', { name: 'Session ended' }).first().isVisible())) return null;
    const code = this.page.locator('deskside-error-notice .code').filter({ visible: true });
    if ((await code.count()) === 0) return { code: null };
    return { code: (await code.first().textContent())?.replace('Code: ', '').trim() ?? '' };
  }

  /** Settles when the log has this text, or the session is over. */
  async expectTextOrEnd(text: string): Promise<void> {
    const log = this.page.getByRole('log', { name: 'Chat messages' });
    await expect
      .poll(async () => (await this.end()) !== null || (await log.allTextContents()).join().includes(text), {
        timeout: SETTLING_MS,
        message: 'goes on or has ended',
      })
      .toBe(true);
  }

  /** Looks at the memory, after everything that can be given back was. The first time is what it is compared with. */
  async weigh(): Promise<void> {
    this.#devtools ??= await this.page.context().newCDPSession(this.page);
    await this.#devtools.send('HeapProfiler.collectGarbage');
    const held = Object.entries(await this.#devtools.send('Runtime.getHeapUsage'))
      .filter(([name]) => name !== 'totalSize')
      .reduce((sum, [, bytes]) => sum + bytes, 0);
    this.#heldBytes ??= held;
    this.#grownBytes = Math.max(this.#grownBytes, held - this.#heldBytes);
  }

  /** Presses keys while `run` goes on, and notes how long the page takes to follow. */
  async whileAnswering(run: () => Promise<void>): Promise<void> {
    const watch = { isOver: false };
    const pressing = this.#press(watch);
    await run();
    watch.isOver = true;
    await Promise.race([
      pressing,
      new Promise((resolve) => setTimeout(resolve, MAX_PAUSE_MS + 2 * PRESS_INTERVAL_MS)),
    ]);
  }

  /** What was seen must be as it should; says it in words. */
  expectUnharmed(codes: readonly (string | null)[]): string {
    const [pauseMs, grown] = [Math.round(this.#longestMs), Math.round(this.#grownBytes / 1024 / 1024)];
    expect(this.#errors).toEqual([]);
    expect(pauseMs, 'the longest wait after a key press, in ms').toBeLessThan(MAX_PAUSE_MS);
    expect(this.#grownBytes, 'bytes that are not given back').toBeLessThan(MAX_GROWTH_BYTES);
    for (const code of codes) if (code !== null) expect(ERROR_CODES).toContain(code);
    return `longest wait ${pauseMs} ms, memory +${grown} MiB`;
  }

  async #press(watch: { readonly isOver: boolean }): Promise<void> {
    while (!watch.isOver) {
      this.#pressedAtMs = performance.now();
      const waiting = setInterval(() => this.#noteWait(), PRESS_INTERVAL_MS);
      try {
        await this.page.keyboard.press('Shift');
        await this.page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
        );
        this.#noteWait();
      } catch {
        // Another page was loaded meanwhile, or the story is over.
      } finally {
        clearInterval(waiting);
      }
      await new Promise((resolve) => setTimeout(resolve, PRESS_INTERVAL_MS));
    }
  }

  #noteWait(): void {
    this.#longestMs = Math.max(this.#longestMs, performance.now() - this.#pressedAtMs);
  }
}
