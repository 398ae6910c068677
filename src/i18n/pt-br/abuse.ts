// Brazilian Portuguese words of reporting a session.

import type { AbuseWords } from '../en/abuse.ts';

export const abuseWords: AbuseWords = {
  title: 'Denunciar esta sessão',
  intro: (host) => `Sua denúncia vai para quem administra ${host}.`,
  reason: 'O que aconteceu?',
  reasons: {
    money: 'Pediram dinheiro, cartões-presente ou senhas',
    impostor: 'Alguém finge ser outra pessoa',
    other: 'Outra coisa',
  },
  text: 'Com suas palavras, se quiser',
  limit: (count) => `Até ${count} caracteres.`,
  contents: (who, when) =>
    `O que é enviado: que foi ${who}, a hora (${when}), o motivo e suas palavras. Bate-papo, arquivos e imagens nunca são enviados.`,
  end: 'Finalizar a sessão agora',
  send: 'Enviar denúncia',
  sending: 'Enviando…',
  cancel: 'Cancelar',
  received: (reference) => `Denúncia recebida, referência ${reference}`,
  keep: 'Anote a referência. Sua denúncia é encontrada por ela.',
  close: 'Fechar',
  errors: {
    'session-ended': {
      what: 'Esta sessão terminou há tempo demais para ser denunciada aqui.',
      next: 'Avise a organização que você conhece, pelo telefone ou endereço dela.',
    },
    'too-many-tries': {
      what: 'Chegaram denúncias demais daqui.',
      next: 'Espere um minuto e tente de novo. Depois de três denúncias da mesma sessão, não há mais nenhuma.',
    },
  },
};
