// Spanish words of the technician's console.

import type { TechnicianWords } from '../en/technician.ts';
import { elsewhereWords, technicianLineWords } from './connection.ts';
import { consoleWords } from './console.ts';
import { consoleErrors } from './console-errors.ts';
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
      what: 'Esta sesión ya ha terminado en el servidor.',
      next: 'Inicie una nueva sesión.',
    },
    'session-revoked': {
      what: 'Su administrador ha finalizado esta sesión, ha cerrado su acceso o ha cambiado su contraseña.',
      next: 'Inicie una nueva sesión. Si se le pide, vuelva a entrar.',
    },
    'session-not-restored': {
      what: 'Lo que se guardó de una sesión está dañado o es de otra versión, así que no puede continuar.',
      next: 'Inicie una nueva sesión y envíe el enlace al cliente.',
    },
    'browser-unsupported': {
      what: 'Este navegador no puede hacer la conexión directa que necesita una sesión.',
      next: 'Use la consola en un Chrome, Edge, Firefox o Safari reciente.',
    },
    'signalling-refused': {
      what: 'El servidor no permitió que esta página esperara al cliente.',
      next: 'Vuelva a intentarlo. Si sigue igual, inicie una nueva sesión.',
    },
    'signalling-lost': {
      what: 'La conexión con el servidor se cortó antes de que llegara el cliente.',
      next: 'Revise su conexión a internet y vuelva a intentarlo.',
    },
    'version-mismatch': {
      what: 'La página del cliente es de otra versión de Deskside que esta.',
      next: 'Recargue esta página y envíe al cliente un enlace nuevo.',
    },
    'protocol-violation': {
      what: 'El otro lado envió algo que aquí no se acepta, así que la conexión se cerró.',
      next: 'Inicie una nueva sesión con otro enlace.',
    },
    'server-response-invalid': {
      what: 'El servidor dio una respuesta que esta página no entiende.',
      next: 'Recargue la página. Si sigue igual, muestre a su administrador el código que aparece abajo.',
    },
    'proof-failed': {
      what: 'Alguien intentó entrar con un enlace que no coincide y no se le dejó pasar. No vio nada.',
      next: 'Seguimos esperando. Si era su cliente, pídale que vuelva a abrir el enlace completo.',
    },
    'proof-timeout': {
      what: 'Alguien intentó entrar, pero su navegador no demostró a tiempo que tiene el enlace.',
      next: 'Seguimos esperando. Si era su cliente, pídale que vuelva a abrir el enlace.',
    },
    'peer-unreachable': {
      what: 'El navegador del cliente y el suyo no han podido conectarse.',
      next: 'Seguimos esperando. Pida al cliente que lo intente otra vez, si puede desde otra red.',
    },
    'connection-lost': {
      what: 'La conexión con el cliente se perdió y no se pudo restablecer.',
      next: 'Inicie una nueva sesión y envíele el nuevo enlace.',
    },
    'copy-failed': {
      what: 'El navegador no permitió copiarlo. Ya está seleccionado.',
      next: 'Pulse Ctrl+C, o ⌘C en un Mac.',
    },
  },
  productName: 'Deskside',
  consoleName: 'Consola de Deskside',
  pageTitle: (state) => `${state} – Consola de Deskside`,
  customer: 'Cliente',
  loading: 'Comprobando quién es usted…',

  signIn: {
    title: 'Entrar en la consola',
    intro: 'Abra el enlace de acceso que el servidor mostró al arrancar. Con él entra directamente.',
    orToken: 'O pegue el token de ese enlace: la parte después de “#”.',
    token: 'Token de la consola',
    submit: 'Entrar',
    or: 'o',
    username: 'Nombre de usuario',
    password: 'Contraseña',
    withOrganisation: (organisation) => `Entrar con ${organisation}`,
    withOwn: 'Entrar con su organización',
    busy: 'Entrando…',
  },

  signOut: {
    open: 'Salir',
    signedInAs: (who) => `Ha entrado como ${who}`,
    title: '¿Salir de la consola?',
    body: (count) =>
      count === 1 ? 'Con eso termina su sesión.' : `Con eso terminan todas sus ${count} sesiones.`,
    yes: 'Salir',
    no: 'Quedarse',
  },

  start: {
    title: (name) => `Hola, ${name}`,
    organisation: (organisation) => `Los clientes le ven como ${organisation}.`,
    newSession: 'Nueva sesión',
    creating: 'Creando la sesión…',
    stepsTitle: 'Cómo es una sesión',
    steps: [
      {
        title: 'Envíe el enlace',
        text: 'Una nueva sesión crea un enlace de soporte. Envíelo por correo, chat o tique.',
      },
      { title: 'El cliente lo abre', text: 'Sirve cualquier navegador reciente. No instala nada.' },
      { title: 'Pida ver la pantalla', text: 'El cliente dice sí o no, y puede parar cuando quiera.' },
    ],
  },

  status: {
    gettingReady: 'Preparando…',
    waiting: 'Esperando al cliente',
    peer: 'El cliente se está conectando…',
    proof: 'Comprobando el enlace del cliente…',
    connected: 'Conectado',
    reconnecting: 'Reconectando…',
    failed: 'La sesión no pudo empezar',
    endedByCustomer: 'El cliente finalizó la sesión',
    endedByTechnician: 'Usted finalizó la sesión',
    lost: 'Se perdió la conexión',
    revoked: 'Su administrador finalizó la sesión',
  },

  inviteKey: inviteKeyWords,

  invite: {
    title: 'Invite al cliente',
    intro: 'Envíe el enlace a quien quiere ayudar o léale la clave. La sesión empieza cuando entra.',
    link: 'Enlace de soporte',
    copy: 'Copiar enlace',
    copyMessage: 'Copiar mensaje',
    copied: 'Copiado',
    message: 'Mensaje para el cliente',
    customerLanguage: 'Idioma del cliente',
    qrCode: 'Código QR del enlace de soporte',
    once: 'El enlace y la clave funcionan una sola vez, para una persona.',
    until: (time) => `Si no se usan, dejan de funcionar el ${time}.`,
    stepsTitle: 'En qué punto está',
    steps: {
      opens: 'El cliente usa el enlace o la clave',
      connects: 'Los navegadores se conectan',
      proves: 'Se comprueba el enlace o la clave',
    },
    keepOpen: 'Deje esta página abierta. El cliente aparece aquí solo.',
    keepSecret: 'Quien tenga el enlace o la clave puede entrar. Déselos solo a su cliente.',
  },

  session: {
    end: 'Finalizar sesión',
    endBody:
      'La pantalla del cliente desaparece de aquí y el chat se cierra. Para seguir hará falta otro enlace.',
    endUnusedBody: 'El enlace de soporte y la clave dejan de funcionar al momento.',
    isVisible: 'Pantalla del cliente visible',
    reads: (language) => `Idioma: ${language}`,
  },

  screen: {
    region: 'Pantalla del cliente',
    request: 'Pedir ver la pantalla',
    cancelRequest: 'Cancelar petición',
    stop: 'Dejar de ver',
    resume: 'Volver a ver',
    requesting: {
      title: 'Esperando la respuesta del cliente…',
      text: 'Ahora ve su petición. El cliente elige qué compartir.',
    },
    waitingForPicture: { title: 'Esperando la imagen…', text: 'El cliente ha empezado a compartir.' },
    paused: {
      title: 'El cliente ha pausado la pantalla',
      text: 'La imagen vuelve sola cuando la reanude.',
    },
    notWatching: {
      title: 'Ha dejado de ver',
      text: 'El cliente lo sabe. Vuelva cuando quiera.',
    },
    off: {
      'not-shared': {
        title: 'Aún no se comparte nada',
        text: 'Pida ver la pantalla. El cliente dice sí o no, y el chat ya funciona.',
      },
      declined: {
        title: 'El cliente no aceptó',
        text: 'Explique en el chat por qué quiere mirar y, si está de acuerdo, vuelva a pedirlo.',
      },
      failed: {
        title: 'El navegador del cliente no pudo compartir la pantalla',
        text: 'Puede que su sistema lo impida. Pregunte qué aparece allí y vuelva a pedirlo.',
      },
      unsupported: {
        title: 'El navegador del cliente no puede compartir la pantalla',
        text: 'Los teléfonos y las tabletas no pueden. Siga por chat o pida que abra otro enlace en un equipo de escritorio.',
      },
      'page-reloaded': {
        title: 'La página del cliente se ha recargado',
        text: 'Por eso ya no se comparte. Se le pide volver a compartir; usted también puede pedirlo.',
      },
      'stopped-by-customer': {
        title: 'El cliente dejó de compartir',
        text: 'Ya no ve su pantalla. Vuelva a pedirlo cuando haga falta.',
      },
    },
    view: 'Vista',
    fit: 'Ajustar',
    actualSize: '100 %',
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    zoomLevel: (percent) => `${percent} %`,
    saveStill: 'Guardar una imagen',
    fullScreen: 'Pantalla completa',
    leaveFullScreen: 'Salir de pantalla completa',
    picture: 'Imagen de la pantalla del cliente',
    resolution: (width, height) => `${width} × ${height}`,
    surfaces: {
      monitor: 'Toda la pantalla',
      window: 'Una ventana',
      browser: 'Una pestaña del navegador',
      unknown: 'Compartido',
    },
  },

  ended: {
    title: 'Sesión finalizada',
    nothingVisible: 'Nadie puede ver el equipo del cliente ni acceder a él.',
    neverJoined: 'El cliente no llegó a entrar. El enlace ya no funciona.',
    duration: 'Duración',
    endedBy: 'Finalizada por',
    byCustomer: 'El cliente',
    byTechnician: 'Usted',
    byNobody: 'Conexión perdida',
    messages: 'Mensajes',
    report: 'Ver el informe',
    close: 'Quitar de la lista',
  },

  ownScreen: ownScreenWords,
  line: technicianLineWords,
  elsewhere: elsewhereWords,
  notices: {
    ...sharedWords.notices,
    offer: '¿Recibir un aviso cuando el cliente entre o escriba y usted esté en otra ventana?',
    openPage: 'Pulse aquí para responder.',
    joined: { title: 'El cliente ha entrado', body: 'La sesión ha empezado.' },
    agreed: { title: 'El cliente comparte su pantalla', body: 'Pulse aquí para verla.' },
  },

  shortcuts: {
    title: 'Atajos de teclado',
    open: 'Atajos de teclado',
    close: 'Cerrar',
    intro: 'Funcionan en cualquier sitio fuera de un campo de texto.',
    isEnabled: 'Usar atajos de una tecla',
    actions: {
      request: 'Pedir ver la pantalla, o cancelar la petición',
      watch: 'Dejar de ver o volver a ver',
      fit: 'Ajustar la imagen',
      actualSize: 'Imagen al 100 %',
      zoomIn: 'Acercar',
      zoomOut: 'Alejar',
      fullScreen: 'Pantalla completa',
      ownScreen: 'Compartir mi pantalla, o dejar de hacerlo',
      chat: 'Escribir un mensaje',
      sendFiles: 'Enviar archivos',
      viewFiles: 'Transferencias de archivos',
      end: 'Finalizar sesión',
      newSession: 'Nueva sesión',
      nextSession: 'Sesión siguiente',
      previousSession: 'Sesión anterior',
      help: 'Esta lista',
    },
    tooltip: (action, key) => `${action} (${key})`,
  },
};
