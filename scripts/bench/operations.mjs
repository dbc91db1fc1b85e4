// npm run --silent bench -- operations --json: backup, restore and move at 100,000 answers, each a whole process with what it verifies.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeReady, project } from '../make-ready.mjs'
import { startPostgres } from '../private-postgres.mjs'

const json = process.argv.includes('--json')
const node = await makeReady({ quiet: true })
const answers = 100_000
const folder = mkdtempSync(join(tmpdir(), 'samsyn-bench-'))
const at = (name) => join(folder, name)
// The one that the release was keyed with.
const secret = 'a secret for the tests, and for nothing else'
// Without PostgreSQL's programs on the machine it is not measured, and says so.
const postgres = await startPostgres({ durable: true }).catch(() => undefined)

try {
  run(['restore', join(project, 'test/releases/0.1.0.samsyn'), '--data', at('data')])
  writeFileSync(
    at('answers.csv'),
    `Vad är bra här och ska finnas kvar?\n${Array.from({ length: answers }, (_, n) => `Ett svar till om skogen och bussen och vägen till skolan nummer ${n}`).join('\n')}\n`,
  )
  const rows = {
    importing: run(['import', 'answers', at('answers.csv'), '--dialogue', 'hur-gar-det-2026', '--data', at('data')]),
    backup: run(['backup', at('all.samsyn'), '--data', at('data'), '--untested']),
    backupTried: run(['backup', at('again.samsyn'), '--data', at('data')]),
    restore: run(['restore', at('all.samsyn'), '--data', at('restored')]),
    moveToPostgres: postgres ? run(['move', '--to', postgres.address, '--data', at('data')]) : null,
    moveBack: postgres ? run(['move', '--to', at('back'), '--data', at('data')], postgres.address) : null,
  }
  const result = { answers, fileMb: Number((statSync(at('all.samsyn')).size / 1e6).toFixed(1)), ...rows }
  console.log(
    json
      ? JSON.stringify(result, null, 2)
      : Object.entries(result)
          .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
          .join('\n'),
  )
} finally {
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}

function run(args, databaseUrl = '') {
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', node, join(project, 'build/command/samsyn.js'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', SAMSYN_SECRET: secret, DATABASE_URL: databaseUrl },
  })
  if (status !== 0) throw new Error(`samsyn ${args.join(' ')}: ${(stdout + stderr).slice(0, 500)}`)
  return { seconds: Number(((performance.now() - began) / 1000).toFixed(1)), memoryMb: Math.round(Number(stderr.trim().split('\n').at(-1)) / 1024) }
}
