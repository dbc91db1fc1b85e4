// npm start: makes the clone ready, then runs the server on the Node that came with it, and stays beside it until it ends.
import { spawn } from 'node:child_process'

const [major] = process.versions.node.split('.').map(Number)
if (major < 20) {
  console.error(`Samsyn behöver Node 20 eller senare för att starta. Här finns ${process.versions.node}. En ny finns på https://nodejs.org.`)
  process.exit(1)
}
const { parentIsGone } = await import('./parent.mjs')
const { makeReady, project, Refusal } = await import('./make-ready.mjs')

try {
  const node = await makeReady()
  const server = spawn(node, [`${project}/scripts/serve.mjs`, ...process.argv.slice(2)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const stop = () => server.connected && server.send('stop')
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop)
  const watch = setInterval(() => parentIsGone() && stop(), 250)
  server.on('exit', (code) => {
    clearInterval(watch)
    process.exitCode = code ?? 1
  })
} catch (fault) {
  console.error(fault instanceof Refusal ? fault.message : fault)
  process.exitCode = 1
}
