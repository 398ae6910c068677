// One live session in a browser: whoever holds the claim has it. Another tab can ask for it, and gets it at the latest
// when the holder does not answer. Web Locks say who is alive, a BroadcastChannel carries the request.

const CHANNEL = 'deskside-sessions';
/** A page that is being loaded again holds its claims a moment longer than it lives, in ms. */
const UNLOADING_MS = 400;
/** After so long a holder that does not hand over is overruled, in ms. */
const PATIENCE_MS = 3_000;

export class SessionClaim {
  readonly #release: () => void;
  #onTaken: () => Promise<void> = async () => {};

  /** `lost` settles when the claim was taken away without asking. */
  constructor(name: string, release: () => void, lost: Promise<void>) {
    const channel = new BroadcastChannel(CHANNEL);
    let isOver = false;
    const handOver = async () => {
      if (isOver) return;
      isOver = true;
      await this.#onTaken();
      this.#release();
    };
    channel.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.data === name) void handOver();
    });
    void lost.then(handOver);
    this.#release = () => {
      isOver = true;
      channel.close();
      release();
    };
  }

  /** Sets what to do when another tab goes on with it: the claim is given up once that has settled. */
  onTaken(listener: () => Promise<void>): void {
    this.#onTaken = listener;
  }

  release(): void {
    this.#release();
  }
}

/** Claims `name`; `null` while another tab holds it. Where the browser has no locks, everybody may. */
export async function claimSession(name: string): Promise<SessionClaim | null> {
  try {
    return await request(name, { signal: AbortSignal.timeout(UNLOADING_MS) });
  } catch {
    return null;
  }
}

/** Asks whoever holds `name` to hand it over, and takes it in any case. */
export async function takeSession(name: string, patienceMs = PATIENCE_MS): Promise<SessionClaim> {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(name);
  try {
    return await request(name, { signal: AbortSignal.timeout(patienceMs) });
  } catch {
    return request(name, { steal: true });
  } finally {
    channel.close();
  }
}

/** Resolves once the lock is held, which it is until the claim is released. Rejects when it can't be had. */
function request(name: string, options: LockOptions): Promise<SessionClaim> {
  if (!('locks' in navigator))
    return Promise.resolve(new SessionClaim(name, () => {}, new Promise(() => {})));
  return new Promise((resolve, reject) => {
    let isHeld = false;
    let tellLost = () => {};
    const lost = new Promise<void>((settle) => {
      tellLost = settle;
    });
    navigator.locks
      .request(name, options, () => {
        isHeld = true;
        return new Promise<void>((release) => resolve(new SessionClaim(name, release, lost)));
      })
      .catch((error: unknown) => {
        // Stolen: nobody asked. Otherwise it was never held.
        if (isHeld) tellLost();
        else reject(error);
      });
  });
}
