// Brazilian Portuguese words of the customer's page.

import type { CustomerWords } from '../en/customer.ts';
import { customerLineWords, elsewhereWords, shareAgainWords } from './connection.ts';
import { filesWithTechnician } from './files.ts';
import { keyFormWords } from './key.ts';
import { receiptWords } from './receipt.ts';
import { sharedWords } from './shared.ts';
import { viewerWords } from './viewer.ts';

export const customerWords: CustomerWords = {
  ...sharedWords,
  receipt: receiptWords,
  files: filesWithTechnician,
  productName: 'Deskside',
  pageTitle: (name) => `${name} – Deskside`,
  visibleTitle: (title) => `● Visível – ${title}`,

  keyForm: keyFormWords,

  loading: 'Verificando quem está convidando você…',
  inviteFailed: 'Não é possível usar este link',

  join: {
    title: (name) => `${name} quer ajudar você`,
    abilities: {
      screen: (name) => `${name} só vê sua tela enquanto você a compartilha.`,
      noControl: (name) => `${name} não pode controlar seu computador.`,
      chat: 'Vocês podem usar o bate-papo, e você pode finalizar a sessão quando quiser.',
    },
    verified: {
      account: (host, organisation) =>
        `Verificado: entrou em ${host} com uma conta${organisation === null ? '' : ` de ${organisation}`}.`,
      oidc: (host, organisation) =>
        `Verificado: entrou em ${host} por meio de ${organisation ?? 'sua organização'}.`,
      none: (host) => `Não verificado: ${host} não sabe quem é esta pessoa.`,
    },
    shareScreen: 'Entrar e compartilhar minha tela',
    withoutSharing: 'Entrar sem compartilhar',
    cannotShare:
      'Este navegador não pode compartilhar a tela, como o de nenhum telefone. Você ainda pode conversar, enviar fotos e arquivos e ver o que lhe mostrarem. Para compartilhar sua tela, abra o link em um computador.',
    warning: {
      title: 'Você pediu esta ajuda?',
      text: 'Se alguém que você não conhece ligou ou escreveu para falar do seu computador, feche esta página.',
    },
    encrypted: (name) => `Sua tela e suas mensagens são criptografadas entre o seu navegador e o de ${name}.`,
    failed: 'Você ainda não está na sessão',
    failedStep: (step) => `A conexão parou nesta etapa: ${step}.`,
  },

  connect: {
    title: (name) => `Conectando com ${name}`,
    step: {
      server: () => 'Contato com o serviço de suporte',
      peer: (name) => `Contato com ${name}`,
      proof: () => 'Confirmação de que não há ninguém no meio',
    },
    done: 'Pronto',
    now: 'Agora',
    next: 'A seguir',
    cancel: 'Cancelar',
  },

  session: {
    title: (name) => `Você está em sessão com ${name}`,
    keepOpen: 'Você pode usar seus outros programas. Deixe esta página aberta.',
    visible: (name) => `${name} pode ver sua tela`,
    notVisible: (name) => `${name} não pode ver sua tela`,
    reconnecting: 'Reconectando…',
    visibleShort: 'Visível',
    notVisibleShort: 'Não visível',
    seen: {
      monitor: (name) => `${name} vê tudo na tela que você escolheu.`,
      window: (name) => `${name} vê a janela que você escolheu e nada mais.`,
      browser: (name) => `${name} vê a guia do navegador que você escolheu e nada mais.`,
      unknown: (name) => `${name} vê o que você escolheu.`,
    },
    notShared: (name) =>
      `Nada está sendo compartilhado. ${name} pode pedir para ver sua tela, e você decide.`,
    notLooking: (name) => `Você está compartilhando; ${name} não está olhando agora.`,
    paused: (name) => `Você pausou o compartilhamento. ${name} não vê nada até você retomar.`,
    choose: 'Escolha o que compartilhar na janela do navegador.',
    typingVisible: (name) => `${name} pode ver o que você digita.`,
    allowCapture: {
      mac: 'Abra Ajustes do Sistema › Privacidade e Segurança › Gravação de Tela e Áudio do Sistema, ative este navegador e abra-o de novo.',
      windows: 'Uma política da sua organização pode proibir isso. Fale com quem cuida deste computador.',
      other: 'Permita a captura de tela para este navegador nas configurações de privacidade do sistema.',
    },
    canAskAgain: (name) => `${name} pode pedir de novo.`,
  },

  viewer: viewerWords,
  line: customerLineWords,
  elsewhere: elsewhereWords,
  shareAgain: shareAgainWords,

  toolbar: {
    name: 'Sessão de suporte',
    stopSharing: 'Parar compartilhamento de tela',
    pause: { name: 'Pausar compartilhamento', short: 'Pausar' },
    resume: { name: 'Retomar compartilhamento', short: 'Retomar' },
    change: { name: 'Trocar de tela', short: 'Trocar' },
    chat: 'Bate-papo',
    end: 'Finalizar sessão',
    stopAll: 'Parar tudo',
    stopAllHint: (keys) => `${keys} para tudo na hora.`,
    keepOnTop: 'Manter visível',
    putBack: 'Devolver à página',
    collapse: 'Recolher',
    expand: 'Expandir',
    move: 'Mover barra de ferramentas',
    moveHint: 'As setas movem a barra. Enter a deixa onde está, Esc a devolve ao lugar.',
    unread: (count) => (count === 1 ? '1 mensagem não lida' : `${count} mensagens não lidas`),
  },

  /** On the page, while the session is in a window above the others. */
  onTop: {
    title: 'Sua sessão de suporte está em uma janela própria',
    text: 'Ela fica sobre as outras janelas. Fechá-la não encerra nada: ela volta para cá.',
  },

  consent: {
    title: (name) => `${name} gostaria de ver sua tela`,
    body: (name) =>
      `Se disser Sim, você escolhe o que mostrar e pode parar quando quiser. ${name} não pode controlar seu computador.`,
    yes: 'Sim',
    no: 'Não',
  },

  notices: {
    ...sharedWords.notices,
    offer: (name) => `Receber um aviso quando ${name} escrever e você estiver em outra janela?`,
    openPage: 'Clique aqui para responder.',
  },

  reportSession: 'Denunciar esta sessão…',

  endBody: (name) => `Depois disso, ${name} não pode mais ver sua tela nem conversar com você.`,

  ended: {
    title: 'Sessão finalizada',
    text: 'A sessão foi finalizada. Ninguém mais pode ver nem acessar este computador.',
    close: 'Você pode fechar esta página.',
    by: 'Finalizada por',
    you: 'Você',
    duration: 'Duração',
  },
};
