import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { serveOnSocket } from '#db/embedded-socket'

export type TestDatabaseWorkerData = { readonly template: string; readonly socket: string }

/** One test file's database: a copy of the template in memory, spoken to as the embedded one is. */
const { template, socket } = workerData as TestDatabaseWorkerData
const db = await PGlite.create({ loadDataDir: new Blob([readFileSync(template)]), startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'] })
await serveOnSocket(db, socket)
parentPort?.postMessage('ready')
