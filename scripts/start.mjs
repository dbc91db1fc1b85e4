// npm start: from a fresh clone to the first page.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build, install, node, root } from './prepare.mjs'

install()
build()

const server = spawn(node(), [join(root, 'scripts/serve.mjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit'],
  env: { ...process.env, NODE_ENV: 'production', SAMSYN_PARENT: String(process.pid), SAMSYN_GRANDPARENT: String(process.ppid) },
})
// A signal to this process is handed on; one to the whole group has reached the server already, and it asks for no more than one.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => server.kill(signal === 'SIGINT' ? 'SIGTERM' : signal))
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
