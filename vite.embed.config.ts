// Builds the launcher (`vite build -c vite.embed.config.ts`): one file with a name that stays, for pages of other sites.

import { defineConfig } from 'vite';

export default defineConfig({
  // What is in public/ is the pages' own build's.
  publicDir: false,
  build: {
    outDir: 'dist/client',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'src/embed.ts', formats: ['es'], fileName: () => 'embed.js' },
    minify: true,
  },
});
