// Works in a worker again and again while a server in the main thread answers fifty requests a second, for five seconds. argv: opinion VOTES, or themes TABLE.
import { readFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { findThemes, lexiconOf, mapOpinions, readNamedVotes, readWordTable } from '../../build/command/bench.js'
import { madeTexts } from './made-texts.mjs'

const works = {
  opinion: (path) => {
    const { table } = readNamedVotes(path)
    return () => mapOpinions(table, { k: 3, stability: true })
  },
  themes: (path) => {
    const table = readWordTable(readFileSync(path))
    const [lexicon, texts] = [lexiconOf(table), madeTexts(table, 5_000)]
    return () => findThemes(texts, table, lexicon, { stability: true })
  },
}

if (isMainThread) {
  const server = createServer((_, answer) => answer.end('svar')).listen(0, '127.0.0.1', () => {
    const worker = new Worker(new URL(import.meta.url), { workerData: process.argv.slice(2, 4) })
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
  const [what, path] = workerData
  const work = works[what](path)
  for (;;) work()
}
