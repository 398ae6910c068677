// Brazilian Portuguese words about a connection that is interrupted, slow, or open elsewhere, for both pages.

import type { ElsewhereWords, LineWords, ShareAgainWords } from '../en/connection.ts';

const common = {
  limit: 'A sessão continua sozinha se isso levar menos de 20 minutos.',
  since: 'Interrompida há',
  dismiss: 'Entendi',
};

export const customerLineWords: LineWords = {
  ...common,
  causes: {
    line: (name) => `A conexão com ${name} foi interrompida. Ela está sendo restabelecida.`,
    offline: () => 'Este dispositivo está sem rede no momento. A sessão continua quando ela voltar.',
    'page-left': (name) => `A página de ${name} foi fechada ou está sendo recarregada. Estamos esperando.`,
    returning: () => 'Esta página foi recarregada. Você está voltando para a sessão.',
  },
  meanwhile:
    'O que você escrever será enviado, e os arquivos continuam, quando a conexão voltar. Enquanto isso, sua tela não é vista; você ainda pode parar de compartilhar ou finalizar a sessão.',
  poor: 'A conexão está lenta. O texto continua legível; imagens e arquivos podem demorar.',
};

export const technicianLineWords: LineWords = {
  ...common,
  causes: {
    line: () => 'A conexão com o cliente foi interrompida. Ela está sendo restabelecida.',
    offline: () => 'Este computador está sem rede no momento. A sessão continua quando ela voltar.',
    'page-left': () => 'A página do cliente foi fechada ou está sendo recarregada. Estamos esperando.',
    returning: () => 'Esta página foi recarregada e está voltando para a sessão.',
  },
  meanwhile:
    'O que você escrever será enviado, e os arquivos continuam, quando a conexão voltar. A imagem pode estar desatualizada; você ainda pode finalizar a sessão.',
  poor: 'A conexão com o cliente está lenta. O texto continua legível; imagem e arquivos podem atrasar.',
};

export const elsewhereWords: ElsewhereWords = {
  title: (name) => `Sua sessão com ${name} está aberta em outra guia`,
  text: 'Só uma guia tem a sessão de cada vez. Você pode continuar na outra ou trazê-la para cá.',
  continueHere: 'Continuar aqui',
  moving: 'Trazendo para cá…',
  sessions: (count) =>
    count === 1 ? '1 sessão está aberta em outra guia.' : `${count} sessões estão abertas em outra guia.`,
};

export const shareAgainWords: ShareAgainWords = {
  text: 'Esta página foi recarregada, e isso encerrou o compartilhamento da sua tela.',
  button: 'Compartilhar minha tela de novo',
  notNow: 'Agora não',
};
