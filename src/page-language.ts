// The language of a page: what the address asks for (`?lang=`), else what was chosen here before, else what
// the browser prefers.

import { chooseLanguage, directionOf, LANGUAGES, type Language } from './i18n/language.ts';
import { readPreference, writePreference } from './storage/preferences.ts';

export class PageLanguage {
  #current: Language = chooseLanguage(navigator.languages);

  get current(): Language {
    return this.#current;
  }

  /** Says it of a document, by its root: what reads it aloud needs to know, and which way its lines run. */
  tell(root: HTMLElement): void {
    root.lang = this.#current;
    root.dir = directionOf(this.#current);
  }

  /** Finds the language to begin with. */
  async load(): Promise<void> {
    const asked = new URLSearchParams(location.search).get('lang');
    if (asked !== null) {
      this.#current = chooseLanguage([asked, ...navigator.languages]);
      return;
    }
    const kept = await readPreference('language');
    this.#current = LANGUAGES.find((language) => language === kept) ?? this.#current;
  }

  /** Changes the language, now and for the next visit. */
  async choose(language: Language): Promise<void> {
    this.#current = language;
    await writePreference('language', language);
  }
}
