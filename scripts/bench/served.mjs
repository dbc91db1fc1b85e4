// A server of our own to measure, and a process of its own that loads it, so that what is measured is the server.
import { fork, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeReady, project } from '../make-ready.mjs'

const node = await makeReady({ quiet: true })

/** One that is watched tells how its loop is held up, which costs each millisecond a little. */
export function startServer(dataDir, databaseUrl, port = '0', { isWatched = false } = {}) {
  return new Promise((done, fail) => {
    const profile = process.env.SAMSYN_BENCH_PROFILE ? [`--cpu-prof`, `--cpu-prof-dir=${process.env.SAMSYN_BENCH_PROFILE}`] : []
    const watch = isWatched ? ['--import', new URL('watch-loop.mjs', import.meta.url).href] : []
    const child = spawn(node, [...profile, ...watch, join(project, 'scripts/serve.mjs'), '--data', dataDir, '--port', port], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl },
    })
    child.once('message', ({ ready }) => done({ process: child, address: ready.address }))
    child.once('exit', (code) => fail(new Error(`The server ended with ${code}.`)))
  })
}

export function stopServer(server) {
  return new Promise((done) => {
    server.process.removeAllListeners('exit')
    server.process.once('exit', done)
    server.process.kill('SIGTERM')
  })
}

/** How long the server's loop has been held up since it was asked last. */
export function loopOf(server) {
  return new Promise((done) => {
    server.process.once('message', ({ loop }) => done(loop))
    server.process.send('loop')
  })
}

/** Runs a file of this folder with what is wished for, as JSON, and answers with what it says. */
export function runLoad(file, wish) {
  return new Promise((done, fail) => {
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), [JSON.stringify(wish)], { execPath: node })
    child.once('message', done)
    child.once('exit', (code) => fail(new Error(`The load ended with ${code}.`)))
  })
}

/** What the server's process has used of the processors: the same however many others use them too. */
export function cpuMsOf(pid) {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13)
  return (Number(user) + Number(system)) * 10
}

/** Signs in at the demo's door, as its analyst or as another, and answers with the cookie. */
export async function enter(address, email = 'anders@ange.example') {
  const answer = await fetch(`${address}/demo/logga-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ email }),
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
