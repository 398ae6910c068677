// Arabic words of the customer's receipt at the end of a session.

import type { ReceiptWords } from '../en/receipt.ts';
import { visibleTimes } from './nouns.ts';

export const receiptWords: ReceiptWords = {
  save: 'حفظ نسخة',
  saveHint: 'صفحة بكل ما حدث وقيل. تبقى على هذا الحاسوب.',
  visible: 'ظهور الشاشة',
  neverVisible: 'لم تظهر',
  visibleTimes,
  files: 'الملفات',
  messages: 'الرسائل',
};
