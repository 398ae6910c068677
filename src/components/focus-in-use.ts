// Whether anything on the page has the focus that a person can see, through all shadow roots.

/** Whether the focus is on something visible. A closed dialog may keep it for a moment; that does not count. */
export function isFocusInUse(document: Document): boolean {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused !== null && focused !== document.body && focused.checkVisibility();
}
