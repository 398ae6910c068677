// Spanish words that both pages use. The person is “usted”; words for things are those understood everywhere.

import type { ErrorWords, SharedWords } from '../en/shared.ts';
import { keyErrors } from './key.ts';
import { reportWords } from './report.ts';

/** What only the console meets, which has words of its own for it (console-errors.ts). */
const atConsole: ErrorWords = {
  what: 'Esto concierne a la consola del técnico.',
  next: 'Diga al técnico el código que aparece abajo.',
};

const errors: SharedWords['errors'] = {
  ...keyErrors,
  'link-malformed': {
    what: 'Este enlace de soporte está incompleto o dañado.',
    next: 'Copie el enlace completo del mensaje que recibió o pida al técnico que se lo envíe otra vez.',
  },
  'link-unknown': {
    what: 'Este enlace de soporte no lleva a ningún sitio. Puede que una parte esté mal o que sea demasiado antiguo.',
    next: 'Revise el enlace o pida uno nuevo al técnico.',
  },
  'link-used': {
    what: 'Este enlace de soporte ya se ha usado. Cada enlace funciona una sola vez.',
    next: 'Pida al técnico un enlace nuevo. Si este no lo usó usted, dígaselo.',
  },
  'link-expired': {
    what: 'Este enlace de soporte ha caducado.',
    next: 'Pida al técnico un enlace nuevo.',
  },
  'session-ended': {
    what: 'Esta sesión ya ha terminado.',
    next: 'Si todavía necesita ayuda, pida al técnico un enlace nuevo.',
  },
  'session-revoked': {
    what: 'Quien administra el servicio de soporte ha finalizado esta sesión.',
    next: 'Si todavía necesita ayuda, pregunte a la organización que usted conoce.',
  },
  'server-unreachable': {
    what: 'No se puede llegar al servicio de soporte desde aquí.',
    next: 'Revise su conexión a internet y vuelva a intentarlo.',
  },
  'server-busy': {
    what: 'El servicio de soporte está muy ocupado en este momento.',
    next: 'Espere un minuto y vuelva a intentarlo.',
  },
  'server-response-invalid': {
    what: 'El servicio de soporte dio una respuesta que esta página no entiende.',
    next: 'Vuelva a intentarlo. Si sigue igual, dé al técnico el código que aparece abajo.',
  },
  'sign-in-required': atConsole,
  'sign-in-refused': atConsole,
  'sign-in-limited': atConsole,
  'password-refused': atConsole,
  'technician-blocked': atConsole,
  'oidc-unreachable': atConsole,
  'oidc-failed': atConsole,
  'oidc-not-allowed': atConsole,
  'browser-unsupported': {
    what: 'Este navegador no puede hacer la conexión directa que necesita una sesión.',
    next: 'Abra el enlace en un Chrome, Edge, Firefox o Safari reciente.',
  },
  'signalling-refused': {
    what: 'El servicio de soporte no dejó entrar a esta página en la sesión.',
    next: 'Vuelva a intentarlo. Si sigue igual, pida al técnico un enlace nuevo.',
  },
  'technician-absent': {
    what: 'La página del técnico no está abierta en este momento.',
    next: 'Pida al técnico que la deje abierta y vuelva a intentarlo.',
  },
  'peer-unreachable': {
    what: 'Los dos navegadores no han podido conectarse. Puede que un cortafuegos o una VPN lo impida.',
    next: 'Vuelva a intentarlo. Si sigue igual, pruebe con otra red o desactive la VPN.',
  },
  'proof-timeout': {
    what: 'No se pudo confirmar a tiempo quién está al otro lado, así que la conexión se cerró.',
    next: 'No se ha compartido nada. Vuelva a intentarlo.',
  },
  'proof-failed': {
    what: 'No se pudo confirmar que al otro lado esté la persona correcta, así que la conexión se cerró.',
    next: 'No se ha compartido nada. Compruebe que abrió el enlace completo o pida uno nuevo al técnico.',
  },
  'version-mismatch': {
    what: 'Esta página y la del otro lado son de versiones distintas de Deskside.',
    next: 'Recargue la página. Si eso no ayuda, pida al técnico un enlace nuevo.',
  },
  'protocol-violation': {
    what: 'El otro lado envió algo que aquí no se acepta, así que la conexión se cerró.',
    next: 'Empiece de nuevo con otro enlace.',
  },
  'connection-lost': {
    what: 'La conexión se perdió y no se pudo restablecer.',
    next: 'Si todavía necesita ayuda, pida al técnico un enlace nuevo.',
  },
  'message-too-long': {
    what: 'Este mensaje es demasiado largo para enviarlo.',
    next: 'Acórtelo o envíelo por partes.',
  },
  'message-not-sent': {
    what: 'No se pudo enviar el mensaje. Su texto sigue ahí.',
    next: 'Vuelva a intentarlo cuando vuelva la conexión.',
  },
  'copy-failed': {
    what: 'El navegador no permitió copiar.',
    next: 'Seleccione el texto y cópielo con el teclado.',
  },
  'window-refused': {
    what: 'El navegador no abrió la ventana sobre las demás.',
    next: 'Pulse Mantener encima otra vez. Una ventana así solo se abre justo después de pulsar, y algunos navegadores no la tienen.',
  },
  'session-not-kept': {
    what: 'Este navegador no guarda nada para esta página, como en una ventana privada.',
    next: 'La sesión continúa. No recargue ni cierre esta página hasta que termine.',
  },
  'session-not-kept-full': {
    what: 'No queda espacio en este dispositivo para guardar la sesión.',
    next: 'La sesión continúa. Libere espacio, o no recargue ni cierre esta página hasta que termine.',
  },
  'session-not-restored': {
    what: 'Lo que se guardó de su última sesión está dañado o es de otra versión, así que no puede continuar.',
    next: 'Pida un enlace nuevo.',
  },
  'screen-picker-dismissed': {
    what: 'Su pantalla no se comparte, porque no se eligió nada.',
    next: 'El técnico puede volver a pedirlo.',
  },
  'screen-denied-by-system': {
    what: 'Su equipo no permite que este navegador comparta la pantalla.',
    next: 'Permita a este navegador grabar la pantalla en los ajustes de privacidad del sistema. Después, el técnico puede volver a pedirlo.',
  },
  'screen-source-failed': {
    what: 'No se pudo compartir lo que eligió.',
    next: 'Elija otra cosa cuando el técnico vuelva a pedirlo.',
  },
  'screen-unsupported': {
    what: 'Este navegador no puede compartir la pantalla.',
    next: 'Puede usar el chat. Para compartir la pantalla, abra un enlace nuevo en un ordenador o computadora.',
  },
  'screen-not-sent': {
    what: 'No se pudo enviar su pantalla, así que se dejó de compartir.',
    next: 'El técnico puede volver a pedirlo.',
  },
  'screen-cut': {
    what: 'Esta página se ha recargado y por eso su pantalla ya no se comparte.',
    next: 'Vuelva a compartirla si quiere continuar.',
  },
  'report-not-kept': atConsole,
  'file-changed': {
    what: 'Este no es el mismo archivo de antes, o ha cambiado.',
    next: 'Elija el que se estaba enviando, o cancele y envíe el nuevo.',
  },
  'file-unreadable': {
    what: 'Este archivo ya no se puede leer. Puede que se haya movido o cambiado.',
    next: 'Elíjalo otra vez.',
  },
  'file-damaged': {
    what: 'Lo que llegó no es lo que se envió, así que el archivo no se guardó.',
    next: 'Envíelo otra vez.',
  },
  'file-not-permitted': {
    what: 'En esta sesión no se permiten archivos de este tipo o tamaño.',
    next: 'Elija otros archivos o pregunte al técnico de qué otra forma hacérselos llegar.',
  },
  'not-permitted': {
    what: 'Se intentó algo que la organización del técnico no permite, así que la sesión se finalizó.',
    next: 'Si no lo esperaba, avise a la organización a la que pidió ayuda.',
  },
  'files-too-many': {
    what: 'Son demasiados archivos para enviarlos a la vez.',
    next: 'Envíe menos cada vez o póngalos en un archivo ZIP.',
  },
  'transfer-cut': {
    what: 'Una de las dos páginas se recargó mientras este archivo estaba en camino.',
    next: 'Envíelo otra vez.',
  },
  'save-dismissed': {
    what: 'Todavía no se ha guardado nada, porque no se eligió un lugar.',
    next: 'Elija dónde guardar o rechace los archivos.',
  },
  'save-failed': {
    what: 'No se pudo guardar el archivo.',
    next: 'Pruebe con otra carpeta y compruebe que hay espacio. Después, pida que se lo envíen otra vez.',
  },
  'save-unsupported': {
    what: 'Este navegador no puede guardar archivos que se envían de esta forma.',
    next: 'Use un Chrome, Edge, Firefox o Safari reciente, y no una ventana privada.',
  },
  'storage-full': {
    what: 'No hay espacio suficiente para este archivo.',
    next: 'Libere espacio en este equipo. Después, pida que se lo envíen otra vez.',
  },
};

