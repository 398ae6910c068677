// The fault matrix: sessions with everything going on, and one thing that goes wrong in each. Needs a network of its
// own, so it is started by scripts/test-faults.mjs and not by itself.

import { defineConfig } from '@playwright/test';
import stories from './playwright.config.ts';

export default defineConfig(stories, { testDir: 'e2e/faults', testIgnore: [], timeout: 180_000 });
