// Spanish words of several sessions in one console, their notes and their reports.

import type { ConsoleWords } from '../en/console.ts';

export const consoleWords: ConsoleWords = {
  sessions: {
    title: 'Sesiones',
    newSession: 'Nueva sesión',
    creating: 'Creando la sesión…',
    numbered: (number) => `Sesión ${number}`,
    close: (name) => `Cerrar ${name}`,
    unread: (count) => (count === 1 ? '1 mensaje sin leer' : `${count} mensajes sin leer`),
    visible: 'Pantalla visible',
    offersFiles: 'Ofrece archivos',
    ownScreenSeen: 'Ve su pantalla',
    state: {
      gettingReady: 'Preparando',
      waiting: 'Esperando',
      connecting: 'Conectando',
      connected: 'Conectada',
      reconnecting: 'Reconectando',
      failed: 'No pudo empezar',
      endedByCustomer: 'Finalizada por cliente',
      endedByTechnician: 'Finalizada por usted',
      lost: 'Conexión perdida',
    },
    news: (name, what) => `${name}: ${what}`,
  },

  notes: {
    title: 'Notas',
    label: 'Nombre de la sesión',
    labelHint: 'Número de caso o nombre',
    hint: 'Solo para usted',
  },

  reports: {
    title: 'Informes',
    open: 'Informes',
    back: 'Volver a la consola',
    backToList: 'Todos los informes',
    intro: 'Los informes se guardan solo en este navegador.',
    search: 'Buscar',
    searchHint: 'Nombre, notas, mensajes, archivos',
    none: 'Aún no hay informes. Se escribe uno por cada sesión en la que entra alguien.',
    noneFound: 'Ningún informe coincide.',
    found: (count) => (count === 1 ? '1 informe' : `${count} informes`),
    damaged: (count) =>
      count === 1
        ? 'Hay un informe más, que no se puede leer.'
        : `Hay ${count} informes más, que no se pueden leer.`,
    unnamed: 'Sesión sin nombre',
    messages: (count) => (count === 1 ? '1 mensaje' : `${count} mensajes`),
    files: (count) => (count === 1 ? '1 archivo' : `${count} archivos`),
    shares: (count) => (count === 1 ? 'pantalla mostrada una vez' : `pantalla mostrada ${count} veces`),
    download: 'Descargar informe',
    formatHtml: 'Como página (HTML)',
    formatJson: 'Como datos (JSON)',
    delete: 'Eliminar informe',
    deleteQuestion: '¿Eliminar este informe?',
    deleteAll: 'Eliminar todos los informes',
    deleteAllQuestion: '¿Eliminar todos los informes?',
    deleteBody: 'Se elimina de este navegador para siempre.',
    deleteAllBody: 'Todos se eliminan de este navegador para siempre.',
    yes: 'Eliminar',
    no: 'Conservar',
    retention: 'Eliminar informes después de',
    retentionChoices: {
      7: '7 días',
      30: '30 días',
      90: '90 días',
      365: 'Un año',
      never: 'Nunca',
    },
  },
};
