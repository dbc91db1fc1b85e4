// A process of its own that votes, so that what is measured is the server. argv: what is wished for, as JSON. Answers by its channel.
import { Agent, request } from 'node:http'

const { address, slug, connections, seconds, newcomers, overSeconds } = JSON.parse(process.argv[2])
const { hostname, port } = new URL(address)
const agent = new Agent({ keepAlive: true, maxSockets: connections ?? Number.POSITIVE_INFINITY })
const path = `/api/v1/dialogues/${slug}/votes`

process.send(seconds ? await asManyAsCanBe() : await newcomersOneByOne())
process.disconnect()
agent.destroy()

function vote(body) {
  const text = JSON.stringify(body)
  return new Promise((done, fail) => {
    const headers = { host: `${hostname}:${port}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
    const asking = request({ hostname, port, path, method: 'POST', headers, agent }, (answer) => {
      const parts = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => done({ status: answer.statusCode, told: answer.statusCode < 300 ? JSON.parse(Buffer.concat(parts)) : undefined }))
    })
    asking.on('error', fail)
    asking.end(text)
  })
}

/** Each connection is one participant after the other; each goes on until there is nothing left to answer. */
async function asManyAsCanBe() {
  const times = []
  let [refused, acknowledged] = [0, 0]
  const people = Array.from({ length: connections }, () => ({}))
  const until = async (ends, isCounted) => {
    const turn = async (person) => {
      while (performance.now() < ends) {
        const began = performance.now()
        const { status, told } = await vote({ statement: person.next ?? 1, vote: Math.floor(Math.random() * 3) - 1, ...(person.token && { token: person.token }) })
        if (!told) {
          refused++
          continue
        }
        if (status === 201) acknowledged++
        if (isCounted) times.push(performance.now() - began)
        person.token = told.next ? told.token : undefined
        person.next = told.next?.statement
      }
    }
    await Promise.all(people.map(turn))
  }
  // Warm first: a server is measured as it is in its second minute.
  await until(performance.now() + 3_000, false)
  const began = performance.now()
  await until(began + seconds * 1_000, true)
  const took = (performance.now() - began) / 1_000
  times.sort((a, b) => a - b)
  return { votesPerSecond: Math.round(times.length / took), p95ms: Number(times[Math.floor(times.length * 0.95)]?.toFixed(1)), refused, acknowledged }
}

/** Newcomers, each with a first vote and one more by the token that it gave. */
async function newcomersOneByOne() {
  let refused = 0
  const come = async (at) => {
    await new Promise((done) => setTimeout(done, (at / newcomers) * overSeconds * 1_000))
    try {
      const first = await vote({ statement: 1, vote: 1 })
      const second = first.told && (await vote({ statement: first.told.next.statement, vote: -1, token: first.told.token }))
      if (second?.told?.answered !== 2) refused++
    } catch {
      refused++
    }
  }
  await Promise.all(Array.from({ length: newcomers }, (_, at) => come(at)))
  return { refused }
}
