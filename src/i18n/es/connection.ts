// Spanish words about a connection that is interrupted, slow, or open elsewhere, for both pages.

import type { ElsewhereWords, LineWords, ShareAgainWords } from '../en/connection.ts';

const common = {
  limit: 'La sesión continúa sola si eso tarda menos de 20 minutos.',
  since: 'Interrumpida desde hace',
  dismiss: 'Entendido',
};

export const customerLineWords: LineWords = {
  ...common,
  causes: {
    line: (name) => `La conexión con ${name} se ha interrumpido. Se está restableciendo.`,
    offline: () => 'Este dispositivo no tiene red en este momento. La sesión continúa cuando vuelva.',
    'page-left': (name) => `La página de ${name} se ha cerrado o se está recargando. Estamos esperando.`,
    returning: () => 'Esta página se ha recargado. Está volviendo a la sesión.',
  },
  meanwhile:
    'Lo que escriba se enviará, y los archivos seguirán, cuando vuelva la conexión. Mientras tanto su pantalla no se ve; puede dejar de compartir o finalizar la sesión.',
  poor: 'La conexión es lenta. El texto se sigue leyendo; las imágenes y los archivos pueden tardar.',
};

export const technicianLineWords: LineWords = {
  ...common,
  causes: {
    line: () => 'La conexión con el cliente se ha interrumpido. Se está restableciendo.',
    offline: () => 'Este equipo no tiene red en este momento. La sesión continúa cuando vuelva.',
    'page-left': () => 'La página del cliente se ha cerrado o se está recargando. Estamos esperando.',
    returning: () => 'Esta página se ha recargado y está volviendo a la sesión.',
  },
  meanwhile:
    'Lo que escriba se enviará, y los archivos seguirán, cuando vuelva la conexión. La imagen puede ser antigua; puede finalizar la sesión.',
  poor: 'La conexión con el cliente es lenta. El texto se sigue leyendo; la imagen y los archivos pueden retrasarse.',
};

export const elsewhereWords: ElsewhereWords = {
  title: (name) => `Su sesión con ${name} está abierta en otra pestaña`,
  text: 'Solo una pestaña a la vez tiene la sesión. Puede seguir en la otra o traerla aquí.',
  continueHere: 'Continuar aquí',
  moving: 'Trayéndola aquí…',
  sessions: (count) =>
    count === 1 ? 'Hay 1 sesión abierta en otra pestaña.' : `Hay ${count} sesiones abiertas en otra pestaña.`,
};

export const shareAgainWords: ShareAgainWords = {
  text: 'Esta página se ha recargado y por eso su pantalla ya no se comparte.',
  button: 'Volver a compartir mi pantalla',
  notNow: 'Ahora no',
};
