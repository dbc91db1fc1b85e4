// npm run --silent bench -- proposals --json: themes proposed for 20,000 statements, and suggestions learnt anew at 10,000, each in the built thread beside a server
// that answers fifty requests a second. What the server does with the database before and after is not in it.
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
  const [load, proposals, learning] = [round(loadavg()[0]), await beside(() => propose(texts)), await beside(() => learn(texts.slice(0, 10_000)))]
  const result = {
    load,
    proposalsMs: Math.round(proposals.seconds * 1000),
    learnMs: Math.round(learning.seconds * 1000),
    loopP99ms: Math.max(proposals.p99Ms, learning.p99Ms),
    loopMaxMs: Math.max(proposals.maxMs, learning.maxMs),
    proposals,
    learning,
  }
  console.log(
    json
      ? JSON.stringify(result, null, 2)
      : [
          `Belastning när mätningen började: ${result.load}`,
          `Teman ur ${result.proposals.statements} yttranden: ${result.proposals.seconds} s; händelseslingan väntade ${result.proposals.p99Ms} ms (99 %), som mest ${result.proposals.maxMs} ms`,
          `Lära om vid ${result.learning.statements} yttranden med ${result.learning.coded} kodade: ${result.learning.seconds} s; händelseslingan väntade ${result.learning.p99Ms} ms (99 %), som mest ${result.learning.maxMs} ms`,
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

async function learn(texts) {
  const codebook = Array.from({ length: 120 }, (_, at) => ({ code: `tema-${at}`, name: texts[at].split(' ')[0], description: texts[at] }))
  const worker = new Worker(join(project, 'build/server/suggestion-worker.js'), { workerData: { texts, codebook } })
  const ordered = (coded) =>
    new Promise((done, fail) => {
      worker.once('error', fail)
      worker.once('message', done)
      const undecided = texts.map((_, at) => at).filter((at) => !coded.has(at))
      worker.postMessage({ coded, refused: new Map(), undecided, isExact: false })
    })
  const codedUntil = (count) => new Map(Array.from({ length: count }, (_, at) => [at * 7, [codebook[(at * 13) % 120].code]]))
  await ordered(codedUntil(500))
  // One more is coded, again and again.
  const times = []
  for (let turn = 1; turn <= 5; turn++) {
    const began = performance.now()
    await ordered(codedUntil(500 + turn))
    times.push(performance.now() - began)
  }
  await worker.terminate()
  times.sort((one, other) => one - other)
  return { statements: texts.length, codes: 120, coded: 500, seconds: round(times[2] / 1000), slowestSeconds: round(times[4] / 1000) }
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
