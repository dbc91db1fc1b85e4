import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { until } from './until.ts'

let dataDir: string
let npm: ChildProcess | undefined
let heard = () => ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'samsyn-signals-'))
})
afterEach(() => {
  for (const pid of processesOf(dataDir)) process.kill(pid, 'SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

const ends: readonly { what: string; end: (npm: number) => void }[] = [
  { what: 'SIGTERM to npm', end: (npm) => process.kill(npm, 'SIGTERM') },
  { what: 'SIGTERM to the server', end: () => process.kill(serverOf(dataDir), 'SIGTERM') },
  { what: 'SIGTERM to the group', end: (npm) => process.kill(-npm, 'SIGTERM') },
  { what: 'Ctrl-C', end: (npm) => process.kill(-npm, 'SIGINT') },
  { what: 'kill -9 of npm', end: (npm) => process.kill(npm, 'SIGKILL') },
  { what: 'kill -9 of the script that stands beside the server', end: () => process.kill(parentOf(serverOf(dataDir)), 'SIGKILL') },
]

test.each(ends)('$what finishes what is in flight, loses nothing, and ends the server', async ({ end }) => {
  const { said, pid } = await npmStart(dataDir)
  const link = new URL(/http\S+nyckel=\S+/.exec(said)?.[0] ?? '')
  const { begun, answer, finish } = beginPost(link, { nyckel: link.searchParams.get('nyckel') ?? '', municipality: 'Provkommun', name: 'Prov Person', email: 'prov@example.se' })
  await begun
  const server = serverOf(dataDir)
  end(pid)
  await wait(700)
  finish()
  expect(await answer).toMatch(/^HTTP\/1\.1 30[23] /)
  await until(() => !isRunning(server))
  const again = await npmStart(dataDir)
  // The person who was made in flight is there: nobody is asked to become the first administrator.
  expect(again.said).not.toContain('nyckel=')
  process.kill(-again.pid, 'SIGTERM')
  await until(() => processesOf(dataDir).length === 0)
})

test('a client that has gone to sleep is waited for a while, and then all is saved and ended in good order', async () => {
  const { said, pid } = await npmStart(dataDir)
  const { begun, answer } = beginPost(new URL(/http\S+nyckel=\S+/.exec(said)?.[0] ?? ''), { municipality: 'Provkommun' })
  await begun
  process.kill(-pid, 'SIGTERM')
  expect(await answer).toBe('')
  await until(() => heard().includes('Avslutat. Allt är sparat.'))
  await until(() => processesOf(dataDir).length === 0)
})

test('a server that many ask again and again ends in good order, and soon', async () => {
  const { said, pid } = await npmStart(dataDir)
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? ''
  const server = serverOf(dataDir)
  // More ask than there are connections, so that none of them is ever idle.
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  let answered = 0
  const ask = () =>
    new Promise<void>((done, fail) => {
      get(`${address}/tillganglighet`, { agent }, (answer) => {
        answered += 1
        answer.resume().on('end', done).on('error', fail)
      }).on('error', fail)
    })
  const asking = Array.from({ length: 64 }, async () => {
    while (isRunning(server)) await ask().catch(() => wait(20))
  })
  await until(() => answered > 100)
  const began = performance.now()
  process.kill(pid, 'SIGTERM')
  await Promise.all(asking)
  expect(performance.now() - began).toBeLessThan(15_000)
  await until(() => heard().includes('Avslutat. Allt är sparat.'))
})

test('a second start on the same data is refused with the address of the first, and no stack', async () => {
  const first = await npmStart(dataDir)
  const second = spawn('npm', ['start', '--silent', '--', '--data', dataDir, '--port', '0'], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = hear(second)
  const [code] = await once(second, 'close')
  expect(code).toBe(1)
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(first.said)?.[0]
  expect(said()).toContain(`används redan av Samsyn på ${address}.`)
  expect(said()).not.toMatch(/^\s+at /m)
  process.kill(-first.pid, 'SIGTERM')
  await until(() => processesOf(dataDir).length === 0)
})

const project = resolve(import.meta.dirname, '..')

async function npmStart(data: string): Promise<{ pid: number; said: string }> {
  npm = spawn('npm', ['start', '--silent', '--', '--empty', '--data', data, '--port', '0'], { cwd: project, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = hear(npm)
  heard = said
  await until(() => said().includes('Ctrl-C') || npm?.exitCode !== null)
  expect(said()).toContain('Samsyn är i gång.')
  return { pid: npm.pid ?? 0, said: said() }
}

function hear(child: ChildProcess): () => string {
  let said = ''
  for (const channel of [child.stdout, child.stderr])
    channel?.on('data', (bytes: Buffer) => {
      said += bytes
    })
  return () => said
}

/** Sends a form, all but its last letter; `begun` when the server has taken it up, and `finish` sends that letter. */
function beginPost(address: URL, form: Record<string, string>): { begun: Promise<void>; answer: Promise<string>; finish: () => void } {
  const body = new URLSearchParams(form).toString()
  const socket = connect(Number(address.port), address.hostname)
  const heard: Buffer[] = []
  const asked = 'HTTP/1.1 100 Continue\r\n\r\n'
  const all = () => Buffer.concat(heard).toString()
  socket.on('data', (bytes) => heard.push(bytes))
  const begun = until(() => all().startsWith(asked))
  const answer = new Promise<string>((done) => {
    socket.on('error', () => done(''))
    socket.on('close', () => done(all().slice(asked.length)))
  })
  const head = [
    `POST ${address.pathname}${address.search} HTTP/1.1`,
    `host: ${address.host}`,
    `origin: ${address.origin}`,
    'content-type: application/x-www-form-urlencoded',
    `content-length: ${body.length}`,
    'connection: close',
    'expect: 100-continue',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, -1)}`)
  return { begun, answer, finish: () => socket.write(body.slice(-1)) }
}

function processesOf(data: string): number[] {
  return pids().filter((pid) => isRunning(pid) && commandOf(pid).includes(data))
}

function serverOf(data: string): number {
  const server = processesOf(data).find((pid) => commandOf(pid).includes('serve.mjs'))
  if (!server) throw new Error('There is no server.')
  return server
}

const pids = () =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
const commandOf = (pid: number) => read(`/proc/${pid}/cmdline`)
const statOf = (pid: number) => read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
const parentOf = (pid: number) => Number(statOf(pid)[1])
// A process that has ended and that nobody has asked about yet is Z.
const isRunning = (pid: number) => /^[^ZX]$/.test(statOf(pid)[0] ?? '')

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
