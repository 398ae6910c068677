// Whether the line is too poor for a good picture, whatever answers take: by what the browser reckons that it can send,
// and by how much of what was sent to it got lost (webrtc-stats: `availableOutgoingBitrate`, `packetsLost`).

/** Below this a screen is a few frames a second, in bit/s. The browser begins with a guess of 300,000. */
const POOR_BITRATE = 250_000;
/** Losing more than this share, a picture stutters. */
const POOR_LOSS = 0.08;
/** Fewer packets say nothing about a share. */
const MIN_PACKETS = 20;
/** So many samples in a row decide, either way. */
const SAMPLES = 2;

interface Counts {
  readonly received: number;
  readonly lost: number;
}

export class PictureQuality {
  #last: Counts = { received: 0, lost: 0 };
  #inARow = 0;
  #isPoor = false;

  get isPoor(): boolean {
    return this.#isPoor;
  }

  /** Takes the connection's statistics; to be called every few seconds. */
  note(reports: Iterable<Record<string, unknown>>): void {
    const isPoorNow = this.#judge(Array.from(reports));
    this.#inARow = isPoorNow === this.#isPoor ? 0 : this.#inARow + 1;
    if (this.#inARow < SAMPLES) return;
    this.#isPoor = isPoorNow;
    this.#inARow = 0;
  }

  #judge(reports: readonly Record<string, unknown>[]): boolean {
    const isSending = reports.some(({ type, active }) => type === 'outbound-rtp' && active === true);
    const bitrates = reports.flatMap(({ type, nominated, availableOutgoingBitrate: bitrate }) =>
      type === 'candidate-pair' && nominated === true && typeof bitrate === 'number' ? [bitrate] : [],
    );
    const isNarrow = isSending && bitrates.length > 0 && Math.max(...bitrates) < POOR_BITRATE;
    return isNarrow || this.#isLosing(reports);
  }

  #isLosing(reports: readonly Record<string, unknown>[]): boolean {
    const incoming = reports.filter(({ type }) => type === 'inbound-rtp');
    const sum = (key: string) => incoming.reduce((total, report) => total + Number(report[key] ?? 0), 0);
    const now = { received: sum('packetsReceived'), lost: sum('packetsLost') };
    const [received, lost] = [now.received - this.#last.received, now.lost - this.#last.lost];
    this.#last = now;
    return received + lost >= MIN_PACKETS && lost > POOR_LOSS * (received + lost);
  }
}
