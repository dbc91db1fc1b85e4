import { fdatasyncSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { serveOnSocket } from './embedded-socket.ts'

/** What the worker is told: where the database lies, and the socket it is to answer on. */
export type EmbeddedWorkerData = { readonly folder: string; readonly socket: string }
export type EmbeddedWorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'fsync-calls'; readonly calls: number }
  | { readonly kind: 'stopped' }

let fsyncCalls = 0

/** PGlite's Node file system has no fsync of its own; without this hook a commit is not on disk (docs/decisions/0009). */
class DurableNodeFS extends NodeFS {
  override async init(pg: Parameters<NodeFS['init']>[0], options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const initialised = await super.init(pg, options)
    const preRun = initialised.emscriptenOpts.preRun as ((module: NodeFsModule) => void)[]
    preRun.push(({ NODEFS, FS }) => {
      NODEFS.stream_ops.fsync = ({ nfd }) => {
        fsyncCalls += 1
        try {
          fdatasyncSync(nfd)
        } catch {
          throw new FS.ErrnoError(inputOutputError)
        }
        return 0
      }
    })
    return initialised
  }
}
type NodeFsModule = {
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number } }
  readonly FS: { readonly ErrnoError: new (code: number) => Error }
}
// EIO, in WASI's numbers. PostgreSQL then ends rather than go on with what may not be on disk.
const inputOutputError = 29

async function serve({ folder, socket }: EmbeddedWorkerData): Promise<void> {
  const db = await PGlite.create({
    fs: new DurableNodeFS(folder),
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      // fdatasync is a no-op in the WebAssembly build; fsync is the call that reaches the hook.
      ...['-c', 'wal_sync_method=fsync'],
      ...['-c', 'shared_buffers=16MB'],
    ],
  })
  const server = await serveOnSocket(db, socket)
  parentPort?.on('message', async (message: 'stop' | 'count') => {
    if (message === 'count') return tell({ kind: 'fsync-calls', calls: fsyncCalls })
    await server.stop()
    await db.close()
    tell({ kind: 'stopped' })
    parentPort?.close()
  })
  tell({ kind: 'ready' })
}

function tell(message: EmbeddedWorkerMessage): void {
  parentPort?.postMessage(message)
}

serve(workerData as EmbeddedWorkerData).catch((fault: unknown) => tell({ kind: 'failed', reason: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }))
