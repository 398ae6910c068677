import { afterEach, expect, it } from 'vitest';
import { PageLanguage } from './page-language.ts';

afterEach(() => {
  document.documentElement.lang = 'en';
  document.documentElement.dir = '';
});

it('tells the document which language it is in, and which way its lines run', async () => {
  const language = new PageLanguage();
  const root = document.documentElement;
  await language.choose('ar');
  language.tell(root);
  expect([root.lang, root.dir]).toEqual(['ar', 'rtl']);
  await language.choose('es');
  language.tell(root);
  expect([root.lang, root.dir]).toEqual(['es', 'ltr']);
});
