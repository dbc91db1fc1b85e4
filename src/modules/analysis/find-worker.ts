import { existsSync } from 'node:fs'

/**
 * The file of a thread of this room: beside this file from source, beside the bundle when bundled. It is not written as `new Worker(new URL(…))`, which the
 * bundler would rewrite.
 */
export function findWorker(name: 'proposal-worker' | 'suggestion-worker'): URL {
  const file = `${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`
  const beside = new URL(`./${file}`, import.meta.url)
  return existsSync(beside) ? beside : new URL(`../${file}`, import.meta.url)
}
