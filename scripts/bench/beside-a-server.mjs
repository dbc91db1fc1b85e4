// Maps opinions in a worker again and again while a server in the main thread answers fifty requests a second, for five seconds.
import { createServer, get } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { mapOpinions, readNamedVotes } from '../../build/command/bench.js'

if (isMainThread) {
  const server = createServer((_, answer) => answer.end('svar')).listen(0, '127.0.0.1', () => {
    const worker = new Worker(new URL(import.meta.url), { workerData: process.argv[2] })
    // Its start is over before the clock is.
    setTimeout(() => {
      const delay = monitorEventLoopDelay({ resolution: 1 })
      delay.enable()
      const asking = setInterval(() => get({ port: server.address().port, agent: false }, (answer) => answer.resume()), 20)
      setTimeout(async () => {
        clearInterval(asking)
        delay.disable()
        console.log(JSON.stringify({ p99Ms: Number((delay.percentile(99) / 1e6).toFixed(1)), maxMs: Number((delay.max / 1e6).toFixed(1)) }))
        await worker.terminate()
        server.close()
        server.closeAllConnections()
      }, 5_000)
    }, 500)
  })
} else {
  const { table } = readNamedVotes(workerData)
  for (;;) mapOpinions(table, { k: 3, stability: true })
}
