// Whether the line is too poor for pictures and files, whatever answers take: by what the browser reckons that it can
// send, by how much of what was sent to it got lost, and by how little of a file that is under way comes through
// (webrtc-stats: `availableOutgoingBitrate`, `packetsLost`, `bytesSent`, `bytesReceived`).

/** Below this a screen is a few frames a second, in bit/s. The browser begins with a guess of 300,000. */
const POOR_BITRATE = 250_000;
/** Losing more than this share, a picture stutters. */
const POOR_LOSS = 0.08;
/** Fewer packets say nothing about a share. */
const MIN_PACKETS = 20;
/** A file that moves at all, and slower than that, is slow; in bytes a sample, which is 45 kB/s. */
const FILE_MOVES = 4_000;
const FILE_IS_SLOW = 90_000;
/** While nothing moves nothing is learnt: what was known before holds for so many samples. */
const REMEMBERED_SAMPLES = 5;
/** So many samples in a row decide, either way. */
const SAMPLES = 2;

interface Counts {
  readonly received: number;
  readonly lost: number;
}

export class LineQuality {
  #last: Counts = { received: 0, lost: 0 };
  #lanesBytes = 0;
  /** In a row; no file has moved at the beginning. */
  #idleSamples = Number.POSITIVE_INFINITY;
  #inARow = 0;
  #isPoor = false;

  get isPoor(): boolean {
    return this.#isPoor;
  }

  /** Takes the statistics of the connection and of the lanes of files; to be called every two seconds. */
  note(reports: Iterable<Record<string, unknown>>, lanes: Iterable<Record<string, unknown>>): void {
    const isFileSlow = this.#isFileSlow(Array.from(lanes));
    const isRemembered = this.#isPoor && this.#idleSamples <= REMEMBERED_SAMPLES;
    const isPoorNow = this.#judge(Array.from(reports)) || (isFileSlow ?? isRemembered);
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

  /** `null` where no file moves. */
  #isFileSlow(reports: readonly Record<string, unknown>[]): boolean | null {
    let bytes = 0;
    for (const { type, bytesSent, bytesReceived } of reports) {
      if (type === 'transport') bytes += Number(bytesSent ?? 0) + Number(bytesReceived ?? 0);
    }
    // Lanes come and go, and what they have counted goes with them.
    const moved = bytes < this.#lanesBytes ? bytes : bytes - this.#lanesBytes;
    this.#lanesBytes = bytes;
    this.#idleSamples = moved < FILE_MOVES ? this.#idleSamples + 1 : 0;
    return this.#idleSamples > 0 ? null : moved < FILE_IS_SLOW;
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
