// Builds the pages (`vite build`, to dist/client) and the server (`vite build --ssr`, to dist/server).
// Tests in Node and in a browser are set up in vitest.config.ts.

import { defineConfig } from 'vite';

const API_PORT = Number(process.env.DESKSIDE_DEV_API_PORT ?? 8080);

const SERVICE_WORKER = 'src/service-worker.ts';

export default defineConfig(({ isSsrBuild }) => ({
  build: isSsrBuild
    ? {
        ssr: true,
        copyPublicDir: false,
        rolldownOptions: {
          input: ['server/main.ts', 'server/technician-main.ts'],
          // What both share stands beside them: the server finds the pages from where its code is.
          output: { chunkFileNames: '[name].js' },
        },
        outDir: 'dist/server',
        emptyOutDir: true,
        target: 'node20',
      }
    : {
        outDir: 'dist/client',
        emptyOutDir: true,
        target: 'es2022',
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: ['index.html', 'technician.html', SERVICE_WORKER],
          // Browsers know a service worker by its address, and allow it what is below that.
          output: {
            entryFileNames: ({ facadeModuleId }) =>
              facadeModuleId?.endsWith(SERVICE_WORKER) ? '[name].js' : 'assets/[name]-[hash].js',
          },
        },
      },
  // `npm run dev` puts Vite's own server in front of ours.
  server: {
    proxy: {
      '/api': { target: `http://localhost:${API_PORT}` },
      '/healthz': { target: `http://localhost:${API_PORT}` },
      '/signal': { target: `ws://localhost:${API_PORT}`, ws: true },
    },
  },
}));
