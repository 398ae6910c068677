// Arabic words of reporting a session.

import type { AbuseWords } from '../en/abuse.ts';
import { counted } from './counted.ts';
import { ltr, own } from './direction.ts';

export const abuseWords: AbuseWords = {
  title: 'الإبلاغ عن هذه الجلسة',
  intro: (host) => `يصل بلاغك إلى الجهة التي تدير ${ltr(host)}.`,
  reason: 'ماذا حدث؟',
  reasons: {
    money: 'طُلب مني مال أو بطاقات هدايا أو كلمات مرور',
    impostor: 'شخص ينتحل صفة شخص آخر',
    other: 'شيء آخر',
  },
  text: 'بكلماتك، إن رغبت',
  limit: (count) =>
    `حتى ${counted(count, { one: 'حرف واحد', two: 'حرفين', few: 'أحرف', many: 'حرفًا', other: 'حرف' })}.`,
  contents: (who, when) =>
    `ما يُرسل: أن الطرف الآخر كان ${own(who)}، والوقت (${own(when)})، والسبب وكلماتك. لا تُرسل المحادثة ولا الملفات ولا الصور أبدًا.`,
  end: 'إنهاء الجلسة الآن',
  send: 'إرسال البلاغ',
  sending: 'جارٍ الإرسال…',
  cancel: 'إلغاء',
  received: (reference) => `تم استلام البلاغ، الرقم المرجعي ${ltr(reference)}`,
  keep: 'يُرجى تدوين الرقم المرجعي، فبه يُعثر على بلاغك.',
  close: 'إغلاق',
  errors: {
    'session-ended': {
      what: 'انتهت هذه الجلسة منذ مدة أطول من أن يمكن الإبلاغ عنها هنا.',
      next: 'يُرجى إبلاغ المؤسسة التي تعرفها عبر رقمها أو عنوانها الخاص.',
    },
    'too-many-tries': {
      what: 'وردت من هنا بلاغات كثيرة جدًا.',
      next: 'يُرجى الانتظار دقيقة ثم إعادة المحاولة. بعد ثلاثة بلاغات عن جلسة واحدة لا تُقبل بلاغات أخرى.',
    },
  },
};
