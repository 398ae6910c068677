// Loads the words of reporting a session, in the language of the page's own words.

import type { AbuseWords } from './en/abuse.ts';
import type { SharedWords } from './en/shared.ts';
import { chooseLanguage, type Language } from './language.ts';

const LOADERS: Record<Language, () => Promise<{ readonly abuseWords: AbuseWords }>> = {
  en: () => import('./en/abuse.ts'),
  'pt-BR': () => import('./pt-br/abuse.ts'),
  es: () => import('./es/abuse.ts'),
  ar: () => import('./ar/abuse.ts'),
};

export async function loadAbuseWords({ language }: SharedWords): Promise<AbuseWords> {
  return (await LOADERS[chooseLanguage([language])]()).abuseWords;
}
