// Spanish words around the support key in the console.

import type * as en from '../en/invite-key.ts';

export const technicianKeyErrors: typeof en.technicianKeyErrors = {
  'key-unknown': {
    what: 'Alguien vino con una clave de soporte que ya no funciona y no se le dejó pasar.',
    next: 'Seguimos esperando. Si era su cliente, léale la clave que ve aquí.',
  },
  'key-wrong': {
    what: 'Alguien probó una clave de soporte equivocada y no se le dejó pasar. No vio nada.',
    next: 'Seguimos esperando. Si era su cliente, léale la clave otra vez, cifra por cifra.',
  },
};

export const inviteKeyWords: typeof en.inviteKeyWords = {
  label: 'Clave de soporte',
  hint: (address) => `Para leerla por teléfono. El cliente la escribe en ${address}.`,
  copy: 'Copiar clave',
  making: 'Creando la clave…',
  replaced: 'La clave se cambió después de tres intentos fallidos. La anterior ya no funciona. Lea la nueva:',
  replacing: 'La clave se cambió después de tres intentos fallidos. Se está creando otra.',
  missing: 'Por ahora no hay clave de soporte. El enlace funciona igualmente.',
  burnedOut:
    'Se probaron claves equivocadas una y otra vez, así que esta sesión ya no tiene clave de soporte. El enlace funciona igualmente.',
  again: 'Nueva clave',
};
