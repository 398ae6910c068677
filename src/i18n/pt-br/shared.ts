// Brazilian Portuguese words that both pages use.

import type { ErrorWords, SharedWords } from '../en/shared.ts';
import { keyErrors } from './key.ts';
import { reportWords } from './report.ts';

/** What only the console meets, which has words of its own for it (console-errors.ts). */
const atConsole: ErrorWords = {
  what: 'Isto diz respeito ao console do técnico.',
  next: 'Informe ao técnico o código abaixo.',
};

const errors: SharedWords['errors'] = {
  ...keyErrors,
  'link-malformed': {
    what: 'Este link de suporte está incompleto ou danificado.',
    next: 'Copie o link inteiro da mensagem que você recebeu ou peça ao técnico que o envie de novo.',
  },
  'link-unknown': {
    what: 'Este link de suporte não leva a lugar nenhum. Parte dele pode estar errada, ou ele é antigo demais.',
    next: 'Confira o link ou peça um novo ao técnico.',
  },
  'link-used': {
    what: 'Este link de suporte já foi usado. Cada link funciona uma única vez.',
    next: 'Peça um novo link ao técnico. Se não foi você quem usou este, avise.',
  },
  'link-expired': {
    what: 'Este link de suporte expirou.',
    next: 'Peça um novo link ao técnico.',
  },
  'session-ended': {
    what: 'Esta sessão já foi finalizada.',
    next: 'Se ainda precisar de ajuda, peça um novo link ao técnico.',
  },
  'session-revoked': {
    what: 'Quem administra o serviço de suporte finalizou esta sessão.',
    next: 'Se ainda precisar de ajuda, procure a organização que você conhece.',
  },
  'server-unreachable': {
    what: 'Não foi possível acessar o serviço de suporte daqui.',
    next: 'Verifique sua conexão com a internet e tente de novo.',
  },
  'server-busy': {
    what: 'O serviço de suporte está muito ocupado no momento.',
    next: 'Espere um minuto e tente de novo.',
  },
  'server-response-invalid': {
    what: 'O serviço de suporte deu uma resposta que esta página não entende.',
    next: 'Tente de novo. Se continuar assim, informe ao técnico o código abaixo.',
  },
  'sign-in-required': atConsole,
  'sign-in-refused': atConsole,
  'sign-in-limited': atConsole,
  'password-refused': atConsole,
  'technician-blocked': atConsole,
  'oidc-unreachable': atConsole,
  'oidc-failed': atConsole,
  'oidc-not-allowed': atConsole,
  'browser-unsupported': {
    what: 'Este navegador não consegue fazer a conexão direta de que uma sessão precisa.',
    next: 'Abra o link em um Chrome, Edge, Firefox ou Safari recente.',
  },
  'signalling-refused': {
    what: 'O serviço de suporte não deixou esta página entrar na sessão.',
    next: 'Tente de novo. Se continuar assim, peça um novo link ao técnico.',
  },
  'technician-absent': {
    what: 'A página do técnico não está aberta no momento.',
    next: 'Peça ao técnico que a deixe aberta e tente de novo.',
  },
  'peer-unreachable': {
    what: 'Os dois navegadores não conseguiram se conectar. Um firewall ou uma VPN pode estar no caminho.',
    next: 'Tente de novo. Se continuar assim, use outra rede ou desligue a VPN.',
  },
  'proof-timeout': {
    what: 'Não foi possível confirmar a tempo quem está do outro lado, e por isso a conexão foi encerrada.',
    next: 'Nada foi compartilhado. Tente de novo.',
  },
  'proof-failed': {
    what: 'Não foi possível confirmar que a pessoa certa está do outro lado, e por isso a conexão foi encerrada.',
    next: 'Nada foi compartilhado. Veja se abriu o link inteiro ou peça um novo ao técnico.',
  },
  'version-mismatch': {
    what: 'Esta página e o outro lado usam versões diferentes do Deskside.',
    next: 'Recarregue a página. Se não resolver, peça um novo link ao técnico.',
  },
  'protocol-violation': {
    what: 'O outro lado enviou algo que não é aceito aqui, e por isso a conexão foi encerrada.',
    next: 'Comece de novo com outro link.',
  },
  'connection-lost': {
    what: 'A conexão caiu e não pôde ser restabelecida.',
    next: 'Se ainda precisar de ajuda, peça um novo link ao técnico.',
  },
  'message-too-long': {
    what: 'Esta mensagem é longa demais para ser enviada.',
    next: 'Encurte o texto ou envie em partes.',
  },
  'message-not-sent': {
    what: 'Não foi possível enviar a mensagem. Seu texto continua no campo.',
    next: 'Tente de novo quando a conexão voltar.',
  },
  'copy-failed': {
    what: 'O navegador não permitiu copiar.',
    next: 'Selecione o texto e copie com o teclado.',
  },
  'window-refused': {
    what: 'O navegador não abriu a janela sobre as outras.',
    next: 'Pressione Manter visível de novo. Uma janela assim só abre logo depois de um clique, e alguns navegadores não a têm.',
  },
  'session-not-kept': {
    what: 'Este navegador não guarda nada para esta página, como em uma janela privada.',
    next: 'A sessão continua. Não recarregue nem feche esta página até o fim.',
  },
  'session-not-kept-full': {
    what: 'Não há mais espaço neste dispositivo para guardar a sessão.',
    next: 'A sessão continua. Libere espaço, ou não recarregue nem feche esta página até o fim.',
  },
  'session-not-restored': {
    what: 'O que foi guardado da sua última sessão está danificado ou é de outra versão, e ela não pode continuar.',
    next: 'Peça um novo link.',
  },
  'screen-picker-dismissed': {
    what: 'Sua tela não está sendo compartilhada, porque nada foi escolhido.',
    next: 'O técnico pode pedir de novo.',
  },
  'screen-denied-by-system': {
    what: 'Seu computador não permite que este navegador compartilhe a tela.',
    next: 'Libere a gravação de tela para este navegador nos ajustes de privacidade do sistema. Depois, o técnico pode pedir de novo.',
  },
  'screen-source-failed': {
    what: 'Não foi possível compartilhar o que você escolheu.',
    next: 'Escolha outra coisa quando o técnico pedir de novo.',
  },
  'screen-unsupported': {
    what: 'Este navegador não consegue compartilhar a tela.',
    next: 'Você pode usar o bate-papo. Para compartilhar a tela, abra um novo link em um computador.',
  },
  'screen-not-sent': {
    what: 'Não foi possível enviar sua tela, e por isso o compartilhamento parou.',
    next: 'O técnico pode pedir de novo.',
  },
  'screen-cut': {
    what: 'Esta página foi recarregada, e isso encerrou o compartilhamento da sua tela.',
    next: 'Compartilhe de novo se quiser continuar.',
  },
  'report-not-kept': atConsole,
  'file-changed': {
    what: 'Este não é o mesmo arquivo de antes, ou ele foi alterado.',
    next: 'Escolha o que estava sendo enviado, ou cancele e envie o novo.',
  },
  'file-unreadable': {
    what: 'Este arquivo não pode mais ser lido. Talvez tenha sido movido ou alterado.',
    next: 'Escolha-o de novo.',
  },
  'file-damaged': {
    what: 'O que chegou não é o que foi enviado, e por isso o arquivo não foi guardado.',
    next: 'Envie o arquivo mais uma vez.',
  },
  'file-not-permitted': {
    what: 'Arquivos deste tipo ou tamanho não são permitidos nesta sessão.',
    next: 'Escolha outros arquivos ou pergunte ao técnico como entregá-los de outra forma.',
  },
  'not-permitted': {
    what: 'Houve uma tentativa de algo que a organização do técnico não permite, e a sessão foi encerrada.',
    next: 'Se você não esperava isso, avise a organização a que pediu ajuda.',
  },
  'files-too-many': {
    what: 'São arquivos demais para enviar de uma só vez.',
    next: 'Envie menos de cada vez ou junte tudo em um arquivo ZIP.',
  },
  'transfer-cut': {
    what: 'Uma das duas páginas foi recarregada enquanto este arquivo estava a caminho.',
    next: 'Envie de novo.',
  },
  'save-dismissed': {
    what: 'Nada foi salvo ainda, porque nenhum lugar foi escolhido.',
    next: 'Escolha onde salvar ou recuse os arquivos.',
  },
  'save-failed': {
    what: 'Não foi possível salvar o arquivo.',
    next: 'Tente outra pasta e veja se há espaço. Depois, peça que o arquivo seja enviado de novo.',
  },
  'save-unsupported': {
    what: 'Este navegador não consegue salvar arquivos enviados desta forma.',
    next: 'Use um Chrome, Edge, Firefox ou Safari recente, fora de uma janela anônima.',
  },
  'storage-full': {
    what: 'Não há espaço suficiente para este arquivo.',
    next: 'Libere espaço neste computador. Depois, peça que o arquivo seja enviado de novo.',
  },
};

