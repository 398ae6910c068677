// The message that invites a customer, ready to paste into a ticket or a chat. It is in the customer's language,
// which need not be the console's: so the few words of all languages are here, and no dictionary is loaded for them.

import type { Language } from './language.ts';

export interface Invitation {
  /** The technician's name. */
  readonly name: string;
  /** `null` where the technician has none to show. */
  readonly organisation: string | null;
  readonly supportLink: string;
  /** The other way in, for a device that the message is not on; `null` where there is none. */
  readonly supportKey: { readonly key: string; readonly address: string } | null;
}

// A space follows the link, so that no program takes what comes after as a part of it.
const MESSAGES: Record<Language, (invitation: Invitation) => string> = {
  en: ({ name, organisation, supportLink, supportKey }) =>
    `Hello, this is ${organisation === null ? name : `${name} from ${organisation}`}. ` +
    `To start the support session, open this link in your browser: ${supportLink} — ` +
    `nothing needs to be installed. ${
      supportKey === null
        ? 'The link works once.'
        : `On another device, open ${supportKey.address} and type this key: ${supportKey.key}. Only one of the two works, and once.`
    }`,
  // The organisation is in brackets: “da” or “do” would need its gender.
  'pt-BR': ({ name, organisation, supportLink, supportKey }) =>
    `Olá, aqui é ${organisation === null ? name : `${name} (${organisation})`}. ` +
    `Para iniciar o atendimento, abra este link no seu navegador: ${supportLink} — ` +
    `não é preciso instalar nada. ${
      supportKey === null
        ? 'O link funciona uma única vez.'
        : `Em outro aparelho, abra ${supportKey.address} e digite esta chave: ${supportKey.key}. Só um dos dois funciona, e uma única vez.`
    }`,
  es: ({ name, organisation, supportLink, supportKey }) =>
    `Hola, le escribe ${organisation === null ? name : `${name} (${organisation})`}. ` +
    `Para empezar la sesión de soporte, abra este enlace en su navegador: ${supportLink} — ` +
    `no hay que instalar nada. ${
      supportKey === null
        ? 'El enlace funciona una sola vez.'
        : `En otro dispositivo, abra ${supportKey.address} y escriba esta clave: ${supportKey.key}. Solo funciona uno de los dos, y una sola vez.`
    }`,
  // The key is kept from left to right (Unicode's isolates): after Arabic letters its groups would change places.
  ar: ({ name, organisation, supportLink, supportKey }) =>
    `مرحبًا، معك ${organisation === null ? name : `${name} (${organisation})`}. ` +
    `لبدء جلسة الدعم، يُرجى فتح هذا الرابط في متصفحك: ${supportLink} — ` +
    `لا حاجة إلى تثبيت أي شيء. ${
      supportKey === null
        ? 'يعمل الرابط مرة واحدة.'
        : `على جهاز آخر، يُرجى فتح ${supportKey.address} وكتابة هذا المفتاح: \u2066${supportKey.key}\u2069. يعمل واحد منهما فقط، ومرة واحدة.`
    }`,
};

export function inviteMessage(language: Language, invitation: Invitation): string {
  return MESSAGES[language](invitation);
}
