// Spanish words around the support key that both pages need.

import type * as en from '../en/key.ts';

export const keyErrors: typeof en.keyErrors = {
  'key-malformed': {
    what: 'Esto no es una clave de soporte ni un enlace de soporte.',
    next: 'Una clave de soporte tiene nueve o diez cifras. Escríbalas todas o pegue el enlace completo.',
  },
  'key-unknown': {
    what: 'Esta clave de soporte no lleva a ningún sitio. Puede haber una cifra equivocada, o la clave ya se usó o se cambió.',
    next: 'Compárela con el técnico, cifra por cifra, y vuelva a intentarlo.',
  },
  'key-wrong': {
    what: 'Esta no es la clave de soporte correcta. No se ha compartido nada.',
    next: 'Compárela con el técnico, cifra por cifra. Después de tres intentos fallidos, el técnico recibe otra clave.',
  },
  'too-many-tries': {
    what: 'Ha habido demasiados intentos desde su conexión a internet.',
    next: 'Espere un minuto y vuelva a intentarlo.',
  },
};

export const keyFormWords: typeof en.keyFormWords = {
  title: 'Recibir soporte',
  intro: 'Su técnico le lee una clave de soporte o le envía un enlace.',
  field: 'Clave de soporte',
  hint: 'Nueve o diez cifras. También puede pegar aquí el enlace de soporte.',
  submit: 'Continuar',
  empty: 'Primero escriba la clave o pegue el enlace.',
  another: 'Usar otra clave u otro enlace',
};
