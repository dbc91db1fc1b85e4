// npm run --silent samsyn -- …: the command line, built when stale, on the project's own Node.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, install, node, root } from './prepare.mjs'

install()
build()
const done = spawnSync(node(), [join(root, 'build/command/samsyn.js'), ...process.argv.slice(2)], { stdio: 'inherit', env: process.env })
process.exit(done.status ?? 1)
