// Spanish words about files, on both pages.

import type { FileWords, OtherSide } from '../en/files.ts';

const named: OtherSide = {
  start: (name) => name,
  mid: (name) => name,
  to: (name) => `a ${name}`,
  from: (name) => `de ${name}`,
};

const customer: OtherSide = {
  start: () => 'El cliente',
  mid: () => 'el cliente',
  to: () => 'al cliente',
  from: () => 'del cliente',
};

function files(count: number): string {
  return count === 1 ? '1 archivo' : `${count} archivos`;
}

function wordsAbout(other: OtherSide): FileWords {
  return {
    menu: {
      button: 'Transferencia de archivos',
      short: 'Archivos',
      send: (name) => `Enviar archivos ${other.to(name)}…`,
      viewStatus: 'Ver estado',
      sendShort: 'Enviar archivos',
      running: (count, percent) =>
        count === 1
          ? `1 archivo en transferencia, ${percent}`
          : `${count} archivos en transferencia, ${percent}`,
      waiting: (count, name) => `${files(count)} sin respuesta ${other.from(name)} todavía`,
    },

    sending: {
      title: (name) => `Enviar archivos ${other.to(name)}`,
      asked: (name) => `${other.start(name)} tiene que aceptar primero y elige dónde guardarlos.`,
      drop: 'Suelte aquí archivos o carpetas',
      dropAnywhere: (name) => `Suelte para enviar ${other.to(name)}`,
      chooseFiles: 'Elegir archivos',
      takePhoto: 'Hacer una foto',
      chooseFolder: 'Elegir una carpeta',
      reading: 'Leyendo la carpeta…',
      chosen: 'Archivos elegidos',
      remove: (file) => `Quitar ${file}`,
      total: (count, size) => `${files(count)}, ${size}`,
      tooMany: (max) => `Se pueden enviar hasta ${max} archivos a la vez. Los demás se han dejado fuera.`,
      send: 'Enviar',
      cancel: 'Cancelar',
    },

    incoming: {
      title: 'Recepción de archivos',
      intro: (count, name) =>
        count === 1
          ? `${other.start(name)} quiere enviarle un archivo.`
          : `${other.start(name)} quiere enviarle ${count} archivos.`,
      list: 'Archivos ofrecidos',
      total: (count, size) => `${files(count)}, ${size}`,
      program: 'Programa',
      programWarning: 'Los programas pueden cambiar este equipo. Guárdelo solo si lo esperaba.',
      programsWarning: 'Los programas pueden cambiar este equipo. Guárdelos solo si los esperaba.',
      choosing: 'Elija dónde guardar en la ventana del navegador.',
      more: (count) =>
        count === 1 ? 'Después de esta oferta hay otra más.' : `Después de esta hay ${count} ofertas más.`,
      save: 'Guardar',
      decline: 'Rechazar',
    },

    status: {
      title: 'Transferencias de archivos',
      list: 'Archivos de esta sesión',
      close: 'Cerrar',
      empty: 'En esta sesión no se han enviado ni recibido archivos.',
      sentTo: (name) => `Enviado ${other.to(name)}`,
      sendingTo: (name) => `Enviando ${other.to(name)}`,
      offeredTo: (name) => `Ofrecido ${other.to(name)}`,
      from: (name) => `Viene ${other.from(name)}`,
      waiting: (name) => `Esperando la respuesta ${other.from(name)}`,
      waitingForYou: 'Esperando su respuesta',
      queued: 'Esperando su turno',
      choosing: 'Elija dónde guardar',
      moved: (moved, total) => `${moved} de ${total}`,
      timeLeft: (time) => `quedan ${time}`,
      secondsLeft: 'quedan unos segundos',
      lineDown: 'sigue cuando vuelva la conexión',
      checking: 'Comprobando que ha llegado todo…',
      sent: 'Enviado y comprobado',
      saved: 'Guardado y comprobado',
      took: (size, time) => `${size} en ${time}`,
      declinedByYou: 'Usted lo rechazó',
      declinedBy: (name) => `${other.start(name)} lo rechazó`,
      cancelledByYou: 'Cancelado por usted',
      cancelledBy: (name) => `Cancelado por ${other.mid(name)}`,
      cancel: 'Cancelar',
      path: (connections, isRelayed) =>
        `${connections === 1 ? '1 conexión' : `${connections} conexiones`}, ${isRelayed ? 'a través de un servidor intermedio' : 'directamente de navegador a navegador'}`,
      heldReloaded: 'Sigue por sí solo en un momento',
      heldFileNeeded: 'Se detuvo porque esta página se volvió a cargar',
      heldAwaitsFile: (name) => `Esperando a que ${other.mid(name)} elija el archivo otra vez`,
      pausedByYou: 'En pausa por usted',
      pausedBy: (name) => `En pausa por ${other.mid(name)}`,
      full: 'Aquí ya no queda espacio. Libere algo y continúe.',
      fullThere: (name) => `${other.start(name)} no tiene espacio por ahora`,
      sendAgain: 'Enviar otra vez',
      pause: 'Pausar',
      continue: 'Continuar',
      chooseAgain: 'Elegir el archivo otra vez…',
      saveAgain: 'Guardar otra vez',
      details: 'Suma de comprobación',
      copy: 'Copiar suma de comprobación',
      copied: 'Copiada',
    },

    news: {
      startedOutgoing: (subject, name) => `${subject}: enviándose ${other.to(name)}.`,
      startedIncoming: (subject, name) => `${subject}: llegando ${other.from(name)}.`,
      sent: (subject, name) => `Enviado ${other.to(name)}: ${subject}.`,
      saved: (subject) => `Guardado: ${subject}.`,
      declined: (subject, name) => `${other.start(name)} rechazó: ${subject}.`,
      cancelled: (subject, name) => `${other.start(name)} canceló: ${subject}.`,
      notSent: (subject) => `No enviado: ${subject}.`,
      notSaved: (subject) => `No recibido: ${subject}.`,
      files,
      partly: (done, total) => `Han llegado ${done} de ${total} archivos.`,
      view: 'Ver estado',
      dismiss: 'Descartar',
    },
  };
}

export const filesWithTechnician = wordsAbout(named);
export const filesWithCustomer = wordsAbout(customer);
