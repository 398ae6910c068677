// Tells a program of the operator's of each report: signed, one after the other, and again when it does not answer.
// What cannot be told in the end is still in the list of reports.

import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { AbuseRecord } from './state-record.ts';
import { technicianIdOf } from './technician.ts';

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
}

export interface WebhookTimes {
  readonly timeoutMs: number;
  /** Before the second try, the third, and so on. */
  readonly waitsMs: readonly number[];
}

export const DEFAULT_WEBHOOK_TIMES: WebhookTimes = { timeoutMs: 5_000, waitsMs: [1_000, 4_000] };

const MAX_QUEUE_LENGTH = 100;

export class AbuseWebhook {
  readonly #settings: WebhookSettings;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #times: WebhookTimes;
  readonly #queue: AbuseRecord[] = [];
  readonly #closing = new AbortController();
  #isBusy = false;

  constructor(settings: WebhookSettings, clock: Clock, log: Log, times = DEFAULT_WEBHOOK_TIMES) {
    this.#settings = settings;
    this.#clock = clock;
    this.#log = log;
    this.#times = times;
  }

  /** Tells of it soon. Never throws; of too many that wait this one is left out. */
  send(report: AbuseRecord): void {
    if (this.#queue.length >= MAX_QUEUE_LENGTH) {
      this.#log.warn({ reference: report.reference }, 'webhook: too many reports wait');
      return;
    }
    this.#queue.push(report);
    if (!this.#isBusy) void this.#work();
  }

  /** Gives up what waits. */
  close(): void {
    this.#closing.abort();
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    for (let report = this.#queue.shift(); report !== undefined; report = this.#queue.shift()) {
      await this.#tell(report);
    }
    this.#isBusy = false;
  }

  async #tell(report: AbuseRecord): Promise<void> {
    const { reference } = report;
    const { signal } = this.#closing;
    for (const waitMs of [0, ...this.#times.waitsMs]) {
      try {
        if (waitMs > 0) await setTimeout(waitMs, undefined, { signal });
        signal.throwIfAborted();
        await this.#post(report);
        this.#log.info({ reference }, 'webhook: told');
        return;
      } catch (error) {
        this.#log.warn({ reference, reason: String(error) }, 'webhook: not told');
      }
    }
    this.#log.error({ reference }, 'webhook: given up');
  }

  async #post(report: AbuseRecord): Promise<void> {
    const { url, secret } = this.#settings;
    const body = JSON.stringify(reportForOperator(report));
    // Under the signature, so that an old request that somebody sends again can be told from a new one.
    const timestamp = String(Math.floor(this.#clock.now() / 1000));
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Deskside-Timestamp': timestamp,
        'Deskside-Signature': `sha256=${signature}`,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(this.#times.timeoutMs), this.#closing.signal]),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`status ${response.status}`);
  }
}

/** A report as whoever runs the server gets it, from the webhook and in the list. */
export function reportForOperator(report: AbuseRecord): object {
  const { reference, sessionId, technician, hasJoined, reason, text, atMs } = report;
  return {
    reference,
    at: new Date(atMs).toISOString(),
    sessionId,
    hasJoined,
    technician: { id: technicianIdOf(technician), ...technician.profile },
    reason,
    text,
  };
}
