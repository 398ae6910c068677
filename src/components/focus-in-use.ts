// Whether anything on the page has the focus that a person can see, through all shadow roots.

import { deepFocus } from './deep-focus.ts';

/** Whether the focus is on something visible. A closed dialog may keep it for a moment; that does not count. */
export function isFocusInUse(document: Document): boolean {
  const focused = deepFocus(document);
  return focused !== null && focused !== document.body && focused.checkVisibility();
}
