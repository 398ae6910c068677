// Spanish words of reporting a session.

import type { AbuseWords } from '../en/abuse.ts';

export const abuseWords: AbuseWords = {
  title: 'Denunciar esta sesión',
  intro: (host) => `Su denuncia llega a quien administra ${host}.`,
  reason: '¿Qué ha pasado?',
  reasons: {
    money: 'Me pidieron dinero, tarjetas regalo o contraseñas',
    impostor: 'Alguien se hace pasar por otra persona',
    other: 'Otra cosa',
  },
  text: 'Con sus palabras, si lo desea',
  limit: (count) => `Hasta ${count} caracteres.`,
  contents: (who, when) =>
    `Lo que se envía: que fue ${who}, la hora (${when}), el motivo y sus palabras. El chat, los archivos y las imágenes no se envían nunca.`,
  end: 'Finalizar la sesión ahora',
  send: 'Enviar denuncia',
  sending: 'Enviando…',
  cancel: 'Cancelar',
  received: (reference) => `Denuncia recibida, referencia ${reference}`,
  keep: 'Anote la referencia. Con ella se encuentra su denuncia.',
  close: 'Cerrar',
  errors: {
    'session-ended': {
      what: 'Esta sesión terminó hace demasiado tiempo para denunciarla aquí.',
      next: 'Avise a la organización que usted conoce, por su propio teléfono o dirección.',
    },
    'too-many-tries': {
      what: 'Desde aquí han llegado demasiadas denuncias.',
      next: 'Espere un minuto y vuelva a intentarlo. Después de tres denuncias de una misma sesión no puede haber más.',
    },
  },
};
