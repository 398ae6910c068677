// Hostile sides of sessions for a minute each. The same stories are part of `npm run test:e2e` for a few seconds.

import { defineConfig } from '@playwright/test';
import stories from './playwright.config.ts';

process.env.HOSTILE_SECONDS ??= '60';

export default defineConfig(stories, { testDir: 'e2e/hostile', timeout: 300_000 });
