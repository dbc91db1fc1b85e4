// npm run --silent bench -- statistics --json: the scale table of packages/statistics beside its limits. Whole processes of the bundled command.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeReady, project } from '../make-ready.mjs'
import { writePackedVotes, writePlantedVotes } from './planted-votes.mjs'

const json = process.argv.includes('--json')
const node = await makeReady({ quiet: true })
const folder = mkdtempSync(join(tmpdir(), 'samsyn-bench-'))
const bowling = resolve(project, '../shared/data/opinion/american-assembly.bowling-green/votes.csv')
const rounds = 3

const cases = [
  {
    work: '2 k × 200, 50 k votes',
    limit: { seconds: 0.3, memoryMb: 90, warmMs: 60 },
    make: (path) => writePlantedVotes(path, { participants: 2_000, statements: 200, votesEach: 25, seed: 1 }),
  },
  { work: '2,031 × 896, 226 k votes (bowling-green)', limit: { seconds: 0.45, memoryMb: 110, warmMs: 120 }, path: bowling },
  {
    work: '10 k × 500, 249 k votes',
    limit: { seconds: 0.45, memoryMb: 120 },
    make: (path) => writePlantedVotes(path, { participants: 10_000, statements: 500, votesEach: 25, seed: 2 }),
  },
  {
    work: '100 k × 1,000, 2.5 M votes',
    limit: { seconds: 1.5, memoryMb: 200 },
    make: (path) => writePlantedVotes(path, { participants: 100_000, statements: 1_000, votesEach: 25, seed: 3 }),
  },
  {
    work: '1 M × 1,000, 20 M votes (packed, summary)',
    limit: { seconds: 6, memoryMb: 450 },
    make: (path) => writePackedVotes(path, { participants: 1_000_000, statements: 1_000, votesEach: 20, seed: 4 }),
    more: ['--summary'],
  },
]

try {
  const bare = measure(['-e', '0'])
  const rows = []
  for (const { work, limit, make, path = join(folder, 'votes'), more = [] } of cases) {
    if (!make && !existsSync(path)) {
      console.error(`not run: ${work}: ../shared absent`)
      continue
    }
    make?.(path)
    const command = ['opinion', path, '--k', '3', '--no-stability', '--json', '--out', join(folder, 'out.json'), ...more]
    const runs = Array.from({ length: rounds }, () => measure([join(project, 'build/command/samsyn.js'), ...command]))
    const timing = JSON.parse(/"timing":(\{[^}]*\})/.exec(readFileSync(join(folder, 'out.json'), 'utf8'))[1])
    const warmMs = limit.warmMs === undefined ? undefined : await warm(path)
    rows.push({ work, seconds: median(runs.map((run) => run.seconds)), memoryMb: median(runs.map((run) => run.memoryMb)), warmMs, limit, timing })
  }
  const chosen = existsSync(bowling) ? measure([join(project, 'build/command/samsyn.js'), 'opinion', bowling, '--json', '--out', join(folder, 'out.json')]) : undefined
  const result = {
    nodeAlone: bare,
    opinion: rows,
    choosingAndStability: chosen && { work: 'bowling-green, k chosen, stability', seconds: chosen.seconds, limit: 4 },
    eventLoop: await beside(),
  }
  console.log(json ? JSON.stringify(result, null, 2) : words(result))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function measure(args) {
  const began = performance.now()
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', node, ...args], { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } })
  if (status !== 0) throw new Error(stderr)
  return { seconds: round((performance.now() - began) / 1000, 2), memoryMb: Math.round(Number(stderr.trim().split('\n').at(-1)) / 1024) }
}

/** In a process that has done it before: all but the reading. */
async function warm(path) {
  const script = join(import.meta.dirname, 'warm-opinion.mjs')
  return Number(spawnSync(node, ['--no-warnings', script, path], { encoding: 'utf8' }).stdout)
}

/** In a worker beside a server that answers fifty requests a second: how long the server's own thread is held up. */
async function beside() {
  const { stdout } = spawnSync(node, ['--no-warnings', join(import.meta.dirname, 'beside-a-server.mjs'), 'opinion', existsSync(bowling) ? bowling : join(folder, 'votes')], {
    encoding: 'utf8',
  })
  return { ...JSON.parse(stdout), limit: { p99Ms: 20, maxMs: 100 } }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}

function round(value, decimals) {
  return Number(value.toFixed(decimals))
}

function words({ nodeAlone, opinion, choosingAndStability, eventLoop }) {
  return [
    `node -e 0: ${nodeAlone.seconds} s, ${nodeAlone.memoryMb} MB`,
    ...opinion.map(
      ({ work, seconds, memoryMb, warmMs, limit }) =>
        `${work}: ${seconds} s (högst ${limit.seconds}), ${memoryMb} MB (högst ${limit.memoryMb})${warmMs === undefined ? '' : `, varm ${warmMs} ms (högst ${limit.warmMs})`}`,
    ),
    ...(choosingAndStability ? [`${choosingAndStability.work}: ${choosingAndStability.seconds} s (högst ${choosingAndStability.limit})`] : []),
    `Bredvid en server: p99 ${eventLoop.p99Ms} ms (högst 20), störst ${eventLoop.maxMs} ms (högst 100)`,
  ].join('\n')
}
