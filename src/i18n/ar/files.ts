// Arabic words about files, on both pages. What people do is said with nouns: a verb would need their gender.

import type { FileWords, OtherSide } from '../en/files.ts';
import { counted } from './counted.ts';
import { own } from './direction.ts';
import { countedFiles } from './nouns.ts';

const named: OtherSide = {
  start: (name) => own(name),
  mid: (name) => own(name),
  to: (name) => `إلى ${own(name)}`,
  from: (name) => `من ${own(name)}`,
};

const customer: OtherSide = {
  start: () => 'العميل',
  mid: () => 'العميل',
  to: () => 'إلى العميل',
  from: () => 'من العميل',
};

function wordsAbout(other: OtherSide): FileWords {
  return {
    menu: {
      button: 'نقل الملفات',
      short: 'الملفات',
      send: (name) => `إرسال ملفات ${other.to(name)}…`,
      viewStatus: 'عرض الحالة',
      sendShort: 'إرسال ملفات',
      running: (count, percent) => `قيد النقل: ${countedFiles(count)}، ${percent}`,
      waiting: (count, name) => `بانتظار رد ${other.from(name)}: ${countedFiles(count)}`,
    },

    sending: {
      title: (name) => `إرسال ملفات ${other.to(name)}`,
      asked: (name) => `تلزم أولًا موافقة ${other.mid(name)} واختيار مكان الحفظ.`,
      drop: 'أفلت الملفات أو المجلدات هنا',
      dropAnywhere: (name) => `أفلت للإرسال ${other.to(name)}`,
      chooseFiles: 'اختيار ملفات',
      takePhoto: 'التقاط صورة',
      chooseFolder: 'اختيار مجلد',
      reading: 'جارٍ قراءة المجلد…',
      chosen: 'الملفات المختارة',
      remove: (file) => `إزالة ${own(file)}`,
      total: (count, size) => `${countedFiles(count)}، ${size}`,
      tooMany: (max) =>
        `الحد الأقصى للإرسال دفعة واحدة هو ${counted(max, {
          one: 'ملف واحد',
          two: 'ملفان',
          few: 'ملفات',
          many: 'ملفًا',
          other: 'ملف',
        })}. تُركت البقية.`,
      send: 'إرسال',
      cancel: 'إلغاء',
    },

    incoming: {
      title: 'ملفات واردة',
      intro: (count, name) =>
        `عرض ${other.from(name)} لإرسال ${counted(count, {
          one: 'ملف',
          two: 'ملفين',
          few: 'ملفات',
          many: 'ملفًا',
          other: 'ملف',
        })} إليك.`,
      list: 'الملفات المعروضة',
      total: (count, size) => `${countedFiles(count)}، ${size}`,
      program: 'برنامج',
      programWarning: 'البرامج قد تغيّر هذا الحاسوب. لا تحفظه إلا إذا كنت تتوقعه.',
      programsWarning: 'البرامج قد تغيّر هذا الحاسوب. لا تحفظها إلا إذا كنت تتوقعها.',
      choosing: 'يُرجى اختيار مكان الحفظ في نافذة المتصفح.',
      more: (count) =>
        `بعد هذا: ${counted(count, {
          one: 'عرض آخر',
          two: 'عرضان آخران',
          few: 'عروض أخرى',
          many: 'عرضًا آخر',
          other: 'عرض آخر',
        })}.`,
      save: 'حفظ',
      decline: 'رفض',
    },

    status: {
      title: 'عمليات نقل الملفات',
      list: 'ملفات هذه الجلسة',
      close: 'إغلاق',
      empty: 'لم تُرسل أو تُستلم ملفات في هذه الجلسة.',
      sentTo: (name) => `أُرسل ${other.to(name)}`,
      sendingTo: (name) => `جارٍ الإرسال ${other.to(name)}`,
      offeredTo: (name) => `عُرض الإرسال ${other.to(name)}`,
      from: (name) => `وارد ${other.from(name)}`,
      waiting: (name) => `بانتظار موافقة ${other.mid(name)}`,
      waitingForYou: 'بانتظار ردك',
      queued: 'بانتظار الدور',
      choosing: 'يُرجى اختيار مكان الحفظ',
      moved: (moved, total) => `${moved} من ${total}`,
      timeLeft: (time) => `الوقت المتبقي: ${time}`,
      secondsLeft: 'بقيت ثوانٍ قليلة',
      lineDown: 'يُستأنف عند عودة الاتصال',
      checking: 'جارٍ التحقق من وصوله كاملًا…',
      sent: 'أُرسل وتم التحقق منه',
      saved: 'حُفظ وتم التحقق منه',
      took: (size, time) => `${size} خلال ${time}`,
      declinedByYou: 'رفضتَه أنت',
      declinedBy: (name) => `رُفض ${other.from(name)}`,
      cancelledByYou: 'ألغيتَه أنت',
      cancelledBy: (name) => `أُلغي ${other.from(name)}`,
      cancel: 'إلغاء',
      path: (connections, isRelayed) =>
        `عدد الاتصالات: ${connections}، ${isRelayed ? 'عبر خادم وسيط' : 'مباشرة بين المتصفحين'}`,
      heldReloaded: 'يُستأنف تلقائيًا بعد لحظات',
      heldFileNeeded: 'توقّف لأن هذه الصفحة أُعيد تحميلها',
      heldAwaitsFile: (name) => `بانتظار اختيار الملف مجددًا ${other.from(name)}`,
      pausedByYou: 'أوقفتَه مؤقتًا',
      pausedBy: (name) => `أُوقف مؤقتًا ${other.from(name)}`,
      full: 'لم تعد هناك مساحة هنا. يُرجى إخلاء مساحة ثم المتابعة.',
      fullThere: (name) => `لا توجد مساحة كافية حاليًا لدى ${other.mid(name)}`,
      sendAgain: 'إعادة الإرسال',
      pause: 'إيقاف مؤقت',
      continue: 'متابعة',
      chooseAgain: 'اختيار الملف مجددًا…',
      saveAgain: 'الحفظ مجددًا',
      details: 'المجموع الاختباري',
      copy: 'نسخ المجموع الاختباري',
      copied: 'تم النسخ',
    },

    news: {
      startedOutgoing: (subject, name) => `${own(subject)}: في الطريق ${other.to(name)}.`,
      startedIncoming: (subject, name) => `${own(subject)}: في الطريق ${other.from(name)}.`,
      sent: (subject, name) => `أُرسل ${other.to(name)}: ${own(subject)}.`,
      saved: (subject) => `تم الحفظ: ${own(subject)}.`,
      declined: (subject, name) => `رفض ${other.from(name)}: ${own(subject)}.`,
      cancelled: (subject, name) => `أُلغي ${other.from(name)}: ${own(subject)}.`,
      notSent: (subject) => `لم يُرسل: ${own(subject)}.`,
      notSaved: (subject) => `لم يُستلم: ${own(subject)}.`,
      files: countedFiles,
      partly: (done, total) => `وصل ${done} من أصل ${countedFiles(total)}.`,
      view: 'عرض الحالة',
      dismiss: 'تجاهل',
    },
  };
}

export const filesWithTechnician = wordsAbout(named);
export const filesWithCustomer = wordsAbout(customer);
