// One signal for several: aborted with the first of them. `AbortSignal.any` does the same, but not in the browsers
// of 2022 and 2023, and the machines that need help are often not the newest.

export function anySignal(...signals: readonly AbortSignal[]): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) {
      controller.abort(signal.reason);
      break;
    }
    const abort = () => controller.abort(signal.reason);
    // Once it is aborted, it no longer listens to the others.
    signal.addEventListener('abort', abort, { once: true, signal: controller.signal });
  }
  return controller.signal;
}
