// What is counted while the server runs, and what it says of itself as numbers. There is no label that could
// identify anybody: no address, no session, no technician.

import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { API_ERROR_CODES } from './api-failure.ts';
import { Counter, gauge } from './counter.ts';

/** What others know, at the moment. */
export interface Gauges {
  /** Sessions that are not over. */
  readonly sessions: number;
  readonly joinedSessions: number;
  /** Browsers at signalling. */
  readonly peers: number;
  /** `null` where the server has no certificate of its own. */
  readonly certificateExpiresAtMs: number | null;
}

const NS_PER_S = 1e9;

export class Metrics {
  readonly apiErrors = new Counter(
    'deskside_api_errors_total',
    'Requests to the API that were refused.',
    'code',
    API_ERROR_CODES,
  );
  readonly signInsRefused = new Counter(
    'deskside_sign_ins_refused_total',
    'Sign-ins with a token or a password that were refused.',
    'code',
    API_ERROR_CODES,
  );
  readonly socketsRefused = new Counter(
    'deskside_sockets_refused_total',
    'Signalling sockets that were not let in.',
    'code',
    API_ERROR_CODES,
  );
  readonly framesRefused = new Counter(
    'deskside_frames_refused_total',
    'Signalling frames that were not passed on.',
    'reason',
    ['malformed', 'misaddressed', 'too-many'],
  );
  /** Measured from the first time on that somebody asks, as it wakes the process fifty times a second. */
  #eventLoopLag: IntervalHistogram | null = null;

  /** Everything, in Prometheus' text format. */
  read(gauges: Gauges): string {
    const { sessions, joinedSessions, peers, certificateExpiresAtMs } = gauges;
    const memory = process.memoryUsage();
    const parts = [
      gauge('deskside_sessions', 'Sessions that are not over.', sessions),
      gauge('deskside_sessions_joined', 'Sessions whose customer has joined.', joinedSessions),
      gauge('deskside_peers', 'Browsers at signalling.', peers),
      this.apiErrors,
      this.signInsRefused,
      this.socketsRefused,
      this.framesRefused,
      ...this.#readEventLoopLag(),
      gauge('process_resident_memory_bytes', 'Memory of the process.', memory.rss),
      gauge('nodejs_heap_size_used_bytes', 'Memory of what the process keeps.', memory.heapUsed),
      gauge('process_uptime_seconds', 'How long the process has been up.', process.uptime()),
    ];
    if (certificateExpiresAtMs !== null) {
      const help = 'When the certificate expires, in seconds since the epoch.';
      parts.push(gauge('deskside_certificate_expiry_timestamp_seconds', help, certificateExpiresAtMs / 1000));
    }
    return parts.join('');
  }

  /** Since it was last asked for. */
  #readEventLoopLag(): string[] {
    if (this.#eventLoopLag === null) {
      this.#eventLoopLag = monitorEventLoopDelay({ resolution: 20 });
      this.#eventLoopLag.enable();
      return [];
    }
    const { max } = this.#eventLoopLag;
    const p99 = this.#eventLoopLag.percentile(99);
    this.#eventLoopLag.reset();
    return [
      gauge(
        'nodejs_eventloop_lag_p99_seconds',
        'How late timers were since last asked: 99 of 100 were less late.',
        p99 / NS_PER_S,
      ),
      gauge(
        'nodejs_eventloop_lag_max_seconds',
        'How late timers were since last asked: the latest.',
        max / NS_PER_S,
      ),
    ];
  }
}
