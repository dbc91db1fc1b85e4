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
  const some = texts.slice(0, 10_000)
  const [load, proposals] = [round(loadavg()[0]), await beside(() => propose(texts))]
  const [learning, learningMany] = [await beside(() => learn(some, 20)), await beside(() => learn(some, 120))]
  const result = {
    load,
    proposalsMs: Math.round(proposals.seconds * 1000),
    learnMs: Math.round(learning.soonSeconds * 1000),
    loopP99ms: Math.max(proposals.p99Ms, learning.p99Ms, learningMany.p99Ms),
    loopMaxMs: Math.max(proposals.maxMs, learning.maxMs, learningMany.maxMs),
    proposals,
    learning,
    learningMany,
  }
  console.log(
    json
      ? JSON.stringify(result, null, 2)
      : [
          `Belastning när mätningen började: ${result.load}`,
          `Teman ur ${result.proposals.statements} yttranden: ${result.proposals.seconds} s; händelseslingan väntade ${result.proposals.p99Ms} ms (99 %), som mest ${result.proposals.maxMs} ms`,
          ...[result.learning, result.learningMany].map(
            ({ statements, codes, coded, soonSeconds, seconds, p99Ms, maxMs }) =>
              `Lära om vid ${statements} yttranden, ${codes} teman och ${coded} kodade: ${soonSeconds} s till förslag för det som läses härnäst, ${seconds} s för alla; händelseslingan väntade ${p99Ms} ms (99 %), som mest ${maxMs} ms`,
          ),
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

/** Learning anew as one more is coded, again and again: until those that are read next are told of, and until all are. */
async function learn(texts, codes) {
  const codebook = Array.from({ length: codes }, (_, at) => ({ code: `tema-${at}`, name: texts[at].split(' ')[0], description: texts[at] }))
  const worker = new Worker(join(project, 'build/server/suggestion-worker.js'), { workerData: { texts, codebook } })
  const ordered = (coded) =>
    new Promise((done, fail) => {
      const [undecided, began] = [texts.map((_, at) => at).filter((at) => !coded.has(at)), performance.now()]
      let soon = 0
      worker.once('error', fail)
      worker.on('message', function told({ of }) {
        if (of === 'soon') soon = performance.now() - began
        else done({ soon, all: performance.now() - began, off: worker.off('message', told).off('error', fail) })
      })
      worker.postMessage({ coded, refused: new Map(), undecided, soon: undecided.slice(1_000, 1_200), isExact: false })
    })
  const codedUntil = (count) => new Map(Array.from({ length: count }, (_, at) => [at * 7, [codebook[(at * 13) % codes].code]]))
  await ordered(codedUntil(500))
  const times = []
  for (let turn = 1; turn <= 5; turn++) times.push(await ordered(codedUntil(500 + turn)))
  await worker.terminate()
  const middle = (of) => round(times.map((each) => each[of]).sort((one, other) => one - other)[2] / 1000)
  return { statements: texts.length, codes, coded: 500, soonSeconds: middle('soon'), seconds: middle('all') }
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
