// Spanish words of the customer's receipt at the end of a session.

import type { ReceiptWords } from '../en/receipt.ts';

export const receiptWords: ReceiptWords = {
  save: 'Guardar una copia',
  saveHint: 'Una página con todo lo que pasó y se dijo. Se queda en este equipo.',
  visible: 'Pantalla visible',
  neverVisible: 'Nunca',
  visibleTimes: (count, total) => (count === 1 ? `Una vez, ${total}` : `${count} veces, ${total} en total`),
  files: 'Archivos',
  messages: 'Mensajes',
};
