// Spanish words of the customer's page.

import type { CustomerWords } from '../en/customer.ts';
import { customerLineWords, elsewhereWords, shareAgainWords } from './connection.ts';
import { filesWithTechnician } from './files.ts';
import { keyFormWords } from './key.ts';
import { receiptWords } from './receipt.ts';
import { sharedWords } from './shared.ts';
import { viewerWords } from './viewer.ts';

export const customerWords: CustomerWords = {
  ...sharedWords,
  receipt: receiptWords,
  files: filesWithTechnician,
  productName: 'Deskside',
  pageTitle: (name) => `${name} – Deskside`,
  visibleTitle: (title) => `● Visible – ${title}`,

  keyForm: keyFormWords,

  loading: 'Viendo quién le invita…',
  inviteFailed: 'Este enlace no se puede usar',

  join: {
    title: (name) => `${name} quiere ayudarle`,
    verified: {
      account: (host, organisation) =>
        `Verificado: ha iniciado sesión en ${host} con una cuenta${organisation === null ? '' : ` de ${organisation}`}.`,
      oidc: (host, organisation) =>
        `Verificado: ha iniciado sesión en ${host} a través de ${organisation ?? 'su organización'}.`,
      none: (host) => `Sin verificar: ${host} no sabe quién es.`,
    },
    abilities: {
      screen: (name) => `${name} ve su pantalla solo mientras usted la comparte.`,
      noControl: (name) => `${name} no puede controlar su equipo.`,
      chat: 'Puede usar el chat y finalizar la sesión en cualquier momento.',
    },
    shareScreen: 'Entrar y compartir mi pantalla',
    withoutSharing: 'Entrar sin compartir',
    cannotShare:
      'Este navegador no puede compartir la pantalla, como el de ningún teléfono. Aun así puede chatear, enviar fotos y archivos y ver lo que le muestren. Para compartir su pantalla, abra el enlace en un ordenador.',
    warning: {
      title: '¿Ha pedido usted esta ayuda?',
      text: 'Si alguien que no conoce le ha llamado o escrito por su equipo, cierre esta página.',
    },
    encrypted: (name) => `Su pantalla y sus mensajes van cifrados entre su navegador y el de ${name}.`,
    failed: 'Todavía no está en la sesión',
    failedStep: (step) => `La conexión se detuvo en este paso: ${step}.`,
  },

  connect: {
    title: (name) => `Conectando con ${name}`,
    step: {
      server: () => 'Contacto con el servicio de soporte',
      peer: (name) => `Contacto con ${name}`,
      proof: () => 'Comprobación de que no hay nadie en medio',
    },
    done: 'Hecho',
    now: 'Ahora',
    next: 'Después',
    cancel: 'Cancelar',
  },

  session: {
    title: (name) => `Está en sesión con ${name}`,
    keepOpen: 'Puede usar sus otros programas. Deje esta página abierta.',
    visible: (name) => `${name} puede ver su pantalla`,
    notVisible: (name) => `${name} no puede ver su pantalla`,
    reconnecting: 'Reconectando…',
    visibleShort: 'Visible',
    notVisibleShort: 'No visible',
    seen: {
      monitor: (name) => `${name} ve todo lo que hay en la pantalla que ha elegido.`,
      window: (name) => `${name} ve la ventana que ha elegido y nada más.`,
      browser: (name) => `${name} ve la pestaña del navegador que ha elegido y nada más.`,
      unknown: (name) => `${name} ve lo que ha elegido.`,
    },
    notShared: (name) => `No se comparte nada. ${name} puede pedirle ver su pantalla, y usted decide.`,
    notLooking: (name) => `Está compartiendo; ${name} no está mirando ahora.`,
    paused: (name) => `Ha pausado la pantalla. ${name} no ve nada hasta que usted la reanude.`,
    choose: 'Elija qué compartir en la ventana del navegador.',
    typingVisible: (name) => `${name} puede ver lo que escribe.`,
    allowCapture: {
      mac: 'Abra Ajustes del Sistema › Privacidad y seguridad › Grabación de pantalla y audio del sistema, active este navegador y vuelva a abrirlo.',
      windows:
        'Puede que una norma de su organización no lo permita. Hable con quien se ocupa de este equipo.',
      other: 'Permita a este navegador capturar la pantalla en los ajustes de privacidad del sistema.',
    },
    canAskAgain: (name) => `${name} puede volver a pedirlo.`,
  },

  viewer: viewerWords,
  line: customerLineWords,
  elsewhere: elsewhereWords,
  shareAgain: shareAgainWords,

  toolbar: {
    name: 'Sesión de soporte',
    stopSharing: 'Dejar de compartir pantalla',
    pause: { name: 'Pausar pantalla compartida', short: 'Pausar' },
    resume: { name: 'Reanudar pantalla compartida', short: 'Reanudar' },
    change: { name: 'Cambiar de pantalla', short: 'Cambiar' },
    chat: 'Chat',
    end: 'Finalizar sesión',
    stopAll: 'Detener todo',
    stopAllHint: (keys) => `${keys} detiene todo al instante.`,
    keepOnTop: 'Mantener encima',
    putBack: 'Devolver a la página',
    collapse: 'Contraer',
    expand: 'Ampliar',
    move: 'Mover barra de herramientas',
    moveHint: 'Las flechas mueven la barra. Intro la deja ahí, Esc la devuelve a su sitio.',
    unread: (count) => (count === 1 ? '1 mensaje sin leer' : `${count} mensajes sin leer`),
  },

  /** On the page, while the session is in a window above the others. */
  onTop: {
    title: 'Su sesión de soporte está en su propia ventana',
    text: 'Se queda sobre las demás ventanas. Cerrarla no termina nada: vuelve aquí.',
  },

  consent: {
    title: (name) => `${name} quisiera ver su pantalla`,
    body: (name) =>
      `Si dice que sí, usted elige qué mostrar y puede parar cuando quiera. ${name} no puede controlar su equipo.`,
    yes: 'Sí',
    no: 'No',
  },

  notices: {
    ...sharedWords.notices,
    offer: (name) => `¿Recibir un aviso cuando ${name} escriba y usted esté en otra ventana?`,
    openPage: 'Pulse aquí para responder.',
  },

  reportSession: 'Denunciar esta sesión…',

  endBody: (name) => `Después, ${name} ya no puede ver su pantalla ni chatear con usted.`,

  ended: {
    title: 'Sesión finalizada',
    text: 'La sesión ha terminado. Nadie puede ver este equipo ni acceder a él.',
    close: 'Puede cerrar esta página.',
    by: 'Finalizada por',
    you: 'Usted',
    duration: 'Duración',
  },
};
