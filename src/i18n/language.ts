// Which language a page is shown in.

export const LANGUAGES = ['en', 'pt-BR', 'es', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The name of each language, in itself. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  'pt-BR': 'Português',
  es: 'Español',
  ar: 'العربية',
};

/** The language of `wanted` (BCP 47 tags, best first) that we have; English where there is none. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [primary] = tag.toLowerCase().split('-');
    const found = LANGUAGES.find((language) => language.toLowerCase().split('-')[0] === primary);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** Which way lines run in one of our languages; the value of `dir`. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
