// Spanish words about the technician's own screen, at the technician's.

import type { OwnScreenWords } from '../en/own-screen.ts';

export const ownScreenWords: OwnScreenWords = {
  region: 'Mi pantalla',
  share: 'Compartir mi pantalla',
  stop: 'Dejar de compartir mi pantalla',
  choosing: 'Elija qué mostrar en la ventana del navegador.',
  visible: 'El cliente puede ver su pantalla',
  visibleTitle: (title) => `● Visible – ${title}`,
  surfaces: {
    monitor: 'Todo lo que hay en la pantalla elegida.',
    window: 'La ventana elegida y nada más.',
    browser: 'La pestaña del navegador elegida y nada más.',
    unknown: 'Lo que ha elegido.',
  },
  opening: 'El cliente aún no ve su pantalla, o la ha cerrado. Puede volver a abrirla.',
  problems: {
    dismissed: 'Su pantalla no se muestra, porque no se eligió nada.',
    failed: 'No se pudo mostrar lo que eligió. Pruebe con otra cosa.',
    unsupported:
      'Este navegador no puede compartir la pantalla. Use un Chrome, Edge, Firefox o Safari reciente en un ordenador o computadora.',
    cut: 'Esta página se ha recargado y por eso su pantalla ya no se muestra.',
    notSent: 'No se pudo enviar su pantalla, así que se detuvo. Pruebe otra vez.',
    denied: {
      mac: 'Este Mac no lo permite. Abra Ajustes del Sistema › Privacidad y seguridad › Grabación de pantalla y audio del sistema, active este navegador y vuelva a abrirlo.',
      windows: 'Este equipo no lo permite. Puede que una norma de su organización lo prohíba.',
      other:
        'Este equipo no lo permite. Permita a este navegador capturar la pantalla en los ajustes de privacidad del sistema.',
    },
  },
};
