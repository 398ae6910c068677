// Brazilian Portuguese words of several sessions in one console, their notes and their reports.

import type { ConsoleWords } from '../en/console.ts';

export const consoleWords: ConsoleWords = {
  sessions: {
    title: 'Sessões',
    newSession: 'Nova sessão',
    creating: 'Criando a sessão…',
    numbered: (number) => `Sessão ${number}`,
    close: (name) => `Fechar ${name}`,
    unread: (count) => (count === 1 ? '1 mensagem não lida' : `${count} mensagens não lidas`),
    visible: 'Tela visível',
    offersFiles: 'Oferece arquivos',
    ownScreenSeen: 'Vê sua tela',
    state: {
      gettingReady: 'Preparando',
      waiting: 'Aguardando',
      connecting: 'Conectando',
      connected: 'Conectada',
      reconnecting: 'Reconectando',
      failed: 'Não pôde começar',
      endedByCustomer: 'Finalizada pelo cliente',
      endedByTechnician: 'Finalizada por você',
      lost: 'Conexão perdida',
    },
    news: (name, what) => `${name}: ${what}`,
  },

  notes: {
    title: 'Anotações',
    label: 'Nome da sessão',
    labelHint: 'Número do chamado ou nome',
    hint: 'Só para você',
  },

  reports: {
    title: 'Relatórios',
    open: 'Relatórios',
    back: 'Voltar ao console',
    backToList: 'Todos os relatórios',
    intro: 'Os relatórios ficam somente neste navegador.',
    search: 'Buscar',
    searchHint: 'Nome, anotações, mensagens, arquivos',
    none: 'Ainda não há relatórios. Cada sessão em que alguém entra ganha um.',
    noneFound: 'Nenhum relatório corresponde à busca.',
    found: (count) => (count === 1 ? '1 relatório' : `${count} relatórios`),
    damaged: (count) =>
      count === 1
        ? 'Há mais um relatório, que não pode ser lido.'
        : `Há mais ${count} relatórios, que não podem ser lidos.`,
    unnamed: 'Sessão sem nome',
    messages: (count) => (count === 1 ? '1 mensagem' : `${count} mensagens`),
    files: (count) => (count === 1 ? '1 arquivo' : `${count} arquivos`),
    shares: (count) => (count === 1 ? 'tela mostrada uma vez' : `tela mostrada ${count} vezes`),
    download: 'Baixar relatório',
    formatHtml: 'Como página (HTML)',
    formatJson: 'Como dados (JSON)',
    delete: 'Excluir relatório',
    deleteQuestion: 'Excluir este relatório?',
    deleteAll: 'Excluir todos os relatórios',
    deleteAllQuestion: 'Excluir todos os relatórios?',
    deleteBody: 'Ele é excluído deste navegador para sempre.',
    deleteAllBody: 'Todos são excluídos deste navegador para sempre.',
    yes: 'Excluir',
    no: 'Manter',
    retention: 'Excluir relatórios depois de',
    retentionChoices: {
      7: '7 dias',
      30: '30 dias',
      90: '90 dias',
      365: 'Um ano',
      never: 'Nunca',
    },
  },
};
