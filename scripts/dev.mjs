// npm run dev: the server as it is run, built and started anew whenever something has changed.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { makeReady, project, Refusal } from './make-ready.mjs'

let server
let isWished = true
let isAtWork = false

for (const folder of ['src', 'packages', 'public', 'seeds', 'migrations']) watch(`${project}/${folder}`, { recursive: true }, wish)
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => stop().then(() => process.exit(0)))
await startAnew()

// An editor saves in several steps, and a change of branch touches many files: one start for all of them.
let calm
function wish() {
  isWished = true
  clearTimeout(calm)
  calm = setTimeout(startAnew, 200)
}

async function startAnew() {
  if (isAtWork) return
  isAtWork = true
  while (isWished) {
    isWished = false
    try {
      const node = await makeReady()
      await stop()
      server = spawn(node, [`${project}/scripts/serve.mjs`, ...process.argv.slice(2)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    } catch (fault) {
      // What ran before runs on, until the mistake is mended.
      console.error(fault instanceof Refusal ? fault.message : fault)
    }
  }
  isAtWork = false
}

async function stop() {
  if (!server || server.exitCode !== null) return
  const ended = new Promise((done) => server.once('exit', done))
  server.kill('SIGTERM')
  await ended
}
