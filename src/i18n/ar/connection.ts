// Arabic words about a connection that is interrupted, slow, or open elsewhere, for both pages.

import type { ElsewhereWords, LineWords, ShareAgainWords } from '../en/connection.ts';
import { counted } from './counted.ts';

const common = {
  limit: 'تستمر الجلسة تلقائيًا إذا استغرق ذلك أقل من 20 دقيقة.',
  since: 'منقطع منذ',
  dismiss: 'حسنًا',
};

export const customerLineWords: LineWords = {
  ...common,
  causes: {
    line: (name) => `انقطع الاتصال مع ${name}، وتجري استعادته.`,
    offline: () => 'لا توجد شبكة على هذا الجهاز حاليًا. تستمر الجلسة عند عودتها.',
    'page-left': (name) => `الصفحة لدى ${name} أُغلقت أو يُعاد تحميلها. نحن في الانتظار.`,
    returning: () => 'أُعيد تحميل هذه الصفحة، وتجري إعادتك إلى الجلسة.',
  },
  meanwhile:
    'ما تكتبه يُرسل، والملفات تُستأنف، عند عودة الاتصال. شاشتك غير مرئية في هذه الأثناء، ويمكنك إيقاف المشاركة أو إنهاء الجلسة.',
  poor: 'الاتصال بطيء. النص يبقى مقروءًا، وقد تتأخر الصور والملفات.',
};

export const technicianLineWords: LineWords = {
  ...common,
  causes: {
    line: () => 'انقطع الاتصال مع العميل، وتجري استعادته.',
    offline: () => 'لا توجد شبكة على هذا الحاسوب حاليًا. تستمر الجلسة عند عودتها.',
    'page-left': () => 'صفحة العميل أُغلقت أو يُعاد تحميلها. نحن في الانتظار.',
    returning: () => 'أُعيد تحميل هذه الصفحة، وهي في طريقها إلى الجلسة.',
  },
  meanwhile: 'ما تكتبه يُرسل، والملفات تُستأنف، عند عودة الاتصال. قد تكون الصورة قديمة، ويمكنك إنهاء الجلسة.',
  poor: 'الاتصال مع العميل بطيء. النص يبقى مقروءًا، وقد تتأخر الصورة والملفات.',
};

export const elsewhereWords: ElsewhereWords = {
  title: (name) => `جلستك مع ${name} مفتوحة في علامة تبويب أخرى`,
  text: 'تكون الجلسة في علامة تبويب واحدة فقط. يمكنك المتابعة هناك أو نقلها إلى هنا.',
  continueHere: 'المتابعة هنا',
  moving: 'جارٍ النقل إلى هنا…',
  sessions: (count) =>
    `في علامة تبويب أخرى: ${counted(count, {
      one: 'جلسة مفتوحة واحدة',
      two: 'جلستان مفتوحتان',
      few: 'جلسات مفتوحة',
      many: 'جلسة مفتوحة',
      other: 'جلسة مفتوحة',
    })}.`,
};

export const shareAgainWords: ShareAgainWords = {
  text: 'أُعيد تحميل هذه الصفحة، فتوقفت مشاركة شاشتك.',
  button: 'مشاركة شاشتي مجددًا',
  notNow: 'ليس الآن',
};
