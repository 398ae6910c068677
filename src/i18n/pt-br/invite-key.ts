// Brazilian Portuguese words around the support key in the console.

import type * as en from '../en/invite-key.ts';

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
