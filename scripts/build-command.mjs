// Bundles the command line to build/command/samsyn.js: one file that loads each sub-command when it is asked for.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from './prepare.mjs'

if (existsSync(join(root, 'src/command/samsyn.ts')))
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
      rollupOptions: { input: './src/command/samsyn.ts', output: { entryFileNames: 'samsyn.js' } },
    },
  })
