// Spanish words of what only the console meets.

import type { consoleErrors as english } from '../en/console-errors.ts';

export const consoleErrors: typeof english = {
  'sign-in-required': {
    what: 'No ha iniciado sesión en este equipo.',
    next: 'Recargue esta página e inicie sesión.',
  },
  'sign-in-refused': {
    what: 'Este token no se ha aceptado.',
    next: 'Copie el token del enlace de acceso más reciente y vuelva a intentarlo.',
  },
  'sign-in-limited': {
    what: 'Ha habido demasiados intentos fallidos de iniciar sesión.',
    next: 'Espere un minuto y vuelva a intentarlo.',
  },
  'password-refused': {
    what: 'El nombre de usuario y la contraseña no coinciden.',
    next: 'Revise ambos y vuelva a intentarlo. Si ha olvidado la contraseña, su administrador puede poner otra.',
  },
  'technician-blocked': {
    what: 'Ya no puede atender desde aquí.',
    next: 'Pregunte el motivo a su administrador.',
  },
  'oidc-unreachable': {
    what: 'El servicio de acceso de su organización no ha respondido.',
    next: 'Vuelva a intentarlo en un minuto. Si sigue igual, avise a su administrador.',
  },
  'oidc-failed': {
    what: 'El acceso a través de su organización no se ha completado.',
    next: 'Empiece de nuevo aquí. Si sigue igual, dé a su administrador el código que aparece abajo.',
  },
  'oidc-not-allowed': {
    what: 'Su organización le conoce, pero usted no puede usar esta consola.',
    next: 'Pida acceso a su administrador o entre allí con otra cuenta.',
  },
  'report-not-kept': {
    what: 'Este navegador no deja que la página guarde nada, así que los informes solo duran hasta que se cierre.',
    next: 'Descargue los informes que necesite antes de cerrarla.',
  },
};
