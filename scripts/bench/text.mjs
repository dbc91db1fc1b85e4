// npm run --silent bench -- text --json: themes and suggestions on labelled sets of ../shared beside what a prototype reached (text.md §3–§5), and speed.
// For sv-interpellationer a table of words is built from a background that its texts are taken out of.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeReady, project } from '../make-ready.mjs'

const json = process.argv.includes('--json')
const node = await makeReady({ quiet: true })
const { readWordTable } = await import('../../build/command/bench.js')
const { labelledSets, tableWithout } = await import('./text-sets.mjs')
const { qualityOf } = await import('./text-quality.mjs')
const { madeTexts } = await import('./made-texts.mjs')
const tablePath = join(project, 'packages/text/data/swedish-words.bin')
const ours = readWordTable(readFileSync(tablePath))
const folder = mkdtempSync(join(tmpdir(), 'samsyn-bench-'))

try {
  const sets = labelledSets()
  if (sets.length === 0) console.error('not run: quality: ../shared absent')
  const hidden = sets.filter(({ withoutThem }) => withoutThem).flatMap(({ texts }) => texts)
  const without = hidden.length > 0 ? tableWithout(hidden, node, folder) : undefined
  const quality = sets.map((set) => qualityOf(set, set.withoutThem ? without : ours))
  const speed = JSON.parse(run(join(project, 'scripts/bench/text-speed.mjs'), tablePath))
  const command = [2_000, 100_000].map((count) => {
    const path = join(folder, 'texts.csv')
    writeFileSync(
      path,
      `id,text\n${madeTexts(ours, count)
        .map((text, at) => `${at},${text}`)
        .join('\n')}\n`,
    )
    const began = performance.now()
    const { stderr } = spawnSync(
      '/usr/bin/time',
      ['-f', '%M', node, join(project, 'build/command/samsyn.js'), 'themes', path, '--no-stability', '--json', '--out', join(folder, 'out.json')],
      { encoding: 'utf8' },
    )
    return { work: `samsyn themes, ${count} texts`, seconds: round((performance.now() - began) / 1000), memoryMb: Math.round(Number(stderr.trim().split('\n').at(-1)) / 1024) }
  })
  const eventLoop = { ...JSON.parse(run(join(project, 'scripts/bench/beside-a-server.mjs'), 'themes', tablePath)), limit: { p99Ms: 20, maxMs: 100 } }
  const result = { quality, speed, command, eventLoop }
  console.log(json ? JSON.stringify(result, null, 2) : [...quality, speed, ...command, eventLoop].map((row) => JSON.stringify(row)).join('\n'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function run(...args) {
  const { status, stdout, stderr } = spawnSync(node, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

function round(value) {
  return Number(value.toFixed(3))
}
