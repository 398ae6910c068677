// Brazilian Portuguese words about files, on both pages.

import type { FileWords, OtherSide } from '../en/files.ts';

const named: OtherSide = {
  start: (name) => name,
  mid: (name) => name,
  to: (name) => `para ${name}`,
  from: (name) => `de ${name}`,
};

const customer: OtherSide = {
  start: () => 'O cliente',
  mid: () => 'o cliente',
  to: () => 'para o cliente',
  from: () => 'do cliente',
};

function files(count: number): string {
  return count === 1 ? '1 arquivo' : `${count} arquivos`;
}

/** `by` is `por` and the other side, melted together where the language does. */
function wordsAbout(other: OtherSide, by: (name: string) => string): FileWords {
  return {
    menu: {
      button: 'Transferência de arquivos',
      short: 'Arquivos',
      send: (name) => `Enviar arquivos ${other.to(name)}…`,
      viewStatus: 'Ver andamento',
      sendShort: 'Enviar arquivos',
      running: (count, percent) =>
        count === 1
          ? `1 arquivo em transferência, ${percent}`
          : `${count} arquivos em transferência, ${percent}`,
      waiting: (count, name) => `${files(count)} sem resposta ${other.from(name)} até agora`,
    },

    sending: {
      title: (name) => `Enviar arquivos ${other.to(name)}`,
      asked: (name) => `${other.start(name)} precisa aceitar e escolhe onde salvar.`,
      drop: 'Solte arquivos ou pastas aqui',
      dropAnywhere: (name) => `Solte para enviar ${other.to(name)}`,
      chooseFiles: 'Escolher arquivos',
      takePhoto: 'Tirar uma foto',
      chooseFolder: 'Escolher uma pasta',
      reading: 'Lendo a pasta…',
      chosen: 'Arquivos escolhidos',
      remove: (file) => `Remover ${file}`,
      total: (count, size) => `${files(count)}, ${size}`,
      tooMany: (max) => `É possível enviar até ${max} arquivos por vez. Os demais ficaram de fora.`,
      send: 'Enviar',
      cancel: 'Cancelar',
    },

    incoming: {
      title: 'Recebimento de arquivos',
      intro: (count, name) =>
        count === 1
          ? `${other.start(name)} quer enviar um arquivo para você.`
          : `${other.start(name)} quer enviar ${count} arquivos para você.`,
      list: 'Arquivos oferecidos',
      total: (count, size) => `${files(count)}, ${size}`,
      program: 'Programa',
      programWarning: 'Programas podem alterar este computador. Salve somente se você esperava por ele.',
      programsWarning: 'Programas podem alterar este computador. Salve somente se você esperava por eles.',
      choosing: 'Escolha onde salvar na janela do navegador.',
      more: (count) =>
        count === 1 ? 'Há mais uma oferta depois desta.' : `Há mais ${count} ofertas depois desta.`,
      save: 'Salvar',
      decline: 'Recusar',
    },

    status: {
      title: 'Transferências de arquivos',
      list: 'Arquivos desta sessão',
      close: 'Fechar',
      empty: 'Nenhum arquivo foi enviado ou recebido nesta sessão.',
      sentTo: (name) => `Enviado ${other.to(name)}`,
      sendingTo: (name) => `Enviando ${other.to(name)}`,
      offeredTo: (name) => `Oferecido ${other.to(name)}`,
      from: (name) => `Vem ${other.from(name)}`,
      waiting: (name) => `Aguardando a resposta ${other.from(name)}`,
      waitingForYou: 'Aguardando sua resposta',
      queued: 'Aguardando a vez',
      choosing: 'Escolha onde salvar',
      moved: (moved, total) => `${moved} de ${total}`,
      timeLeft: (time) => `falta ${time}`,
      secondsLeft: 'faltam poucos segundos',
      lineDown: 'continua quando a conexão voltar',
      checking: 'Conferindo se chegou por inteiro…',
      sent: 'Enviado e conferido',
      saved: 'Salvo e conferido',
      took: (size, time) => `${size} em ${time}`,
      declinedByYou: 'Você recusou',
      declinedBy: (name) => `${other.start(name)} recusou`,
      cancelledByYou: 'Cancelado por você',
      cancelledBy: (name) => `Cancelado ${by(name)}`,
      cancel: 'Cancelar',
      path: (connections, isRelayed) =>
        `${connections === 1 ? '1 conexão' : `${connections} conexões`}, ${isRelayed ? 'por um servidor intermediário' : 'direto de navegador a navegador'}`,
      heldReloaded: 'Continua sozinho em instantes',
      heldFileNeeded: 'Parou porque esta página foi recarregada',
      heldAwaitsFile: (name) => `Aguardando ${other.mid(name)} escolher o arquivo de novo`,
      pausedByYou: 'Pausado por você',
      pausedBy: (name) => `Pausado ${by(name)}`,
      full: 'Não há mais espaço aqui. Libere espaço e continue.',
      fullThere: (name) => `${other.start(name)} está sem espaço no momento`,
      sendAgain: 'Enviar de novo',
      pause: 'Pausar',
      continue: 'Continuar',
      chooseAgain: 'Escolher o arquivo de novo…',
      saveAgain: 'Salvar de novo',
      details: 'Código de verificação',
      copy: 'Copiar código',
      copied: 'Copiado',
    },

    news: {
      startedOutgoing: (subject, name) => `${subject}: indo ${other.to(name)}.`,
      startedIncoming: (subject, name) => `${subject}: vindo ${other.from(name)}.`,
      sent: (subject, name) => `Enviado ${other.to(name)}: ${subject}.`,
      saved: (subject) => `Salvo: ${subject}.`,
      declined: (subject, name) => `${other.start(name)} recusou: ${subject}.`,
      cancelled: (subject, name) => `${other.start(name)} cancelou: ${subject}.`,
      notSent: (subject) => `Não enviado: ${subject}.`,
      notSaved: (subject) => `Não recebido: ${subject}.`,
      files,
      partly: (done, total) => `Chegaram ${done} de ${total} arquivos.`,
      view: 'Ver andamento',
      dismiss: 'Dispensar',
    },
  };
}

export const filesWithTechnician = wordsAbout(named, (name) => `por ${name}`);
export const filesWithCustomer = wordsAbout(customer, () => 'pelo cliente');
