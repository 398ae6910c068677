// English words of the customer's receipt at the end of a session. This is the source: other languages have the
// same keys.

export const receiptWords = {
  save: 'Save a copy',
  saveHint: 'A page with everything that happened and was said. It stays on this computer.',
  visible: 'Screen visible',
  neverVisible: 'Never',
  visibleTimes: (count: number, total: string) =>
    count === 1 ? `Once, ${total}` : `${count} times, ${total} in all`,
  files: 'Files',
  messages: 'Messages',
};

/** The same keys, in any language. */
export type ReceiptWords = typeof receiptWords;
