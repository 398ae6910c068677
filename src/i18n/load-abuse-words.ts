// Loads the words of reporting a session, in the language of the page's own words.

import type { AbuseWords } from './en/abuse.ts';
import type { SharedWords } from './en/shared.ts';

export async function loadAbuseWords({ language }: SharedWords): Promise<AbuseWords> {
  if (language === 'pt-BR') return (await import('./pt-br/abuse.ts')).abuseWords;
  return (await import('./en/abuse.ts')).abuseWords;
}
