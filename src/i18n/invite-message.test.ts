import { describe, expect, it } from 'vitest';
import { parseWayIn } from '../protocol/way-in.ts';
import { inviteMessage } from './invite-message.ts';
import { LANGUAGES } from './language.ts';

const INVITATION = {
  name: 'Ana Souza',
  organisation: 'ACME Support',
  supportLink: 'https://help.example/#1.abc.def',
  supportKey: null,
};
const WITH_KEY = { ...INVITATION, supportKey: { key: '012-345-678', address: 'help.example' } };

describe('the message that invites', () => {
  it('is a sentence to paste, in English', () => {
    expect(inviteMessage('en', INVITATION)).toBe(
      'Hello, this is Ana Souza from ACME Support. To start the support session, open this link in your ' +
        'browser: https://help.example/#1.abc.def — nothing needs to be installed. The link works once.',
    );
  });

  it('is a sentence to paste, in Portuguese', () => {
    expect(inviteMessage('pt-BR', INVITATION)).toBe(
      'Olá, aqui é Ana Souza (ACME Support). Para iniciar o atendimento, abra este link no seu ' +
        'navegador: https://help.example/#1.abc.def — não é preciso instalar nada. O link funciona uma única vez.',
    );
  });

  it('is a sentence to paste, in Spanish', () => {
    expect(inviteMessage('es', INVITATION)).toBe(
      'Hola, le escribe Ana Souza (ACME Support). Para empezar la sesión de soporte, abra este enlace en su ' +
        'navegador: https://help.example/#1.abc.def — no hay que instalar nada. El enlace funciona una sola vez.',
    );
  });

  it('is a sentence to paste, in Arabic', () => {
    expect(inviteMessage('ar', INVITATION)).toBe(
      'مرحبًا، معك Ana Souza (ACME Support). لبدء جلسة الدعم، يُرجى فتح هذا الرابط في متصفحك: ' +
        'https://help.example/#1.abc.def — لا حاجة إلى تثبيت أي شيء. يعمل الرابط مرة واحدة.',
    );
  });

  it.each([
    [
      'en',
      'On another device, open help.example and type this key: 012-345-678. Only one of the two works, and once.',
    ],
    [
      'pt-BR',
      'Em outro aparelho, abra help.example e digite esta chave: 012-345-678. Só um dos dois funciona, e uma única vez.',
    ],
    [
      'es',
      'En otro dispositivo, abra help.example y escriba esta clave: 012-345-678. Solo funciona uno de los dos, y una sola vez.',
    ],
    [
      'ar',
      'على جهاز آخر، يُرجى فتح help.example وكتابة هذا المفتاح: \u2066012-345-678\u2069. يعمل واحد منهما فقط، ومرة واحدة.',
    ],
  ] as const)('has the key too where there is one, in %s', (language, end) => {
    expect(inviteMessage(language, WITH_KEY).endsWith(end)).toBe(true);
  });

  it.each(LANGUAGES)('leads to the link where all of it is pasted, in %s', (language) => {
    const text = inviteMessage(language, {
      ...WITH_KEY,
      supportLink: `https://help.example/#1.${'0'.repeat(32)}.${'A'.repeat(43)}`,
    });
    expect(parseWayIn(text)).toMatchObject({ way: 'link', sessionId: '0'.repeat(32) });
  });

  it.each(LANGUAGES)('names who invites, and has the link between spaces, in %s', (language) => {
    const words = inviteMessage(language, INVITATION).split(' ');
    expect(words).toContain(INVITATION.supportLink);
    expect(words.join(' ')).toContain(INVITATION.name);
    expect(words.join(' ')).toContain(INVITATION.organisation);
  });

  it.each([
    ['en', 'Hello, this is Ana Souza. To'],
    ['pt-BR', 'Olá, aqui é Ana Souza. Para'],
    ['es', 'Hola, le escribe Ana Souza. Para'],
    ['ar', 'مرحبًا، معك Ana Souza. لبدء'],
  ] as const)('names the technician alone where there is no organisation, in %s', (language, start) => {
    const message = inviteMessage(language, { ...INVITATION, organisation: null });
    expect(message.startsWith(start)).toBe(true);
  });

  it.each(LANGUAGES)('is one line without shouting, in %s', (language) => {
    expect(inviteMessage(language, WITH_KEY)).not.toMatch(/[\n!]/);
  });
});
