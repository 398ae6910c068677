// Moves an element into another document with everything that a move would lose: where it was scrolled to, what had the
// focus, the caret in what was being typed, and which dialogs were open.

import { deepFocus } from '../deep-focus.ts';

/** Calls `move`, which puts `element` somewhere else, and puts right what that undid. */
export async function moveWhole(element: HTMLElement, move: () => void): Promise<void> {
  const before = [...composed(element)].map(remember);
  const focused = deepFocus(element.ownerDocument);
  move();
  // Elements render in their new place once the move is over.
  await Promise.resolve();
  for (const putBack of before) putBack();
  if (focused !== null && before.length > 0) focusAgain(focused, element);
}

/** What is left to do for one element after the move. */
function remember(element: Element): () => void {
  const { scrollTop, scrollLeft } = element;
  const wasAtEnd = scrollTop > 0 && element.scrollHeight - scrollTop - element.clientHeight < 1;
  const wasModal = element instanceof HTMLDialogElement && element.matches(':modal');
  const wasShown = element instanceof HTMLDialogElement && element.open && !wasModal;
  const caret = caretOf(element);
  return () => {
    if (element instanceof HTMLDialogElement && (wasModal || wasShown)) {
      // What is taken out of a document may be open and shown nowhere. Closing it would be somebody's answer.
      element.removeAttribute('open');
      if (wasModal) element.showModal();
      else element.show();
    }
    if (scrollTop > 0) element.scrollTop = wasAtEnd ? element.scrollHeight : scrollTop;
    if (scrollLeft !== 0) element.scrollLeft = scrollLeft;
    caret?.();
  };
}

function caretOf(element: Element): (() => void) | null {
  if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) return null;
  const { selectionStart, selectionEnd, selectionDirection } = element;
  // Fields of some types have none.
  if (selectionStart === null) return null;
  return () => element.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? undefined);
}

function focusAgain(focused: HTMLElement, within: HTMLElement): void {
  if (focused !== within && [...composed(within)].includes(focused)) focused.focus({ preventScroll: true });
}

/** An element and everything in it, through all shadow roots. */
function* composed(element: Element): Generator<Element> {
  yield element;
  for (const child of element.shadowRoot?.children ?? []) yield* composed(child);
  for (const child of element.children) yield* composed(child);
}
