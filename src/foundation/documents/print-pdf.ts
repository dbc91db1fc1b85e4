import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { PrintMessage, PrintOrder } from './print-worker.ts'

let last: Promise<unknown> = Promise.resolve()

/**
 * Composes a PDF that can be read aloud (PDF/UA-1) of a template and its data, which the template reads as `sys.inputs.data`. One at a time.
 * Throws when the template is wrong, or when something in it can't be read aloud, as a picture without words.
 */
export function printPdf(order: PrintOrder): Promise<Uint8Array<ArrayBuffer>> {
  const printed = last.then(() => composed(order))
  last = printed.catch(() => undefined)
  return printed
}

async function composed(order: PrintOrder): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(workerFile(), { workerData: order, execArgv: [] })
  const message = await new Promise<PrintMessage>((done, fail) => {
    worker.once('message', done)
    worker.once('error', fail)
    worker.once('exit', (code) => fail(new Error(`The printing ended with ${code} before anything was printed.`)))
  })
  await worker.terminate()
  if (message.kind === 'failed') throw new Error(`The document could not be composed: ${message.reason}`)
  return new Uint8Array(message.pdf)
}

// Beside this file from source, beside the bundle when bundled. Not written as `new Worker(new URL(…))`, which the bundler would rewrite.
function workerFile(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const beside = new URL(`./print-worker.${ending}`, import.meta.url)
  return existsSync(beside) ? beside : new URL(`../print-worker.${ending}`, import.meta.url)
}
