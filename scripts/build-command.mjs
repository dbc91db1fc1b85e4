// Bundles the command line to build/command/samsyn.js: one file that loads each sub-command when it is asked for.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
if (existsSync(`${root}/src/command/samsyn.ts`))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      target: 'node22',
      outDir: 'build/command',
      emptyOutDir: true,
      rollupOptions: {
        input: { samsyn: './src/command/samsyn.ts', bench: './src/command/bench.ts', 'embedded-worker': './src/foundation/db/embedded-worker.ts' },
        output: { entryFileNames: '[name].js' },
      },
    },
  })
