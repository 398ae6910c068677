// One store that shows what another one does.

import type { Readable, Store } from '../session/store.ts';

/** Keeps `target` as `source` is, from now on. */
export function follow<T>(source: Readable<T>, target: Store<T>): void {
  source.subscribe(() => target.set(source.value));
  target.set(source.value);
}
