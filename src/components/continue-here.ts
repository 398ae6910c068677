// The request to bring a session here from the tab that has it, as both pages make it.

/** For a button's click. */
export function requestContinueHere(event: Event): void {
  event.currentTarget?.dispatchEvent(
    new CustomEvent('deskside-continue-here-request', { bubbles: true, composed: true }),
  );
}
