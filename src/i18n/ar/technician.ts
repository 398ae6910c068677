// Arabic words of the technician's console.

import type { TechnicianWords } from '../en/technician.ts';
import { elsewhereWords, technicianLineWords } from './connection.ts';
import { consoleWords } from './console.ts';
import { consoleErrors } from './console-errors.ts';
import { counted } from './counted.ts';
import { ltr, own } from './direction.ts';
import { filesWithCustomer } from './files.ts';
import { inviteKeyWords, technicianKeyErrors } from './invite-key.ts';
import { ownScreenWords } from './own-screen.ts';
import { sharedWords } from './shared.ts';

export const technicianWords: TechnicianWords = {
  ...sharedWords,
  ...consoleWords,
  files: filesWithCustomer,
  errors: {
    ...sharedWords.errors,
    ...consoleErrors,
    ...technicianKeyErrors,
    'session-ended': {
      what: 'انتهت هذه الجلسة بالفعل على الخادم.',
      next: 'يُرجى بدء جلسة جديدة.',
    },
    'session-revoked': {
      what: 'أنهى المسؤول هذه الجلسة أو أخرجك من الحساب أو غيّر كلمة مرورك.',
      next: 'يُرجى بدء جلسة جديدة، وتسجيل الدخول مجددًا إن طُلب ذلك.',
    },
    'session-not-restored': {
      what: 'ما حُفظ من إحدى الجلسات تالف أو من إصدار آخر، لذا لا يمكن متابعتها.',
      next: 'يُرجى بدء جلسة جديدة وإرسال رابطها إلى العميل.',
    },
    'browser-unsupported': {
      what: 'لا يمكن لهذا المتصفح إجراء الاتصال المباشر اللازم للجلسة.',
      next: 'يُرجى استخدام لوحة الدعم في إصدار حديث من Chrome أو Edge أو Firefox أو Safari.',
    },
    'signalling-refused': {
      what: 'لم يسمح الخادم لهذه الصفحة بانتظار العميل.',
      next: 'يُرجى إعادة المحاولة. إن استمر ذلك فيُرجى بدء جلسة جديدة.',
    },
    'signalling-lost': {
      what: 'انقطع الاتصال بالخادم قبل وصول العميل.',
      next: 'يُرجى التحقق من اتصالك بالإنترنت ثم إعادة المحاولة.',
    },
    'version-mismatch': {
      what: 'صفحة العميل من إصدار آخر من Deskside غير هذا.',
      next: 'يُرجى إعادة تحميل هذه الصفحة وإرسال رابط جديد إلى العميل.',
    },
    'protocol-violation': {
      what: 'أرسل الطرف الآخر شيئًا غير مقبول هنا، لذا أُغلق الاتصال.',
      next: 'يُرجى بدء جلسة جديدة برابط جديد.',
    },
    'server-response-invalid': {
      what: 'أعطى الخادم ردًا لا تفهمه هذه الصفحة.',
      next: 'يُرجى إعادة تحميل الصفحة. إن استمر ذلك فيُرجى عرض الرمز أدناه على المسؤول.',
    },
    'proof-failed': {
      what: 'حاول أحدهم الانضمام برابط غير مطابق، ولم يُسمح له. لم يرَ شيئًا.',
      next: 'الانتظار مستمر. إن كان عميلك، فيُرجى أن تطلب منه فتح الرابط كاملًا مرة أخرى.',
    },
    'proof-timeout': {
      what: 'حاول أحدهم الانضمام، لكن متصفحه لم يُثبت في الوقت المحدد أن لديه الرابط.',
      next: 'الانتظار مستمر. إن كان عميلك، فيُرجى أن تطلب منه فتح الرابط مرة أخرى.',
    },
    'peer-unreachable': {
      what: 'لم يتمكن متصفح العميل ومتصفحك من الوصول أحدهما إلى الآخر.',
      next: 'الانتظار مستمر. يُرجى أن تطلب من العميل إعادة المحاولة، من شبكة أخرى إن أمكن.',
    },
    'connection-lost': {
      what: 'انقطع الاتصال مع العميل وتعذّرت استعادته.',
      next: 'يُرجى بدء جلسة جديدة وإرسال الرابط الجديد إليه.',
    },
    'copy-failed': {
      what: 'لم يسمح المتصفح بنسخ هذا. النص محدد الآن.',
      next: 'يُرجى الضغط على Ctrl+C، أو ⌘C على Mac.',
    },
  },
  productName: 'Deskside',
  consoleName: 'لوحة دعم Deskside',
  pageTitle: (state) => `${state} – لوحة دعم Deskside`,
  customer: 'العميل',
  loading: 'جارٍ التعرّف عليك…',

  signIn: {
    title: 'تسجيل الدخول إلى لوحة الدعم',
    intro: 'يُرجى فتح رابط الدخول الذي عرضه الخادم عند تشغيله، فهو يسجّل دخولك تلقائيًا.',
    orToken: 'أو الصق الرمز من ذلك الرابط، وهو الجزء بعد «#».',
    token: 'رمز لوحة الدعم',
    submit: 'تسجيل الدخول',
    or: 'أو',
    username: 'اسم المستخدم',
    password: 'كلمة المرور',
    withOrganisation: (organisation) => `تسجيل الدخول عبر ${organisation}`,
    withOwn: 'تسجيل الدخول عبر مؤسستك',
    busy: 'جارٍ تسجيل الدخول…',
  },

  signOut: {
    open: 'تسجيل الخروج',
    signedInAs: (who) => `مسجّل الدخول: ${own(who)}`,
    title: 'هل تريد تسجيل الخروج؟',
    body: (count) =>
      `بذلك تنتهي: ${counted(count, {
        one: 'جلستك',
        two: 'جلستاك كلتاهما',
        few: 'جلسات، وهي كل جلساتك',
        many: 'جلسة، وهي كل جلساتك',
        other: 'جلسة، وهي كل جلساتك',
      })}.`,
    yes: 'تسجيل الخروج',
    no: 'البقاء',
  },

  start: {
    title: (name) => `مرحبًا ${name}`,
    organisation: (organisation) => `تظهر للعملاء باسم ${own(organisation)}.`,
    newSession: 'جلسة جديدة',
    creating: 'جارٍ إنشاء الجلسة…',
    stepsTitle: 'كيف تسير الجلسة',
    steps: [
      {
        title: 'إرسال الرابط',
        text: 'تُنشئ الجلسة الجديدة رابط دعم. أرسله بالبريد أو المحادثة أو التذكرة.',
      },
      { title: 'يفتحه العميل', text: 'يكفي أي متصفح حديث، ولا حاجة إلى تثبيت شيء.' },
      { title: 'طلب رؤية الشاشة', text: 'يوافق العميل أو يرفض، ويمكنه الإيقاف متى شاء.' },
    ],
  },

  status: {
    gettingReady: 'جارٍ التحضير…',
    waiting: 'بانتظار العميل',
    peer: 'العميل يتصل…',
    proof: 'جارٍ التحقق من رابط العميل…',
    connected: 'متصل',
    reconnecting: 'جارٍ استعادة الاتصال…',
    failed: 'تعذّر بدء الجلسة',
    endedByCustomer: 'أنهى العميل الجلسة',
    endedByTechnician: 'أنهيتَ الجلسة',
    lost: 'انقطع الاتصال',
    revoked: 'أنهى المسؤول الجلسة',
  },

  inviteKey: inviteKeyWords,

  invite: {
    title: 'دعوة العميل',
    intro: 'أرسل الرابط إلى من تريد مساعدته، أو اقرأ له المفتاح. تبدأ الجلسة عند انضمامه.',
    link: 'رابط الدعم',
    copy: 'نسخ الرابط',
    copyMessage: 'نسخ الرسالة',
    copied: 'تم النسخ',
    message: 'رسالة إلى العميل',
    customerLanguage: 'لغة العميل',
    qrCode: 'رمز QR لرابط الدعم',
    once: 'يعمل الرابط والمفتاح مرة واحدة ولشخص واحد.',
    until: (time) => `إن لم يُستخدما، يتوقفان عن العمل ${own(time)}.`,
    stepsTitle: 'المرحلة الحالية',
    steps: {
      opens: 'العميل يستخدم الرابط أو المفتاح',
      connects: 'اتصال المتصفحين',
      proves: 'التحقق من الرابط أو المفتاح',
    },
    keepOpen: 'يُرجى إبقاء هذه الصفحة مفتوحة. سيظهر العميل هنا تلقائيًا.',
    keepSecret: 'كل من لديه الرابط أو المفتاح يمكنه الانضمام. لا تعطهما إلا لعميلك.',
  },

  session: {
    end: 'إنهاء الجلسة',
    endBody: 'تختفي شاشة العميل من هنا وتُغلق المحادثة. للمتابعة يلزم رابط جديد.',
    endUnusedBody: 'يتوقف رابط الدعم والمفتاح عن العمل فورًا.',
    isVisible: 'شاشة العميل مرئية',
    reads: (language) => `لغة العميل: ${language}`,
  },

  screen: {
    region: 'شاشة العميل',
    request: 'طلب رؤية الشاشة',
    cancelRequest: 'إلغاء الطلب',
    stop: 'إيقاف المشاهدة',
    resume: 'استئناف المشاهدة',
    requesting: {
      title: 'بانتظار رد العميل…',
      text: 'يظهر طلبك لدى العميل الآن، وهو من يختار ما يشاركه.',
    },
    waitingForPicture: { title: 'بانتظار الصورة…', text: 'بدأ العميل المشاركة.' },
    paused: {
      title: 'أوقف العميل المشاركة مؤقتًا',
      text: 'تعود الصورة تلقائيًا عند استئنافها.',
    },
    notWatching: {
      title: 'أوقفتَ المشاهدة',
      text: 'العميل على علم بذلك. يمكنك الاستئناف في أي وقت.',
    },
    off: {
      'not-shared': {
        title: 'لا شيء قيد المشاركة بعد',
        text: 'اطلب رؤية الشاشة. يوافق العميل أو يرفض، والمحادثة متاحة في الأثناء.',
      },
      declined: {
        title: 'رفض العميل',
        text: 'اشرح في المحادثة سبب رغبتك في الرؤية، ثم اطلب مجددًا إن وافق.',
      },
      failed: {
        title: 'تعذّرت مشاركة الشاشة من متصفح العميل',
        text: 'قد يمنعها نظامه. اسأله عمّا يظهر لديه، ثم اطلب مجددًا.',
      },
      unsupported: {
        title: 'متصفح العميل لا يمكنه مشاركة الشاشة',
        text: 'لا يمكن ذلك على الهواتف والأجهزة اللوحية. تابع بالمحادثة، أو اطلب منه فتح رابط جديد على حاسوب.',
      },
      'page-reloaded': {
        title: 'أُعيد تحميل صفحة العميل',
        text: 'توقفت المشاركة بذلك. يُسأل العميل عن المشاركة مجددًا، ويمكنك أن تطلب أيضًا.',
      },
      'stopped-by-customer': {
        title: 'أوقف العميل المشاركة',
        text: 'لم تعد شاشته مرئية لك. اطلب مجددًا عند الحاجة.',
      },
    },
    view: 'العرض',
    fit: 'ملاءمة',
    actualSize: '100%',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    zoomLevel: (percent) => ltr(`${percent}%`),
    saveStill: 'حفظ صورة ثابتة',
    fullScreen: 'ملء الشاشة',
    leaveFullScreen: 'إنهاء ملء الشاشة',
    picture: 'صورة شاشة العميل',
    resolution: (width, height) => ltr(`${width} × ${height}`),
    surfaces: {
      monitor: 'الشاشة كاملة',
      window: 'نافذة واحدة',
      browser: 'علامة تبويب واحدة',
      unknown: 'قيد المشاركة',
    },
  },

  ended: {
    title: 'انتهت الجلسة',
    nothingVisible: 'لم يعد بإمكان أحد رؤية حاسوب العميل أو الوصول إليه.',
    neverJoined: 'لم ينضم العميل. لم يعد الرابط صالحًا.',
    duration: 'المدة',
    endedBy: 'أنهاها',
    byCustomer: 'العميل',
    byTechnician: 'أنت',
    byNobody: 'انقطاع الاتصال',
    messages: 'الرسائل',
    report: 'عرض التقرير',
    close: 'إزالة من القائمة',
  },

  ownScreen: ownScreenWords,
  line: technicianLineWords,
  elsewhere: elsewhereWords,
  notices: {
    ...sharedWords.notices,
    offer: 'هل تريد إشعارًا عندما ينضم العميل أو يكتب وأنت في نافذة أخرى؟',
    openPage: 'اضغط هنا للرد.',
    joined: { title: 'انضم العميل', body: 'بدأت الجلسة.' },
    agreed: { title: 'العميل يشارك شاشته', body: 'اضغط هنا لرؤيتها.' },
  },

  shortcuts: {
    title: 'اختصارات لوحة المفاتيح',
    open: 'اختصارات لوحة المفاتيح',
    close: 'إغلاق',
    intro: 'تعمل في أي مكان خارج حقول النص.',
    isEnabled: 'استخدام اختصارات المفتاح الواحد',
    actions: {
      request: 'طلب رؤية الشاشة، أو إلغاء الطلب',
      watch: 'إيقاف المشاهدة أو استئنافها',
      fit: 'ملاءمة الصورة',
      actualSize: 'الصورة بحجم 100%',
      zoomIn: 'تكبير',
      zoomOut: 'تصغير',
      fullScreen: 'ملء الشاشة',
      ownScreen: 'مشاركة شاشتي، أو إيقاف مشاركتها',
      chat: 'كتابة رسالة',
      sendFiles: 'إرسال ملفات',
      viewFiles: 'عمليات نقل الملفات',
      end: 'إنهاء الجلسة',
      newSession: 'جلسة جديدة',
      nextSession: 'الجلسة التالية',
      previousSession: 'الجلسة السابقة',
      help: 'هذه القائمة',
    },
    tooltip: (action, key) => `${action} (${ltr(key)})`,
  },
};
