import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { OpinionMaterial } from './opinion-worker.ts'
import type { OpinionFindings } from './rules/opinion-findings.ts'

/** What votes say, worked out beside what is going on. */
export function reckonFindings(material: OpinionMaterial): Promise<OpinionFindings> {
  const worker = new Worker(workerFile(), { workerData: material, execArgv: [] })
  return new Promise((done, fail) => {
    worker.once('error', fail)
    worker.once('exit', (code) => fail(new Error(`The reckoning ended with ${code}.`)))
    worker.once('message', done)
  })
}

// Beside this file from source, beside the bundle when bundled. Not written as `new Worker(new URL(…))`, which the bundler would rewrite.
function workerFile(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const beside = new URL(`./opinion-worker.${ending}`, import.meta.url)
  return existsSync(beside) ? beside : new URL(`../opinion-worker.${ending}`, import.meta.url)
}