export const sharedWords: SharedWords = {
  language: 'pt-BR',
  chat: {
    title: 'Bate-papo',
    log: 'Mensagens do bate-papo',
    message: 'Mensagem',
    send: 'Enviar',
    empty: 'Nenhuma mensagem ainda.',
    you: 'Você',
    undelivered: 'Será enviada',
    sentBy: (name) => `${name}:`,
    newMessages: 'Novas mensagens',
    charactersLeft: (count) => (count === 1 ? 'Resta 1 caractere' : `Restam ${count} caracteres`),
    tooLong: (max) => `As mensagens podem ter até ${max} caracteres.`,
    hint: 'Enter envia, Shift+Enter começa outra linha.',
  },
  endQuestion: {
    title: 'Finalizar sessão?',
    yes: 'Sim',
    no: 'Não',
  },
  notices: {
    turnOn: 'Ativar avisos',
    notNow: 'Agora não',
    blocked:
      'Este navegador não permite avisos desta página. Você pode mudar isso nas configurações do navegador para este site.',
  },
  unreadTitle: (count, title) => `(${count}) ${title}`,
  errorCode: (code) => `Código: ${code}`,
  tryAgain: 'Tentar de novo',
  dismiss: 'Dispensar',
  languageLabel: 'Idioma',
  errors,
  report: reportWords,
};
