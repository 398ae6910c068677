// Brazilian Portuguese words of what only the console meets.

import type { consoleErrors as english } from '../en/console-errors.ts';

export const consoleErrors: typeof english = {
  'sign-in-required': {
    what: 'Você não entrou neste computador.',
    next: 'Recarregue esta página e entre.',
  },
  'sign-in-refused': {
    what: 'Este token não foi aceito.',
    next: 'Copie o token do link de acesso mais recente e tente de novo.',
  },
  'sign-in-limited': {
    what: 'Houve tentativas erradas demais de entrar.',
    next: 'Espere um minuto e tente de novo.',
  },
  'password-refused': {
    what: 'O nome de usuário e a senha não conferem.',
    next: 'Confira os dois e tente de novo. Se você esqueceu a senha, o administrador pode definir outra.',
  },
  'technician-blocked': {
    what: 'Você não pode mais atender por aqui.',
    next: 'Pergunte o motivo ao administrador.',
  },
  'oidc-unreachable': {
    what: 'O serviço de acesso da sua organização não respondeu.',
    next: 'Tente de novo em um minuto. Se continuar assim, avise o administrador.',
  },
  'oidc-failed': {
    what: 'O acesso pela sua organização não foi concluído.',
    next: 'Comece de novo aqui. Se continuar assim, informe ao administrador o código abaixo.',
  },
  'oidc-not-allowed': {
    what: 'Sua organização conhece você, mas você não pode usar este console.',
    next: 'Peça ao administrador que autorize seu acesso ou entre lá com outra conta.',
  },
  'report-not-kept': {
    what: 'Este navegador não deixa a página guardar nada, e por isso os relatórios só duram até ela ser fechada.',
    next: 'Baixe os relatórios de que precisa antes de fechá-la.',
  },
};
