// npm run --silent bench -- proposals --json: themes proposed for 20,000 statements in the built thread beside a server that answers fifty requests
// a second. What the server does with the database before and after is not in it. Learning is measured by `learning`.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { makeReady, project } from '../make-ready.mjs'

const json = process.argv.includes('--json')
if (process.argv.includes('--measure')) await measure()
else {
  // On the Node of the program, which reads the bundles.
  const node = await makeReady({ quiet: true })
  const { status } = spawnSync(node, [new URL(import.meta.url).pathname, '--measure', ...(json ? ['--json'] : [])], { stdio: 'inherit' })
  process.exitCode = status ?? 1
}

async function measure() {
  const { readWordTable } = await import('../../build/command/bench.js')
  const { madeTexts } = await import('./made-texts.mjs')
  const texts = madeTexts(readWordTable(readFileSync(join(project, 'packages/text/data/swedish-words.bin'))), 20_000)
  const [load, proposals] = [round(loadavg()[0]), await beside(() => propose(texts))]
  const result = {
    load,
    proposalsMs: Math.round(proposals.seconds * 1000),
    loopP99ms: proposals.p99Ms,
    loopMaxMs: proposals.maxMs,
    proposals,
  }
  console.log(
    json
      ? JSON.stringify(result, null, 2)
      : [
          `Belastning när mätningen började: ${result.load}`,
          `Teman ur ${result.proposals.statements} yttranden: ${result.proposals.seconds} s; händelseslingan väntade ${result.proposals.p99Ms} ms (99 %), som mest ${result.proposals.maxMs} ms`,
        ].join('\n'),
  )
}

async function propose(texts) {
  const worker = new Worker(join(project, 'build/server/proposal-worker.js'), { workerData: texts })
  const began = performance.now()
  const found = await new Promise((done, fail) => {
    worker.once('error', fail)
    worker.on('message', (message) => message.found && done(message.found))
  })
  await worker.terminate()
  return { statements: texts.length, themes: found.length, seconds: round((performance.now() - began) / 1000) }
}

/** Does the work while a server in this thread answers fifty requests a second, and says how long its loop was held up. */
async function beside(work) {
  const server = createServer((_, answer) => answer.end('svar'))
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  const asking = setInterval(() => get({ port: server.address().port, agent: false }, (answer) => answer.resume()), 20)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const worked = await work()
  delay.disable()
  clearInterval(asking)
  // The last ones that were asked for are answered first.
  await wait(100)
  server.close()
  server.closeAllConnections()
  return { ...worked, p99Ms: round(delay.percentile(99) / 1e6), maxMs: round(delay.max / 1e6) }
}

function round(number) {
  return Number(number.toFixed(2))
}
