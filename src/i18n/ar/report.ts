// Arabic words of reports and receipts, which both pages write. The people are named, so what they do is said with
// nouns: a verb would need their gender.

import type { ReportWords } from '../en/report.ts';
import { counted } from './counted.ts';
import { ltr, own } from './direction.ts';
import { visibleTimes } from './nouns.ts';

export const reportWords: ReportWords = {
  customer: 'العميل',
  customersScreen: 'شاشة العميل',
  you: 'أنت',
  yourScreen: 'شاشتك',

  reportTitle: 'تقرير الجلسة',
  receiptTitle: 'نسختك من الجلسة',
  technician: 'الفني',
  organisation: 'المؤسسة',
  session: 'الجلسة',
  started: 'البداية',
  joined: 'الانضمام',
  ended: 'النهاية',
  endedBy: 'أنهاها',
  byNobody: 'انقطاع الاتصال',
  noEnd: 'لم تُسجَّل النهاية',
  duration: 'المدة',
  neverJoined: 'لم ينضم أحد',
  written: (time) => `كُتب في ${own(time)}`,
  timeZone: (zone) => `الأوقات بتوقيت ${ltr(zone)}.`,

  timeline: 'ما حدث',
  nothingHappened: 'لم يحدث شيء.',
  visible: 'متى كانت الشاشة مرئية',
  neverVisible: 'لم تكن الشاشة مرئية في أي وقت.',
  visibleTotal: (count, total) => `${visibleTimes(count, total)}.`,
  files: 'الملفات',
  noFiles: 'لم تُرسل ملفات.',
  checksum: 'المجموع الاختباري',
  outcomes: {
    offered: 'بلا رد',
    accepted: 'لم يكتمل',
    declined: 'مرفوض',
    cancelled: 'ملغى',
    failed: 'فشل',
    done: 'مكتمل',
  },
  chat: 'المحادثة',
  noChat: 'لم تُكتب رسائل.',
  notes: 'ملاحظات',
  code: (code) => `الرمز: ${ltr(code)}`,

  surfaces: {
    monitor: 'الشاشة كاملة',
    window: 'نافذة واحدة',
    browser: 'علامة تبويب واحدة',
    unknown: 'نوع غير معروف',
  },
  entries: {
    omitted: (count) =>
      `إدخالات سابقة لم تُحفظ: ${counted(count, {
        one: 'إدخال واحد',
        two: 'إدخالان',
        few: 'إدخالات',
        many: 'إدخالًا',
        other: 'إدخال',
      })}.`,
    joinRefused: 'حاول أحدهم الانضمام ولم يُسمح له.',
    joined: (who) => `انضمام: ${own(who.customer)}.`,
    interrupted: 'انقطع الاتصال.',
    restored: 'عاد الاتصال.',
    endedBy: (name) => `إنهاء الجلسة: ${own(name)}.`,
    lost: 'انقطع الاتصال وانتهت الجلسة.',
    asked: (who) => `طلب من ${own(who.technician)} لرؤية ${who.screen}.`,
    answers: {
      agreed: (who) => `موافقة: ${own(who.customer)}.`,
      declined: (who) => `رفض: ${own(who.customer)}.`,
      withdrawn: (who) => `سحب الطلب: ${own(who.technician)}.`,
      failed: () => 'لم يتمكن المتصفح من مشاركة شيء.',
      unsupported: () => 'لا يمكن لذلك المتصفح مشاركة الشاشة.',
    },
    startedAsked: (who, surface) => `بدء المشاركة: ${own(who.customer)}، ${surface}.`,
    started: (who, surface) => `بدء المشاركة دون طلب: ${own(who.customer)}، ${surface}.`,
    changed: (who, surface) => `تغيير ما تتم مشاركته: ${own(who.customer)}، ${surface}.`,
    paused: (who) => `إيقاف المشاركة مؤقتًا: ${own(who.customer)}.`,
    resumed: (who) => `استئناف المشاركة: ${own(who.customer)}.`,
    stopped: 'توقفت المشاركة.',
    stoppedAfter: (time) => `توقفت المشاركة بعد ${time}.`,
    viewingStopped: (who) => `إيقاف المشاهدة: ${own(who.technician)}.`,
    viewingResumed: (who) => `استئناف المشاهدة: ${own(who.technician)}.`,
    ownStarted: (who) => `بدء عرض شاشة: ${own(who.technician)}.`,
    ownStartedWith: (who, surface) => `بدء عرض شاشة: ${own(who.technician)}، ${surface}.`,
    ownStopped: (who) => `إيقاف عرضها: ${own(who.technician)}.`,
    ownStoppedAfter: (who, time) => `إيقاف عرضها بعد ${time}: ${own(who.technician)}.`,
    viewerClosed: (who) => `إغلاق عرضها: ${own(who.customer)}.`,
    viewerOpened: (who) => `فتح عرضها: ${own(who.customer)}.`,
    fileOffered: (name, file, size) => `عرض ملف من ${own(name)}: «${own(file)}» (${own(size)}).`,
    fileAccepted: (name, file) => `قبول من ${own(name)}: «${own(file)}».`,
    fileDeclined: (name, file) => `رفض من ${own(name)}: «${own(file)}».`,
    fileCancelled: (name, file) => `إلغاء من ${own(name)}: «${own(file)}».`,
    fileFailed: (file) => `تعذّر إرسال «${own(file)}».`,
    fileDone: (file) => `وصل «${own(file)}» كاملًا.`,
  },

  time: (hours, minutes, seconds) =>
    hours > 0 ? `${hours} س ${minutes} د` : minutes > 0 ? `${minutes} د ${seconds} ث` : `${seconds} ث`,
};
