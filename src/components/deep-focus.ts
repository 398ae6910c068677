// What has the focus, through all shadow roots.

/** The element that keys go to in `document`; its body where nothing else has the focus. */
export function deepFocus(document: Document): HTMLElement | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement ? focused : null;
}
