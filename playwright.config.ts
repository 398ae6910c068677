// Stories in real browsers. Each story has a server of its own; customer and technician are two separate
// Chromium processes. No retries: a flaky story is a bug.

import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  // They need more than two headless browsers or take long, and have configurations of their own.
  testIgnore: ['desktop', 'embedding', 'faults', 'long'].map((folder) =>
    join(import.meta.dirname, 'e2e', folder, '**'),
  ),
  // Two cores bear two browsers, so one story at a time.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  globalSetup: './e2e/global-setup.ts',
  reporter: [['list']],
});
