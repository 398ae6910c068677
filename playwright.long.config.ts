// Files that take long: a gigabyte, and lines that are cut on purpose. Not part of `npm test`.

import { defineConfig } from '@playwright/test';
import stories from './playwright.config.ts';

export default defineConfig(stories, { testDir: 'e2e/long', testIgnore: [], timeout: 900_000 });
