import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [reactRouter()],
  build: {
    // The server is one bundle, so that every module exists once: two copies would be two database pools.
    rollupOptions: isSsrBuild
      ? { input: { server: './src/server.ts', 'embedded-worker': './src/foundation/db/embedded-worker.ts' }, output: { entryFileNames: '[name].js' } }
      : {},
    assetsInlineLimit: 0,
  },
}))