export const sharedWords: SharedWords = {
  language: 'es',
  chat: {
    title: 'Chat',
    log: 'Mensajes del chat',
    message: 'Mensaje',
    send: 'Enviar',
    empty: 'Aún no hay mensajes.',
    you: 'Usted',
    undelivered: 'Se enviará',
    sentBy: (name) => `${name}:`,
    newMessages: 'Mensajes nuevos',
    charactersLeft: (count) => (count === 1 ? 'Queda 1 carácter' : `Quedan ${count} caracteres`),
    tooLong: (max) => `Los mensajes pueden tener hasta ${max} caracteres.`,
    hint: 'Intro envía, Mayús+Intro empieza otra línea.',
  },
  endQuestion: {
    title: '¿Finalizar la sesión?',
    yes: 'Sí',
    no: 'No',
  },
  notices: {
    turnOn: 'Activar avisos',
    notNow: 'Ahora no',
    blocked:
      'Este navegador no permite avisos de esta página. Puede cambiarlo en los ajustes del navegador para este sitio.',
  },
  unreadTitle: (count, title) => `(${count}) ${title}`,
  errorCode: (code) => `Código: ${code}`,
  tryAgain: 'Volver a intentar',
  dismiss: 'Descartar',
  languageLabel: 'Idioma',
  errors,
  report: reportWords,
};
