// Brazilian Portuguese words of the customer's receipt at the end of a session.

import type { ReceiptWords } from '../en/receipt.ts';

export const receiptWords: ReceiptWords = {
  save: 'Salvar uma cópia',
  saveHint: 'Uma página com tudo o que aconteceu e foi dito. Ela fica neste computador.',
  visible: 'Tela visível',
  neverVisible: 'Nunca',
  visibleTimes: (count, total) => (count === 1 ? `Uma vez, ${total}` : `${count} vezes, ${total} ao todo`),
  files: 'Arquivos',
  messages: 'Mensagens',
};
