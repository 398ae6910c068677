// Loads the words of reporting a session, in the language of the page's own words.

import type { AbuseWords } from './en/abuse.ts';
import type { SharedWords } from './en/shared.ts';

export async function loadAbuseWords({ language }: SharedWords): Promise<AbuseWords> {
  switch (language) {
    case 'pt-BR':
      return (await import('./pt-br/abuse.ts')).abuseWords;
    case 'es':
      return (await import('./es/abuse.ts')).abuseWords;
    case 'ar':
      return (await import('./ar/abuse.ts')).abuseWords;
    default:
      return (await import('./en/abuse.ts')).abuseWords;
  }
}
