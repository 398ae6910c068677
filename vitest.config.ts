// Two kinds of test: `unit` runs in Node, with no browser; `components` runs elements in a real Chromium.

import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunchOptions, findChromium } from './scripts/chromium.mjs';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Far above what any of them takes: thousands of generated inputs on a machine that is busy with something else.
          testTimeout: 30_000,
          exclude: ['src/**/*.browser.test.ts', 'node_modules/**'],
          include: [
            'src/{protocol,session,rtc,i18n,storage,launcher}/**/*.test.ts',
            'server/**/*.test.ts',
            'scripts/**/*.test.mjs',
          ],
        },
      },
      {
        optimizeDeps: {
          include: [
            'lucide',
            'lean-qr',
            'lean-qr/extras/svg',
            'valibot',
            'lit',
            'lit/decorators.js',
            'lit/directives/class-map.js',
            'lit/directives/repeat.js',
            'idb-keyval',
            'axe-core',
            '@noble/hashes/sha2.js',
          ],
        },
        test: {
          name: 'components',
          include: ['src/components/**/*.test.ts', 'src/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunchOptions(findChromium()) }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
