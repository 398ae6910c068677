// Brazilian Portuguese words of the technician's console.

import type { TechnicianWords } from '../en/technician.ts';
import { elsewhereWords, technicianLineWords } from './connection.ts';
import { consoleWords } from './console.ts';
import { consoleErrors } from './console-errors.ts';
import { filesWithCustomer } from './files.ts';
import { inviteKeyWords, technicianKeyErrors } from './invite-key.ts';
import { ownScreenWords } from './own-screen.ts';
import { sharedWords } from './shared.ts';

export const technicianWords: TechnicianWords = {
  ...sharedWords,
  ...consoleWords,
  files: filesWithCustomer,
  errors: {
    ...sharedWords.errors,
    ...consoleErrors,
    ...technicianKeyErrors,
    'session-ended': {
      what: 'Esta sessão já terminou no servidor.',
      next: 'Inicie uma nova sessão.',
    },
    'session-revoked': {
      what: 'O administrador finalizou esta sessão, encerrou seu acesso ou trocou sua senha.',
      next: 'Inicie uma nova sessão. Se for pedido, entre de novo.',
    },
    'session-not-restored': {
      what: 'O que foi guardado de uma sessão está danificado ou é de outra versão, e ela não pode continuar.',
      next: 'Inicie uma nova sessão e envie o link ao cliente.',
    },
    'browser-unsupported': {
      what: 'Este navegador não consegue fazer a conexão direta de que uma sessão precisa.',
      next: 'Use o console em um Chrome, Edge, Firefox ou Safari recente.',
    },
    'signalling-refused': {
      what: 'O servidor não permitiu que esta página aguardasse o cliente.',
      next: 'Tente de novo. Se continuar assim, inicie uma nova sessão.',
    },
    'signalling-lost': {
      what: 'A conexão com o servidor caiu antes de o cliente chegar.',
      next: 'Verifique sua internet e tente de novo.',
    },
    'version-mismatch': {
      what: 'A página do cliente é de outra versão do Deskside.',
      next: 'Recarregue esta página e envie um novo link ao cliente.',
    },
    'protocol-violation': {
      what: 'O outro lado enviou algo que não é aceito aqui, e a conexão foi encerrada.',
      next: 'Inicie uma nova sessão com um novo link.',
    },
    'server-response-invalid': {
      what: 'O servidor deu uma resposta que esta página não entende.',
      next: 'Recarregue a página. Se continuar assim, mostre o código abaixo ao administrador.',
    },
    'proof-failed': {
      what: 'Alguém tentou entrar com um link que não confere e foi barrado. A pessoa não viu nada.',
      next: 'Continuamos aguardando. Se era o seu cliente, peça que abra o link inteiro de novo.',
    },
    'proof-timeout': {
      what: 'Alguém tentou entrar, mas o navegador não provou a tempo que tem o link.',
      next: 'Continuamos aguardando. Se era o seu cliente, peça que abra o link de novo.',
    },
    'peer-unreachable': {
      what: 'O navegador do cliente e o seu não conseguiram se conectar.',
      next: 'Continuamos aguardando. Peça que o cliente tente de novo, se possível de outra rede.',
    },
    'connection-lost': {
      what: 'A conexão com o cliente caiu e não pôde ser restabelecida.',
      next: 'Inicie uma nova sessão e envie o novo link.',
    },
    'copy-failed': {
      what: 'O navegador não permitiu copiar. O texto já está selecionado.',
      next: 'Pressione Ctrl+C, ou ⌘C no Mac.',
    },
  },
  productName: 'Deskside',
  consoleName: 'Console do Deskside',
  pageTitle: (state) => `${state} – Console do Deskside`,
  customer: 'Cliente',
  loading: 'Verificando quem é você…',

  signIn: {
    title: 'Entrar no console',
    intro: 'Abra o link de acesso que o servidor mostrou ao iniciar. Com ele você entra direto.',
    orToken: 'Ou cole o token desse link: a parte depois do “#”.',
    token: 'Token do console',
    submit: 'Entrar',
    or: 'ou',
    username: 'Nome de usuário',
    password: 'Senha',
    withOrganisation: (organisation) => `Entrar com ${organisation}`,
    withOwn: 'Entrar com sua organização',
    busy: 'Entrando…',
  },

  signOut: {
    open: 'Sair',
    signedInAs: (who) => `Você entrou como ${who}`,
    title: 'Sair do console?',
    body: (count) =>
      count === 1 ? 'Isso finaliza a sua sessão.' : `Isso finaliza todas as suas ${count} sessões.`,
    yes: 'Sair',
    no: 'Ficar',
  },

  start: {
    title: (name) => `Olá, ${name}`,
    organisation: (organisation) => `Para os clientes, você aparece como ${organisation}.`,
    newSession: 'Nova sessão',
    creating: 'Criando a sessão…',
    stepsTitle: 'Como é uma sessão',
    steps: [
      {
        title: 'Envie o link',
        text: 'A nova sessão cria um link de suporte. Mande por e-mail, chat ou chamado.',
      },
      { title: 'O cliente abre', text: 'Qualquer navegador recente serve. Não precisa instalar nada.' },
      { title: 'Peça para ver a tela', text: 'O cliente aceita ou não, e pode parar quando quiser.' },
    ],
  },

  status: {
    gettingReady: 'Preparando…',
    waiting: 'Aguardando o cliente',
    peer: 'O cliente está se conectando…',
    proof: 'Conferindo o link do cliente…',
    connected: 'Conectado',
    reconnecting: 'Reconectando…',
    failed: 'Não foi possível iniciar a sessão',
    endedByCustomer: 'O cliente finalizou a sessão',
    endedByTechnician: 'Você finalizou a sessão',
    lost: 'A conexão caiu',
    revoked: 'O administrador finalizou a sessão',
  },

  inviteKey: inviteKeyWords,

  invite: {
    title: 'Convide o cliente',
    intro: 'Envie o link a quem você vai ajudar ou dite a chave. A sessão começa quando a pessoa entrar.',
    link: 'Link de suporte',
    copy: 'Copiar link',
    copyMessage: 'Copiar mensagem',
    copied: 'Copiado',
    message: 'Mensagem para o cliente',
    customerLanguage: 'Idioma do cliente',
    qrCode: 'QR code do link de suporte',
    once: 'O link e a chave funcionam uma única vez, para uma pessoa.',
    until: (time) => `Se não forem usados, expiram ${time}.`,
    stepsTitle: 'Em que ponto está',
    steps: {
      opens: 'O cliente usa o link ou a chave',
      connects: 'Os navegadores se conectam',
      proves: 'O link ou a chave é conferido',
    },
    keepOpen: 'Deixe esta página aberta. O cliente aparece aqui sozinho.',
    keepSecret: 'Quem tem o link ou a chave pode entrar. Passe só para o seu cliente.',
  },

  session: {
    end: 'Finalizar sessão',
    endBody:
      'A tela do cliente some daqui e o bate-papo é fechado. Para continuar, será preciso um novo link.',
    endUnusedBody: 'O link de suporte e a chave deixam de funcionar na hora.',
    isVisible: 'A tela do cliente está visível',
    reads: (language) => `Idioma: ${language}`,
  },

  screen: {
    region: 'Tela do cliente',
    request: 'Pedir para ver a tela',
    cancelRequest: 'Cancelar pedido',
    stop: 'Parar de ver',
    resume: 'Voltar a ver',
    requesting: {
      title: 'Aguardando a resposta do cliente…',
      text: 'O pedido está na tela do cliente. É ele quem escolhe o que compartilhar.',
    },
    waitingForPicture: { title: 'Aguardando a imagem…', text: 'O cliente começou a compartilhar.' },
    paused: {
      title: 'O cliente pausou o compartilhamento',
      text: 'A imagem volta sozinha quando o cliente retomar.',
    },
    notWatching: {
      title: 'Você parou de ver',
      text: 'O cliente sabe disso. Volte quando quiser.',
    },
    off: {
      'not-shared': {
        title: 'Nada compartilhado ainda',
        text: 'Peça para ver a tela. O cliente aceita ou não, e o bate-papo já funciona.',
      },
      declined: {
        title: 'O cliente não aceitou',
        text: 'Explique no bate-papo por que precisa ver e, se ele concordar, peça de novo.',
      },
      failed: {
        title: 'O navegador do cliente não conseguiu compartilhar a tela',
        text: 'O sistema dele pode estar bloqueando. Pergunte o que aparece lá e peça de novo.',
      },
      unsupported: {
        title: 'O navegador do cliente não compartilha a tela',
        text: 'Celulares e tablets não conseguem. Continue no bate-papo ou envie um novo link para abrir em um computador.',
      },
      'page-reloaded': {
        title: 'A página do cliente foi recarregada',
        text: 'Isso encerrou o compartilhamento. O cliente pode compartilhar de novo; você também pode pedir.',
      },
      'stopped-by-customer': {
        title: 'O cliente parou de compartilhar',
        text: 'Você não vê mais a tela dele. Peça de novo quando precisar.',
      },
    },
    view: 'Exibição',
    fit: 'Ajustar',
    actualSize: '100%',
    zoomIn: 'Ampliar',
    zoomOut: 'Reduzir',
    zoomLevel: (percent) => `${percent}%`,
    saveStill: 'Salvar uma imagem da tela',
    fullScreen: 'Tela cheia',
    leaveFullScreen: 'Sair da tela cheia',
    picture: 'Imagem da tela do cliente',
    resolution: (width, height) => `${width} × ${height}`,
    surfaces: {
      monitor: 'Tela inteira',
      window: 'Uma janela',
      browser: 'Uma guia do navegador',
      unknown: 'Compartilhado',
    },
  },

  ended: {
    title: 'Sessão finalizada',
    nothingVisible: 'Ninguém mais vê nem acessa o computador do cliente.',
    neverJoined: 'O cliente não chegou a entrar. O link não funciona mais.',
    duration: 'Duração',
    endedBy: 'Finalizada por',
    byCustomer: 'Cliente',
    byTechnician: 'Você',
    byNobody: 'Queda da conexão',
    messages: 'Mensagens',
    report: 'Ver o relatório',
    close: 'Remover da lista',
  },

  ownScreen: ownScreenWords,
  line: technicianLineWords,
  elsewhere: elsewhereWords,
  notices: {
    ...sharedWords.notices,
    offer: 'Receber um aviso quando o cliente entrar ou escrever e você estiver em outra janela?',
    openPage: 'Clique aqui para responder.',
    joined: { title: 'O cliente entrou', body: 'A sessão começou.' },
    agreed: { title: 'O cliente está compartilhando a tela', body: 'Clique aqui para ver.' },
  },

  shortcuts: {
    title: 'Atalhos de teclado',
    open: 'Atalhos de teclado',
    close: 'Fechar',
    intro: 'Funcionam em qualquer lugar fora de um campo de texto.',
    isEnabled: 'Usar atalhos de uma tecla',
    actions: {
      request: 'Pedir para ver a tela, ou cancelar o pedido',
      watch: 'Parar ou voltar a ver',
      fit: 'Ajustar a imagem',
      actualSize: 'Imagem em 100%',
      zoomIn: 'Ampliar',
      zoomOut: 'Reduzir',
      fullScreen: 'Tela cheia',
      ownScreen: 'Compartilhar minha tela, ou parar',
      chat: 'Escrever uma mensagem',
      sendFiles: 'Enviar arquivos',
      viewFiles: 'Transferências de arquivos',
      end: 'Finalizar sessão',
      newSession: 'Nova sessão',
      nextSession: 'Próxima sessão',
      previousSession: 'Sessão anterior',
      help: 'Esta lista',
    },
    tooltip: (action, key) => `${action} (${key})`,
  },
};
