// Arabic words of several sessions in one console, their notes and their reports.

import type { ConsoleWords } from '../en/console.ts';
import { counted } from './counted.ts';
import { own } from './direction.ts';
import { countedFiles, unreadMessages } from './nouns.ts';

export const consoleWords: ConsoleWords = {
  sessions: {
    title: 'الجلسات',
    newSession: 'جلسة جديدة',
    creating: 'جارٍ إنشاء الجلسة…',
    numbered: (number) => `الجلسة ${number}`,
    close: (name) => `إغلاق ${own(name)}`,
    unread: unreadMessages,
    visible: 'الشاشة مرئية',
    offersFiles: 'عرض ملفات',
    ownScreenSeen: 'شاشتك مرئية هناك',
    state: {
      gettingReady: 'جارٍ التحضير',
      waiting: 'في الانتظار',
      connecting: 'جارٍ الاتصال',
      connected: 'متصلة',
      reconnecting: 'جارٍ استعادة الاتصال',
      failed: 'تعذّر البدء',
      endedByCustomer: 'أنهاها العميل',
      endedByTechnician: 'أنهيتَها أنت',
      lost: 'انقطع الاتصال',
    },
    news: (name, what) => `${own(name)}: ${what}`,
  },

  notes: {
    title: 'ملاحظات',
    label: 'اسم الجلسة',
    labelHint: 'رقم التذكرة أو الاسم',
    hint: 'لك وحدك',
  },

  reports: {
    title: 'التقارير',
    open: 'التقارير',
    back: 'العودة إلى لوحة الدعم',
    backToList: 'كل التقارير',
    intro: 'تُحفظ التقارير في هذا المتصفح فقط.',
    search: 'بحث',
    searchHint: 'الاسم، الملاحظات، الرسائل، أسماء الملفات',
    none: 'لا توجد تقارير بعد. يُكتب تقرير لكل جلسة ينضم إليها أحد.',
    noneFound: 'لا يوجد تقرير مطابق.',
    found: (count) =>
      counted(count, { one: 'تقرير واحد', two: 'تقريران', few: 'تقارير', many: 'تقريرًا', other: 'تقرير' }),
    damaged: (count) =>
      `توجد تقارير أخرى لا يمكن قراءتها: ${counted(count, {
        one: 'تقرير واحد',
        two: 'تقريران',
        few: 'تقارير',
        many: 'تقريرًا',
        other: 'تقرير',
      })}.`,
    unnamed: 'جلسة بلا اسم',
    messages: (count) =>
      counted(count, { one: 'رسالة واحدة', two: 'رسالتان', few: 'رسائل', many: 'رسالة', other: 'رسالة' }),
    files: countedFiles,
    shares: (count) =>
      `عُرضت الشاشة ${counted(count, {
        one: 'مرة واحدة',
        two: 'مرتين',
        few: 'مرات',
        many: 'مرة',
        other: 'مرة',
      })}`,
    download: 'تنزيل التقرير',
    formatHtml: 'كصفحة (HTML)',
    formatJson: 'كبيانات (JSON)',
    delete: 'حذف التقرير',
    deleteQuestion: 'هل تريد حذف هذا التقرير؟',
    deleteAll: 'حذف كل التقارير',
    deleteAllQuestion: 'هل تريد حذف كل التقارير؟',
    deleteBody: 'يُحذف من هذا المتصفح نهائيًا.',
    deleteAllBody: 'تُحذف كلها من هذا المتصفح نهائيًا.',
    yes: 'حذف',
    no: 'إبقاء',
    retention: 'حذف التقارير بعد',
    retentionChoices: {
      7: '7 أيام',
      30: '30 يومًا',
      90: '90 يومًا',
      365: 'سنة',
      never: 'أبدًا',
    },
  },
};
