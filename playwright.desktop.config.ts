// Stories that need more than a headless Chromium: a desktop (Xvfb, openbox, xterm, xdotool) and Firefox.

import { defineConfig } from '@playwright/test';
import stories from './playwright.config.ts';

export default defineConfig(stories, { testDir: 'e2e/desktop', testIgnore: [] });
