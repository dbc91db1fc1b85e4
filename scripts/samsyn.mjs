// npm run --silent samsyn -- …: the command line, made ready without a word, so that only what the command says is heard.
import { spawnSync } from 'node:child_process'
import { makeReady, project, Refusal } from './make-ready.mjs'

try {
  const node = await makeReady({ quiet: true })
  const { status } = spawnSync(node, [`${project}/build/command/samsyn.js`, ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } })
  process.exitCode = status ?? 1
} catch (fault) {
  console.error(fault instanceof Refusal ? fault.message : fault)
  process.exitCode = 1
}
