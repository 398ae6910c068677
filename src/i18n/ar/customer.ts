// Arabic words of the customer's page. A verb would have to guess at the gender of whoever is named, so what people
// do is said with nouns.

import type { CustomerWords } from '../en/customer.ts';
import { customerLineWords, elsewhereWords, shareAgainWords } from './connection.ts';
import { ltr, own } from './direction.ts';
import { filesWithTechnician } from './files.ts';
import { keyFormWords } from './key.ts';
import { unreadMessages } from './nouns.ts';
import { receiptWords } from './receipt.ts';
import { sharedWords } from './shared.ts';
import { viewerWords } from './viewer.ts';

export const customerWords: CustomerWords = {
  ...sharedWords,
  receipt: receiptWords,
  files: filesWithTechnician,
  productName: 'Deskside',
  pageTitle: (name) => `${own(name)} – Deskside`,
  visibleTitle: (title) => `● مرئية – ${title}`,

  keyForm: keyFormWords,

  loading: 'جارٍ التحقق ممن يدعوك…',
  inviteFailed: 'لا يمكن استخدام هذا الرابط',

  join: {
    title: (name) => `عرض مساعدة من ${name}`,
    verified: {
      account: (host, organisation) =>
        `هوية مؤكدة: تسجيل دخول على ${ltr(host)} بحساب${organisation === null ? '' : ` لدى ${own(organisation)}`}.`,
      oidc: (host, organisation) =>
        `هوية مؤكدة: تسجيل دخول على ${ltr(host)} عبر ${organisation === null ? 'المؤسسة التابعة له' : own(organisation)}.`,
      none: (host) => `هوية غير مؤكدة: لا يعرف ${ltr(host)} مَن هذا.`,
    },
    abilities: {
      screen: (name) => `لا تظهر شاشتك لدى ${name} إلا أثناء مشاركتها.`,
      noControl: (name) => `لا يمكن لـ ${name} التحكم في حاسوبك.`,
      chat: 'يمكنك المحادثة، وإنهاء الجلسة في أي وقت.',
    },
    shareScreen: 'الانضمام ومشاركة شاشتي',
    withoutSharing: 'الانضمام دون مشاركة',
    cannotShare:
      'لا يستطيع هذا المتصفح مشاركة الشاشة، كحال متصفحات الهواتف كلها. يمكنك مع ذلك الدردشة وإرسال الصور والملفات ورؤية ما يُعرض عليك. لمشاركة شاشتك افتح الرابط على حاسوب.',
    warning: {
      title: 'هل طلبت هذه المساعدة؟',
      text: 'إن اتصل بك أو راسلك شخص لا تعرفه بشأن حاسوبك، فيُرجى إغلاق هذه الصفحة.',
    },
    encrypted: (name) => `شاشتك ورسائلك مشفّرة بين متصفحك ومتصفح ${name}.`,
    failed: 'لم يتم الاتصال بعد',
    failedStep: (step) => `توقف عند هذه الخطوة: ${step}.`,
  },

  connect: {
    title: (name) => `جارٍ الاتصال مع ${name}`,
    step: {
      server: () => 'الوصول إلى خدمة الدعم',
      peer: (name) => `الوصول إلى ${name}`,
      proof: () => 'التأكد من عدم وجود أحد في المنتصف',
    },
    done: 'تم',
    now: 'الآن',
    next: 'لاحقًا',
    cancel: 'إلغاء',
  },

  session: {
    title: (name) => `أنت على اتصال مع ${name}`,
    keepOpen: 'يمكنك استخدام برامجك الأخرى. يُرجى إبقاء هذه الصفحة مفتوحة.',
    visible: (name) => `شاشتك مرئية لدى ${name}`,
    notVisible: (name) => `شاشتك غير مرئية لدى ${name}`,
    reconnecting: 'جارٍ استعادة الاتصال…',
    visibleShort: 'مرئية',
    notVisibleShort: 'غير مرئية',
    seen: {
      monitor: (name) => `كل ما على الشاشة التي اخترتها مرئي لدى ${name}.`,
      window: (name) => `النافذة التي اخترتها فقط مرئية لدى ${name}.`,
      browser: (name) => `علامة التبويب التي اخترتها فقط مرئية لدى ${name}.`,
      unknown: (name) => `ما اخترته مرئي لدى ${name}.`,
    },
    notShared: (name) => `لا شيء قيد المشاركة. قد يصلك من ${name} طلب لرؤية شاشتك، والقرار لك.`,
    notLooking: (name) => `المشاركة جارية، لكن المشاهدة لدى ${name} متوقفة الآن.`,
    paused: (name) => `المشاركة متوقفة مؤقتًا. لا يظهر شيء لدى ${name} حتى تستأنفها.`,
    choose: 'يُرجى اختيار ما تريد مشاركته في نافذة المتصفح.',
    typingVisible: (name) => `ما تكتبه مرئي لدى ${name}.`,
    allowCapture: {
      mac: 'يُرجى فتح إعدادات النظام › الخصوصية والأمن › تسجيل الشاشة وصوت النظام، وتفعيل هذا المتصفح، ثم إعادة تشغيله.',
      windows: 'قد تمنع سياسة مؤسستك ذلك. يُرجى سؤال المسؤول عن هذا الحاسوب.',
      other: 'يُرجى السماح لهذا المتصفح بالتقاط الشاشة في إعدادات الخصوصية في النظام.',
    },
    canAskAgain: (name) => `يمكن لـ ${name} الطلب مجددًا.`,
  },

  viewer: viewerWords,
  line: customerLineWords,
  elsewhere: elsewhereWords,
  shareAgain: shareAgainWords,

  toolbar: {
    name: 'جلسة دعم',
    stopSharing: 'إيقاف مشاركة الشاشة',
    pause: { name: 'إيقاف مؤقت للمشاركة', short: 'إيقاف مؤقت' },
    resume: { name: 'استئناف المشاركة', short: 'استئناف' },
    change: { name: 'تغيير الشاشة', short: 'تغيير' },
    chat: 'المحادثة',
    end: 'إنهاء الجلسة',
    stopAll: 'إيقاف كل شيء',
    stopAllHint: (keys) => `اضغط ${ltr(keys)} لإيقاف كل شيء فورًا.`,
    keepOnTop: 'إبقاء في الأعلى',
    putBack: 'إعادة إلى الصفحة',
    collapse: 'طي',
    expand: 'توسيع',
    move: 'تحريك شريط الأدوات',
    moveHint: 'تحرّك الأسهم شريط الأدوات. يثبّته مفتاح Enter، ويعيده مفتاح Esc إلى مكانه.',
    unread: unreadMessages,
  },

  /** On the page, while the session is in a window above the others. */
  onTop: {
    title: 'جلسة الدعم في نافذة خاصة بها',
    text: 'تبقى فوق النوافذ الأخرى. إغلاقها لا ينهي شيئًا: تعود إلى هنا.',
  },

  consent: {
    title: (name) => `طلب من ${name} لرؤية شاشتك`,
    body: (name) =>
      `عند الموافقة، تختار ما يُعرض ويمكنك الإيقاف في أي وقت. لا يمكن لـ ${name} التحكم في حاسوبك.`,
    yes: 'نعم',
    no: 'لا',
  },

  notices: {
    ...sharedWords.notices,
    offer: (name) => `هل تريد إشعارًا عند وصول رسالة من ${name} وأنت في نافذة أخرى؟`,
    openPage: 'اضغط هنا للرد.',
  },

  reportSession: 'الإبلاغ عن هذه الجلسة…',

  endBody: (name) => `بعد ذلك لا يمكن لـ ${name} رؤية شاشتك أو محادثتك.`,

  ended: {
    title: 'انتهت الجلسة',
    text: 'انتهت الجلسة. لم يعد بإمكان أحد رؤية هذا الحاسوب أو الوصول إليه.',
    close: 'يمكنك إغلاق هذه الصفحة.',
    by: 'أنهاها',
    you: 'أنت',
    duration: 'المدة',
  },
};
