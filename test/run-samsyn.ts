import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const program = resolve(import.meta.dirname, '../build/command/samsyn.js')

/** Runs the bundled command line, as `npm run --silent samsyn --` does. */
export function runSamsyn(...args: string[]): Said {
  return runSamsynIn({}, ...args)
}

/** The same in surroundings of its own: a database, a secret. */
export function runSamsynIn(surroundings: Record<string, string>, ...args: string[]): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', ...surroundings },
    maxBuffer: 1 << 28,
  })
  return { status, said: stdout, complained: stderr }
}

type Said = { readonly status: number | null; readonly said: string; readonly complained: string }

/** A file with some content, in a folder of its own; its name is kept. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'samsyn-command-')), name)
  writeFileSync(path, content)
  return path
}
