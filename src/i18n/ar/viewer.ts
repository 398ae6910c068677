// Arabic words about the technician's own screen, at the customer's.

import type { ViewerWords } from '../en/viewer.ts';

export const viewerWords: ViewerWords = {
  region: (name) => `شاشة ${name}`,
  opened: (name) => `تُعرض عليك الآن شاشة ${name}.`,
  notYours: 'هذه ليست شاشتك.',
  waiting: 'الصورة في الطريق…',
  share: 'مشاركة',
  shareHint: (name) => `مشاركة شاشتك أنت مع ${name}`,
  isSharing: 'شاشتك قيد المشاركة.',
  chat: 'المحادثة',
  view: 'حجم الصورة',
  fit: 'ملاءمة',
  actualSize: '100%',
  fullScreen: 'ملء الشاشة',
  leaveFullScreen: 'إنهاء ملء الشاشة',
  close: 'إغلاق العرض',
  reopen: (name) => `فتح شاشة ${name}`,
  closed: (name) => `شاشة ${name} ما زالت معروضة عليك.`,
};
