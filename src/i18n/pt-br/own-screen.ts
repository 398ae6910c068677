// Brazilian Portuguese words about the technician's own screen, at the technician's.

import type { OwnScreenWords } from '../en/own-screen.ts';

export const ownScreenWords: OwnScreenWords = {
  region: 'Minha tela',
  share: 'Compartilhar minha tela',
  stop: 'Parar de compartilhar minha tela',
  choosing: 'Escolha o que mostrar na janela do navegador.',
  visible: 'O cliente pode ver sua tela',
  visibleTitle: (title) => `● Visível – ${title}`,
  surfaces: {
    monitor: 'Tudo o que está na tela escolhida.',
    window: 'A janela escolhida, e nada mais.',
    browser: 'A guia do navegador escolhida, e nada mais.',
    unknown: 'O que você escolheu.',
  },
  opening: 'O cliente ainda não vê sua tela, ou a fechou. Ele pode abri-la de novo.',
  problems: {
    dismissed: 'Sua tela não está sendo mostrada, porque nada foi escolhido.',
    failed: 'Não foi possível mostrar o que você escolheu. Tente outra coisa.',
    unsupported:
      'Este navegador não consegue compartilhar a tela. Use um Chrome, Edge, Firefox ou Safari recente em um computador.',
    cut: 'Esta página foi recarregada, e isso encerrou a exibição da sua tela.',
    notSent: 'Não foi possível enviar sua tela, e por isso ela foi interrompida. Tente mais uma vez.',
    denied: {
      mac: 'Este Mac não permite. Abra Ajustes do Sistema › Privacidade e Segurança › Gravação de Tela e Áudio do Sistema, ative este navegador e abra-o de novo.',
      windows: 'Este computador não permite. Uma política da sua organização pode proibir.',
      other:
        'Este computador não permite. Autorize a captura de tela para este navegador nas configurações de privacidade do sistema.',
    },
  },
};
