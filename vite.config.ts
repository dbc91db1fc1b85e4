import { reactRouter } from '@react-router/dev/vite'
import { defineConfig, type Plugin } from 'vite'

/**
 * The server is one bundle, so that every module exists once: two copies would be two database pools.
 * Beside it stand the workers of the embedded database, of printing, of suggesting and of the opinion map. React Router names its only entry itself, so this comes after it.
 */
const serverEntries: Plugin = {
  name: 'samsyn-server-entries',
  enforce: 'post',
  configEnvironment: (name) =>
    name === 'ssr'
      ? {
          build: {
            rollupOptions: {
              input: {
                server: './src/server.ts',
                'embedded-worker': './src/foundation/db/embedded-worker.ts',
                'opinion-worker': './src/modules/analysis/opinion-worker.ts',
                'print-worker': './src/foundation/documents/print-worker.ts',
                'proposal-worker': './src/modules/analysis/proposal-worker.ts',
                'suggestion-worker': './src/modules/analysis/suggestion-worker.ts',
              },
              output: { entryFileNames: '[name].js' },
            },
          },
        }
      : undefined,
}

export default defineConfig({
  plugins: [reactRouter(), serverEntries],
  build: { assetsInlineLimit: 0 },
})
