// Brazilian Portuguese words around the support key that both pages need.

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

export const keyFormWords: typeof en.keyFormWords = {
  title: 'Receber suporte',
  intro: 'O técnico dita uma chave de suporte ou envia um link para você.',
  field: 'Chave de suporte',
  hint: 'Nove ou dez dígitos. Você também pode colar aqui o link de suporte.',
  submit: 'Continuar',
  empty: 'Primeiro, digite a chave ou cole o link.',
  another: 'Usar outra chave ou outro link',
};
