// Arabic words around the support key in the console.

import type * as en from '../en/invite-key.ts';
import { ltr } from './direction.ts';

export const technicianKeyErrors: typeof en.technicianKeyErrors = {
  'key-unknown': {
    what: 'جاء أحدهم بمفتاح دعم لم يعد صالحًا، ولم يُسمح له بالدخول.',
    next: 'الانتظار مستمر. إن كان عميلك، فيُرجى قراءة المفتاح الظاهر هنا له.',
  },
  'key-wrong': {
    what: 'جرّب أحدهم مفتاح دعم خاطئًا، ولم يُسمح له بالدخول. لم يرَ شيئًا.',
    next: 'الانتظار مستمر. إن كان عميلك، فيُرجى قراءة المفتاح له مرة أخرى، رقمًا رقمًا.',
  },
};

export const inviteKeyWords: typeof en.inviteKeyWords = {
  label: 'مفتاح الدعم',
  hint: (address) => `يُقرأ عبر الهاتف، ويكتبه العميل على ${ltr(address)}.`,
  copy: 'نسخ المفتاح',
  making: 'جارٍ إنشاء المفتاح…',
  replaced: 'استُبدل المفتاح بعد ثلاث محاولات خاطئة. القديم لم يعد صالحًا. يُرجى قراءة الجديد:',
  replacing: 'استُبدل المفتاح بعد ثلاث محاولات خاطئة. يجري إنشاء مفتاح جديد.',
  missing: 'لا يوجد مفتاح دعم حاليًا. الرابط يعمل كالمعتاد.',
  burnedOut: 'جُرّبت مفاتيح خاطئة مرارًا، لذا لم يعد لهذه الجلسة مفتاح دعم. الرابط يعمل كالمعتاد.',
  again: 'مفتاح جديد',
};
