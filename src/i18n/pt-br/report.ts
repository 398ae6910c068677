// Brazilian Portuguese words of reports and receipts, which both pages write.

import type { ReportWords } from '../en/report.ts';

export const reportWords: ReportWords = {
  customer: 'O cliente',
  customersScreen: 'a tela do cliente',
  you: 'Você',
  yourScreen: 'a sua tela',

  reportTitle: 'Relatório da sessão',
  receiptTitle: 'Sua cópia da sessão',
  technician: 'Técnico',
  organisation: 'Organização',
  session: 'Sessão',
  started: 'Início',
  joined: 'Entrada',
  ended: 'Fim',
  endedBy: 'Finalizada por',
  byNobody: 'Conexão perdida',
  noEnd: 'O fim não foi registrado',
  duration: 'Duração',
  neverJoined: 'Ninguém entrou',
  written: (time) => `Escrito em ${time}`,
  timeZone: (zone) => `Os horários são de ${zone}.`,

  timeline: 'O que aconteceu',
  nothingHappened: 'Nada aconteceu.',
  visible: 'Quando a tela podia ser vista',
  neverVisible: 'A tela nunca ficou visível.',
  visibleTotal: (count, total) =>
    count === 1 ? `Uma vez, por ${total}.` : `${count} vezes, ${total} ao todo.`,
  files: 'Arquivos',
  noFiles: 'Nenhum arquivo foi enviado.',
  checksum: 'Código de verificação',
  outcomes: {
    offered: 'Sem resposta',
    accepted: 'Não terminou',
    declined: 'Recusado',
    cancelled: 'Cancelado',
    failed: 'Falhou',
    done: 'Completo',
  },
  chat: 'Bate-papo',
  noChat: 'Nenhuma mensagem foi escrita.',
  notes: 'Anotações',
  code: (code) => `Código: ${code}`,

  surfaces: {
    monitor: 'tela inteira',
    window: 'uma janela',
    browser: 'uma guia do navegador',
    unknown: 'tipo desconhecido',
  },
  entries: {
    omitted: (count) =>
      count === 1
        ? 'Um registro anterior não foi guardado.'
        : `${count} registros anteriores não foram guardados.`,
    joinRefused: 'Alguém tentou entrar e foi recusado.',
    joined: (who) => `${who.customer} entrou.`,
    interrupted: 'A conexão foi interrompida.',
    restored: 'A conexão voltou.',
    endedBy: (name) => `${name} finalizou a sessão.`,
    lost: 'A conexão se perdeu, e a sessão terminou.',
    asked: (who) => `${who.technician} pediu para ver ${who.screen}.`,
    answers: {
      agreed: (who) => `${who.customer} aceitou.`,
      declined: (who) => `${who.customer} recusou.`,
      withdrawn: (who) => `${who.technician} retirou o pedido.`,
      failed: () => 'O navegador não conseguiu compartilhar nada.',
      unsupported: () => 'Esse navegador não consegue compartilhar a tela.',
    },
    startedAsked: (who, surface) => `${who.customer} começou a compartilhar: ${surface}.`,
    started: (who, surface) => `${who.customer} começou a compartilhar sem que fosse pedido: ${surface}.`,
    changed: (who, surface) => `${who.customer} trocou o que é compartilhado: ${surface}.`,
    paused: (who) => `${who.customer} pausou o compartilhamento.`,
    resumed: (who) => `${who.customer} retomou o compartilhamento.`,
    stopped: 'O compartilhamento parou.',
    stoppedAfter: (time) => `O compartilhamento parou depois de ${time}.`,
    viewingStopped: (who) => `${who.technician} parou de ver.`,
    viewingResumed: (who) => `${who.technician} voltou a ver.`,
    ownStarted: (who) => `${who.technician} começou a mostrar uma tela.`,
    ownStartedWith: (who, surface) => `${who.technician} começou a mostrar uma tela: ${surface}.`,
    ownStopped: (who) => `${who.technician} parou de mostrá-la.`,
    ownStoppedAfter: (who, time) => `${who.technician} parou de mostrá-la depois de ${time}.`,
    viewerClosed: (who) => `${who.customer} fechou a visualização dela.`,
    viewerOpened: (who) => `${who.customer} abriu a visualização dela.`,
    fileOffered: (name, file, size) => `${name} ofereceu “${file}” (${size}).`,
    fileAccepted: (name, file) => `${name} aceitou “${file}”.`,
    fileDeclined: (name, file) => `${name} recusou “${file}”.`,
    fileCancelled: (name, file) => `${name} cancelou “${file}”.`,
    fileFailed: (file) => `Não foi possível enviar “${file}”.`,
    fileDone: (file) => `“${file}” chegou por inteiro.`,
  },

  time: (hours, minutes, seconds) =>
    hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`,
};
