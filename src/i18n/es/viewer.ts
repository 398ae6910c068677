// Spanish words about the technician's own screen, at the customer's.

import type { ViewerWords } from '../en/viewer.ts';

export const viewerWords: ViewerWords = {
  region: (name) => `Pantalla de ${name}`,
  opened: (name) => `${name} le está mostrando una pantalla.`,
  notYours: 'Esta no es su pantalla.',
  waiting: 'La imagen está llegando…',
  share: 'Compartir',
  shareHint: (name) => `Compartir su propia pantalla con ${name}`,
  isSharing: 'Está compartiendo su pantalla.',
  chat: 'Chat',
  view: 'Tamaño de la imagen',
  fit: 'Ajustar',
  actualSize: '100 %',
  fullScreen: 'Pantalla completa',
  leaveFullScreen: 'Salir de pantalla completa',
  close: 'Cerrar visor',
  reopen: (name) => `Abrir la pantalla de ${name}`,
  closed: (name) => `${name} le sigue mostrando una pantalla.`,
};
