// Brazilian Portuguese words about the technician's own screen, at the customer's.

import type { ViewerWords } from '../en/viewer.ts';

export const viewerWords: ViewerWords = {
  region: (name) => `Tela de ${name}`,
  opened: (name) => `${name} está mostrando uma tela para você.`,
  notYours: 'Esta não é a sua tela.',
  waiting: 'A imagem está chegando…',
  share: 'Compartilhar',
  shareHint: (name) => `Compartilhar sua própria tela com ${name}`,
  isSharing: 'Você está compartilhando sua tela.',
  chat: 'Bate-papo',
  view: 'Tamanho da imagem',
  fit: 'Ajustar',
  actualSize: '100 %',
  fullScreen: 'Tela cheia',
  leaveFullScreen: 'Sair da tela cheia',
  close: 'Fechar visualizador',
  reopen: (name) => `Abrir a tela de ${name}`,
  closed: (name) => `${name} ainda está mostrando uma tela para você.`,
};
