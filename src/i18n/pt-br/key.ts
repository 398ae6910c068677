// Brazilian Portuguese words around the support key, on both pages.

import type * as en from '../en/key.ts';

export const keyErrors: typeof en.keyErrors = {
  'key-malformed': {
    what: 'Isto não é uma chave de suporte nem um link de suporte.',
    next: 'A chave de suporte tem nove ou dez dígitos. Digite todos ou cole o link inteiro.',
  },
  'key-unknown': {
    what: 'Esta chave de suporte não leva a lugar nenhum. Um dígito pode estar errado, ou a chave já foi usada ou trocada.',
    next: 'Confira com o técnico, dígito por dígito, e tente de novo.',
  },
  'key-wrong': {
    what: 'Esta não é a chave de suporte certa. Nada foi compartilhado.',
    next: 'Confira com o técnico, dígito por dígito. Depois de três tentativas erradas, o técnico recebe uma nova chave.',
  },
  'too-many-tries': {
    what: 'Houve tentativas demais a partir da sua conexão com a internet.',
    next: 'Espere um minuto e tente de novo.',
  },
};

export const technicianKeyErrors: typeof en.technicianKeyErrors = {
  'key-unknown': {
    what: 'Alguém tentou entrar com uma chave de suporte que não funciona mais e foi barrado.',
    next: 'Continuamos aguardando. Se era o seu cliente, dite a chave que aparece aqui.',
  },
  'key-wrong': {
    what: 'Alguém tentou entrar com uma chave de suporte errada e foi barrado. A pessoa não viu nada.',
    next: 'Continuamos aguardando. Se era o seu cliente, dite a chave de novo, dígito por dígito.',
  },
};

export const keyFormWords: typeof en.keyFormWords = {
  title: 'Receber suporte',
  intro: 'O técnico dita uma chave de suporte ou envia um link para você.',
  field: 'Chave de suporte',
  hint: 'Nove ou dez dígitos. Você também pode colar aqui o link de suporte.',
  submit: 'Continuar',
  empty: 'Primeiro, digite a chave ou cole o link.',
  another: 'Usar outra chave ou outro link',
};

export const inviteKeyWords: typeof en.inviteKeyWords = {
  label: 'Chave de suporte',
  hint: (address) => `Para ditar por telefone. O cliente digita a chave em ${address}.`,
  copy: 'Copiar chave',
  making: 'Criando a chave…',
  replaced: 'A chave foi trocada depois de três tentativas erradas. A antiga não funciona mais. Dite a nova:',
  replacing: 'A chave foi trocada depois de três tentativas erradas. Uma nova está sendo criada.',
  missing: 'No momento não há chave de suporte. O link funciona normalmente.',
  burnedOut:
    'Houve chaves erradas repetidas vezes, e por isso esta sessão não tem mais chave de suporte. O link funciona normalmente.',
  again: 'Nova chave',
};
