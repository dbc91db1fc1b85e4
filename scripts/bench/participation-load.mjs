// A process of its own that answers a survey, so that what is measured is the server. argv: what is wished for, as JSON. Answers by its channel.
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { formOf, slug } from './participation-survey.mjs'

const { address, ids, connections, seconds, newcomers, overSeconds, perSecond } = JSON.parse(process.argv[2])
const { hostname, port } = new URL(address)
const agent = new Agent({ keepAlive: true, maxSockets: connections ?? Number.POSITIVE_INFINITY })
const path = `/delta/${slug}`
const headers = { host: `${hostname}:${port}`, origin: address, 'accept-encoding': 'gzip' }
const send = (body) => ask('POST', { ...headers, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }, body)

const said = await (perSecond ? steadily() : seconds ? atOnce() : oneByOne())
// A hundred thousand answers are told of in a message that takes its time: the channel is closed when it has gone.
process.send(said, () => process.disconnect())
agent.destroy()

function ask(method, own, body) {
  return new Promise((done, fail) => {
    const asking = request({ hostname, port, path, method, headers: own, agent }, (answer) => {
      const parts = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => done({ status: answer.statusCode, body: Buffer.concat(parts) }))
      // Cut off in the middle of its answer, when the server goes down: it has none.
      answer.on('error', fail)
      answer.on('close', () => fail(new Error('The answer was cut off.')))
    })
    asking.on('error', fail)
    asking.end(body)
  })
}

/** As many answers as can be taken, each connection one after the other. */
async function atOnce() {
  const times = []
  let refused = 0
  const until = async (ends, isCounted) => {
    const turn = async () => {
      while (performance.now() < ends) {
        const began = performance.now()
        const { status } = await send(formOf(ids))
        if (status !== 200) refused++
        else if (isCounted) times.push(performance.now() - began)
      }
    }
    await Promise.all(Array.from({ length: connections }, turn))
  }
  // Warm first: a server is measured as it is in its second minute.
  await until(performance.now() + 3_000, false)
  const began = performance.now()
  await until(began + seconds * 1_000, true)
  const took = (performance.now() - began) / 1_000
  times.sort((a, b) => a - b)
  return { submissionsPerSecond: Number((times.length / took).toFixed(1)), p95ms: Number(times[Math.floor(times.length * 0.95)]?.toFixed(1)), refused }
}

/**
 * So many a second, each with words of its own. A form that gets no receipt is sent again as it is, as one does in a browser, until it has one or its
 * patience ends long after the last came.
 */
async function steadily() {
  const [began, acknowledged, times] = [performance.now(), [], []]
  const patience = began + seconds * 1_000 + 120_000
  let again = 0
  const come = async (at) => {
    const text = `svar nummer ${at}`
    const body = formOf(ids, undefined, text)
    const sent = performance.now()
    while (performance.now() < patience) {
      const status = await send(body).then(
        (answer) => answer.status,
        () => 0,
      )
      if (status === 200) {
        acknowledged.push(text)
        times.push(performance.now() - sent)
        return
      }
      again++
      await wait(250)
    }
  }
  const all = []
  for (let at = 0; at < perSecond * seconds; at++) {
    const due = began + (at / perSecond) * 1_000 - performance.now()
    if (due > 1) await wait(due)
    all.push(come(at))
  }
  await Promise.all(all)
  times.sort((a, b) => a - b)
  return { sent: all.length, acknowledged, again, p95ms: Number(times[Math.floor(times.length * 0.95)]?.toFixed(1)), longestMs: Math.round(times.at(-1) ?? 0) }
}

/** Newcomers, each with a page of their own: they open the form, and send it with the key that stood in it. */
async function oneByOne() {
  let refused = 0
  const keys = []
  const come = async (at) => {
    await new Promise((done) => setTimeout(done, (at / newcomers) * overSeconds * 1_000))
    try {
      const { body, status } = await ask('GET', { ...headers, 'accept-encoding': 'identity' })
      const key = /name="submissionKey" value="([^"]+)"/.exec(body.toString())?.[1]
      if (status !== 200 || !key) throw new Error(`The form answered ${status}.`)
      keys.push(key)
      if ((await send(formOf(ids, key))).status !== 200) refused++
    } catch {
      refused++
    }
  }
  await Promise.all(Array.from({ length: newcomers }, (_, at) => come(at)))
  return { refused, keys: new Set(keys).size }
}
