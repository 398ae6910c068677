// Two people who write to each other all the time: numbered messages through the real text fields, and a look at
// which of them each page shows, and since when.

import type { Locator, Page } from '@playwright/test';
import { expect } from '../story.ts';
import { SIDES, type Side } from './network.ts';
import { pause } from './pause.ts';

/** Time between two messages of a side, in ms. */
const PACE_MS = 500;
/** How often the logs are looked at, in ms. */
const LOOK_MS = 100;

/** How long a page may take to let a message be written, and then to show it, in ms. */
const WRITING_MS = 10_000;

function logOn(page: Page): Locator {
  return page.getByRole('log', { name: 'Chat messages' });
}

function otherThan(side: Side): Side {
  return side === 'customer' ? 'technician' : 'customer';
}

export class ChatPace {
  readonly #pageOf: (side: Side) => Page;
  /** Sent by each side, and seen in its own log. */
  readonly #sent: Record<Side, string[]> = { customer: [], technician: [] };
  readonly #sentAtMs = new Map<string, number>();
  /** When a message was first seen at the other side, in ms since the epoch. */
  readonly #arrivedAtMs = new Map<string, number>();
  readonly #isPaused: Record<Side, boolean> = { customer: false, technician: false };
  readonly #inHand: Record<Side, Promise<void>> = {
    customer: Promise.resolve(),
    technician: Promise.resolve(),
  };
  readonly #tried: Record<Side, number> = { customer: 0, technician: 0 };
  #isOver = false;

  /** `pageOf` is the page that a side has at that moment, with its chat open. */
  constructor(pageOf: (side: Side) => Page) {
    this.#pageOf = pageOf;
    for (const side of SIDES) {
      void this.#write(side);
      void this.#watch(side);
    }
  }

  /** Resolves once what the side is writing stands in its log; then it writes nothing until `resume`. */
  async pause(side: Side): Promise<void> {
    this.#isPaused[side] = true;
    await this.#inHand[side];
  }

  resume(side: Side): void {
    this.#isPaused[side] = false;
  }

  /**
   * When both sides had got something that they had not seen at `sinceMs`.
   *
   * @returns ms since the epoch. Rejects after `timeoutMs`.
   */
  async bothHeardAfter(sinceMs: number, timeoutMs: number): Promise<number> {
    const heardAtMs = (by: Side): number => {
      const times = this.#sent[otherThan(by)].map((text) => this.#arrivedAtMs.get(text) ?? 0);
      return Math.min(...times.filter((atMs) => atMs >= sinceMs));
    };
    const bothAtMs = () => Math.max(...SIDES.map(heardAtMs));
    await expect
      .poll(() => Number.isFinite(bothAtMs()), {
        message: 'both sides hear of each other again',
        timeout: timeoutMs,
        intervals: [LOOK_MS],
      })
      .toBe(true);
    return bothAtMs();
  }

  /** The longest that a message took which was sent in that time and has arrived, in ms. */
  slowestMs(fromMs: number, untilMs: number): number {
    const sent = [...this.#sentAtMs].filter(([, atMs]) => atMs >= fromMs && atMs <= untilMs);
    const took = sent.map(([text, atMs]) => (this.#arrivedAtMs.get(text) ?? Date.now()) - atMs);
    return Math.max(...took);
  }

  /** Stops writing; both logs then hold what was sent, each message once and in order. */
  async expectToAgree(timeoutMs: number): Promise<void> {
    this.#isOver = true;
    await Promise.all(SIDES.map((side) => this.#inHand[side]));
    for (const at of SIDES) {
      for (const from of SIDES) {
        await expect
          .poll(() => this.#shown(at, from), {
            message: `messages of the ${from} at the ${at}`,
            timeout: timeoutMs,
          })
          .toEqual(this.#sent[from]);
      }
    }
  }

  /** Nothing is written any more; whoever looks for a field that is gone is not waited for. */
  stop(): void {
    this.#isOver = true;
  }

  /** All that was written, by each side. */
  get sent(): Readonly<Record<Side, readonly string[]>> {
    return this.#sent;
  }

  async #shown(at: Side, from: Side): Promise<readonly string[]> {
    const text = (await logOn(this.#pageOf(at)).textContent()) ?? '';
    return text.match(new RegExp(`${from}-\\d{4}`, 'g')) ?? [];
  }

  async #write(side: Side): Promise<void> {
    while (!this.#isOver) {
      if (!this.#isPaused[side]) {
        this.#inHand[side] = this.#say(side);
        await this.#inHand[side];
      }
      await pause(PACE_MS);
    }
  }

  /** Never rejects: what did not get into the log was not sent, and must not get there later. */
  async #say(side: Side): Promise<void> {
    this.#tried[side] += 1;
    const text = `${side}-${String(this.#tried[side]).padStart(4, '0')}`;
    const page = this.#pageOf(side);
    const field = page.getByRole('textbox', { name: 'Message' });
    const atMs = Date.now();
    try {
      await field.fill(text, { timeout: WRITING_MS });
      await field.press('Enter', { timeout: WRITING_MS });
      await expect(logOn(page)).toContainText(text, { timeout: WRITING_MS });
      this.#sent[side].push(text);
      this.#sentAtMs.set(text, atMs);
    } catch (error) {
      if (this.#isOver) return;
      // A page that went away in this very moment has sent it, or has not: the one that is there now knows.
      if (await this.#isInLog(side, text)) {
        this.#sent[side].push(text);
        return;
      }
      console.log(`  ${side} could not write ${text}: ${String(error).split('\n')[0]}`);
    }
  }

  /** Asks whichever page the side has, until one answers: the old one may be gone, the next not there yet. */
  async #isInLog(side: Side, text: string): Promise<boolean> {
    while (!this.#isOver) {
      const shown = await logOn(this.#pageOf(side))
        .textContent({ timeout: 1_000 })
        .catch(() => null);
      if (shown !== null) return shown.includes(text);
      await pause(LOOK_MS);
    }
    return false;
  }

  async #watch(side: Side): Promise<void> {
    while (!this.#isOver) {
      // A page that is being loaded, frozen or gone shows nothing.
      const shown = await this.#shown(side, otherThan(side)).catch(() => []);
      const nowMs = Date.now();
      for (const text of shown) if (!this.#arrivedAtMs.has(text)) this.#arrivedAtMs.set(text, nowMs);
      await pause(LOOK_MS);
    }
  }
}
