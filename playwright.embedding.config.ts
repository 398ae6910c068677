// Sessions that begin on a page of another site. Not part of `npm test`.

import { defineConfig } from '@playwright/test';
import stories from './playwright.config.ts';

export default defineConfig(stories, { testDir: 'e2e/embedding', testIgnore: [] });
