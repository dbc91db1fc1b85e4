import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type pg from 'pg'
import type { EmbeddedWorkerData, EmbeddedWorkerMessage } from './embedded-worker.ts'

export type Embedded = { readonly connection: pg.PoolConfig; fsyncCalls(): Promise<number>; stop(): Promise<void> }

/** Somebody else has the data open. `address` is where they answer, when they have said. */
export class EmbeddedInUse extends Error {
  readonly address: string | undefined
  constructor(address: string | undefined) {
    super(`The data is in use${address ? ` by ${address}` : ''}.`)
    this.name = 'EmbeddedInUse'
    this.address = address
  }
}

// A Unix socket's path has room for 107 bytes; deep data folders get their socket in the temporary folder.
const longestSocketPath = 100
// Somebody who holds the data without answering is starting or stopping: either is over in a few seconds.
const patienceMs = 15_000
const betweenTriesMs = 100

/**
 * Starts the embedded database of a data folder in a worker, so that its work never holds up the web, and answers on a
 * Unix socket. One process at a time: whoever holds the data's lock and answers on the socket has it, and a second start
 * throws `EmbeddedInUse`. Both go with the process, however it ends, so that nothing is left to clean up after a crash.
 */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  const run = runFolder(dataDir)
  const socket = join(run, '.s.PGSQL.5432')
  const lock = await takeLock(dataDir, socket)
  try {
    rmSync(socket, { force: true })
    rmSync(join(run, 'address'), { force: true })
    const folder = resolve(dataDir, 'db')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const worker = await startWorker({ folder, socket })
    return {
      connection: { host: run, user: 'postgres', database: 'postgres' },
      fsyncCalls: async () => {
        const message = await ask(worker, 'count', ['fsync-calls'])
        return message.kind === 'fsync-calls' ? message.calls : 0
      },
      stop: async () => {
        const ended = new Promise<void>((done) => worker.once('exit', () => done()))
        await ask(worker, 'stop', ['stopped'])
        await ended
        rmSync(run, { recursive: true, force: true })
        lock.release()
      },
    }
  } catch (fault) {
    lock.release()
    throw fault
  }
}

/** For the command line: speaks to the database that runs on the data, or starts it for as long as the command takes. */
export async function attachEmbedded(dataDir: string): Promise<Pick<Embedded, 'connection' | 'stop'>> {
  const run = runFolder(dataDir)
  const attached = { connection: { host: run, user: 'postgres', database: 'postgres' }, stop: async () => {} }
  if (await answers(join(run, '.s.PGSQL.5432'))) return attached
  try {
    return await startEmbedded(dataDir)
  } catch (fault) {
    // Somebody else was faster: their database is the one to speak to.
    if (fault instanceof EmbeddedInUse && (await answers(join(run, '.s.PGSQL.5432')))) return attached
    throw fault
  }
}

/** Leaves word of where this process answers, for whoever tries to open the same data. */
export function announceAddress(dataDir: string, address: string): void {
  writeFileSync(join(runFolder(dataDir), 'address'), address)
}

function announcedAddress(run: string): string | undefined {
  const file = join(run, 'address')
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

async function takeLock(dataDir: string, socket: string): Promise<{ release(): void }> {
  const lastTry = performance.now() + patienceMs
  for (;;) {
    if (await answers(socket)) throw new EmbeddedInUse(announcedAddress(resolve(socket, '..')))
    const lock = lockFile(join(dataDir, 'lock'))
    if (lock) return lock
    if (performance.now() > lastTry) throw new EmbeddedInUse(undefined)
    await wait(betweenTriesMs)
  }
}

// Node has no file locks of its own. SQLite has, and the kernel gives the lock back when the process ends, also by kill -9.
function lockFile(path: string): { release(): void } | undefined {
  const file = new DatabaseSync(path)
  try {
    file.exec('pragma busy_timeout = 0; begin exclusive')
    return { release: () => file.close() }
  } catch (fault) {
    file.close()
    if (fault instanceof Error && 'errcode' in fault && fault.errcode === sqliteBusy) return undefined
    throw fault
  }
}
const sqliteBusy = 5

function runFolder(dataDir: string): string {
  const beside = resolve(dataDir, 'run')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const isShort = Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= longestSocketPath
  const folder = isShort ? beside : join(tmpdir(), `samsyn-${createHash('sha256').update(beside).digest('hex').slice(0, 16)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  return folder
}

function answers(socket: string): Promise<boolean> {
  if (!existsSync(socket)) return Promise.resolve(false)
  return new Promise((done) => {
    const probe = createConnection(socket)
    const finish = (answer: boolean) => {
      probe.destroy()
      done(answer)
    }
    probe.once('connect', () => finish(true))
    probe.once('error', () => finish(false))
  })
}

async function startWorker(workerData: EmbeddedWorkerData): Promise<Worker> {
  const worker = new Worker(workerFile(), { workerData, execArgv: [] })
  const ready = await nextMessage(worker, ['ready', 'failed'])
  if (ready.kind !== 'failed') return worker
  await worker.terminate()
  throw new Error(`The embedded database did not start: ${ready.reason}`)
}

// Beside this file from source, beside the bundle when bundled. Not written as `new Worker(new URL(…))`, which the bundler would rewrite.
function workerFile(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const beside = new URL(`./embedded-worker.${ending}`, import.meta.url)
  return existsSync(beside) ? beside : new URL(`../embedded-worker.${ending}`, import.meta.url)
}

function ask(worker: Worker, question: 'stop' | 'count', kinds: readonly EmbeddedWorkerMessage['kind'][]): Promise<EmbeddedWorkerMessage> {
  const answer = nextMessage(worker, kinds)
  worker.postMessage(question)
  return answer
}

// A worker that fails when nobody asks it anything ends the whole process: a database that is lost is not to be served around.
function nextMessage(worker: Worker, kinds: readonly EmbeddedWorkerMessage['kind'][]): Promise<EmbeddedWorkerMessage> {
  return new Promise((done, fail) => {
    const onMessage = (message: EmbeddedWorkerMessage) => {
      if (!kinds.includes(message.kind)) return
      worker.off('message', onMessage)
      worker.off('error', fail)
      done(message)
    }
    worker.on('message', onMessage)
    worker.once('error', fail)
  })
}
