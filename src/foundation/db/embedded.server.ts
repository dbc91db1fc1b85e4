import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type pg from 'pg'
import { projectFolder } from './project-folder.ts'
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

/**
 * Starts the embedded database of a data folder in a worker, so that its work never holds up the web, and answers on a
 * Unix socket. The socket is also the lock: whoever answers on it has the data, and a second start throws `EmbeddedInUse`.
 */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  const run = runFolder(dataDir)
  const socket = join(run, '.s.PGSQL.5432')
  if (await answers(socket)) throw new EmbeddedInUse(announcedAddress(dataDir))
  rmSync(socket, { force: true })
  rmSync(join(run, 'address'), { force: true })
  const folder = resolve(dataDir, 'db')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const worker = new Worker(workerFile(), { workerData: { folder, socket } satisfies EmbeddedWorkerData })
  const ready = await nextMessage(worker, ['ready', 'failed'])
  if (ready.kind === 'failed') throw new Error(`The embedded database did not start: ${ready.reason}`)
  return {
    connection: { host: run, user: 'postgres', database: 'postgres' },
    fsyncCalls: async () => {
      const counted = nextMessage(worker, ['fsync-calls'])
      worker.postMessage('count')
      const message = await counted
      return message.kind === 'fsync-calls' ? message.calls : 0
    },
    stop: async () => {
      const ended = new Promise<void>((done) => worker.once('exit', () => done()))
      worker.postMessage('stop')
      await ended
      rmSync(socket, { force: true })
      rmSync(join(run, 'address'), { force: true })
    },
  }
}

/** For the command line: speaks to the database that runs on the data, or starts it for as long as the command takes. */
export async function attachEmbedded(dataDir: string): Promise<Pick<Embedded, 'connection' | 'stop'>> {
  const run = runFolder(dataDir)
  if (await answers(join(run, '.s.PGSQL.5432'))) return { connection: { host: run, user: 'postgres', database: 'postgres' }, stop: async () => {} }
  return startEmbedded(dataDir)
}

/** Leaves word of where this process answers, for whoever tries to open the same data. */
export function announceAddress(dataDir: string, address: string): void {
  writeFileSync(join(runFolder(dataDir), 'address'), address)
}

function announcedAddress(dataDir: string): string | undefined {
  const file = join(runFolder(dataDir), 'address')
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function runFolder(dataDir: string): string {
  const beside = resolve(dataDir, 'run')
  const folder = Buffer.byteLength(beside) <= longestSocketPath - 16 ? beside : join(tmpdir(), `samsyn-${createHash('sha256').update(beside).digest('hex').slice(0, 16)}`)
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

// The worker is its own program and is never bundled: the runtime strips its types. Found from source and from the bundle alike.
function workerFile(): URL {
  return pathToFileURL(join(projectFolder(import.meta.url), 'src/foundation/db/embedded-worker.ts'))
}

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
