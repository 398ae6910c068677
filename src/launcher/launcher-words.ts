// The launcher's few words, in every language, since it loads nothing before somebody presses its button. Plain texts
// rather than functions, so that a page can replace them: {name} is the technician, {count} a number.

import type { Language } from '../i18n/language.ts';

export interface LauncherWords {
  /** On the button. */
  readonly start: string;
  /** On the button, while the support window is open. */
  readonly show: string;
  readonly open: string;
  readonly connecting: string;
  readonly connected: string;
  readonly visible: string;
  readonly reconnecting: string;
  readonly ended: string;
  readonly unread: string;
  readonly popupRefused: string;
  readonly openInTab: string;
  readonly serverInvalid: string;
}

export const LAUNCHER_WORDS: Readonly<Record<Language, LauncherWords>> = {
  en: {
    start: 'Get support',
    show: 'Show support window',
    open: 'Support is open in a window of its own.',
    connecting: 'Connecting…',
    connected: 'Connected with {name}. {name} cannot see your screen.',
    visible: '{name} can see your screen.',
    reconnecting: 'Reconnecting…',
    ended: 'The session has ended.',
    unread: 'New messages: {count}',
    popupRefused: 'The browser did not let the support window open.',
    openInTab: 'Open support in a tab',
    serverInvalid:
      'Support is not set up on this page. Please reach the people who run this site in another way.',
  },
  'pt-BR': {
    start: 'Obter suporte',
    show: 'Mostrar janela de suporte',
    open: 'O suporte está aberto em uma janela própria.',
    connecting: 'Conectando…',
    connected: 'Em contato com {name}. {name} não pode ver sua tela.',
    visible: '{name} pode ver sua tela.',
    reconnecting: 'Reconectando…',
    ended: 'A sessão terminou.',
    unread: 'Mensagens novas: {count}',
    popupRefused: 'O navegador não deixou a janela de suporte abrir.',
    openInTab: 'Abrir suporte em uma aba',
    serverInvalid:
      'O suporte não está configurado nesta página. Fale com os responsáveis pelo site de outra forma.',
  },
  es: {
    start: 'Obtener soporte',
    show: 'Mostrar ventana de soporte',
    open: 'El soporte está abierto en su propia ventana.',
    connecting: 'Conectando…',
    connected: 'En contacto con {name}. {name} no puede ver su pantalla.',
    visible: '{name} puede ver su pantalla.',
    reconnecting: 'Reconectando…',
    ended: 'La sesión ha terminado.',
    unread: 'Mensajes nuevos: {count}',
    popupRefused: 'El navegador no permitió que se abriera la ventana de soporte.',
    openInTab: 'Abrir soporte en una pestaña',
    serverInvalid:
      'El soporte no está configurado en esta página. Contacte de otra forma con los responsables del sitio.',
  },
  ar: {
    start: 'الحصول على الدعم',
    show: 'إظهار نافذة الدعم',
    open: 'الدعم مفتوح في نافذة خاصة به.',
    connecting: 'جارٍ الاتصال…',
    connected: 'أنت على اتصال مع {name}، ولا يمكنه رؤية شاشتك.',
    visible: 'يمكن لـ {name} رؤية شاشتك.',
    reconnecting: 'جارٍ إعادة الاتصال…',
    ended: 'انتهت الجلسة.',
    unread: 'رسائل جديدة: {count}',
    popupRefused: 'لم يسمح المتصفح بفتح نافذة الدعم.',
    openInTab: 'فتح الدعم في علامة تبويب',
    serverInvalid: 'لم يُعدّ الدعم في هذه الصفحة. تواصل مع القائمين على الموقع بطريقة أخرى.',
  },
};

/** Puts the values into their places; what has no value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
