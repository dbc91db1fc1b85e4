import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  build: { assetsInlineLimit: 0 },
  environments: {
    ssr: {
      build: {
        // The server is one bundle, so that every module exists once: two copies would be two database pools.
        rollupOptions: { input: './src/server.ts' },
      },
    },
  },
})
