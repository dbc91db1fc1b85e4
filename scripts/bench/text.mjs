// npm run --silent bench -- text --json: themes and suggestions on labelled sets of ../shared beside what a prototype reached (text.md §3–§5), and speed.
// sv-interpellationer is left out: the table of words is counted from a background that holds its texts.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeReady, project } from '../make-ready.mjs'

const json = process.argv.includes('--json')
const node = await makeReady({ quiet: true })
const { adjustedMutualInformation, findThemes, lexiconOf, readWordTable, seededRandom, suggestCodes } = await import('../../build/command/bench.js')
const table = readWordTable(readFileSync(join(project, 'packages/text/data/swedish-words.bin')))
const lexicon = lexiconOf(table)
const shared = resolve(project, '../shared/data/text')
const folder = mkdtempSync(join(tmpdir(), 'samsyn-bench-'))

const sets = [
  { name: 'sv-sib200', reached: { themes: 0.34, first: { 0: 0.5, 100: 0.62, 500: 0.73 } } },
  { name: 'sv-swefaq', reached: { themes: 0.62 } },
]
try {
  const quality = []
  for (const { name, reached } of sets) {
    const path = join(shared, name, 'data.jsonl')
    if (!existsSync(path)) {
      console.error(`not run: ${name}: ../shared absent`)
      continue
    }
    const rows = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const [texts, labels] = [rows.map(({ text }) => text), [...new Set(rows.map(({ label }) => label))]]
    const truth = rows.map(({ label }) => labels.indexOf(label))
    const [found, given] = [findThemes(texts, table, lexicon, { stability: true }), findThemes(texts, table, lexicon, { k: labels.length })]
    const codebook = labels.map((label) => ({ code: label, name: label, description: '' }))
    const suggestions = {}
    for (const coded of name === 'sv-sib200' ? [0, 100, 500] : [0, 50]) suggestions[coded] = average(coded, rows, texts, codebook)
    quality.push({
      set: name,
      texts: rows.length,
      themes: {
        given: round(adjustedMutualInformation(given.of, truth)),
        found: round(adjustedMutualInformation(found.of, truth)),
        number: found.themes.length,
        stability: round(found.stability),
      },
      suggestions,
      prototype: reached,
    })
  }
  const speed = ['themes of 2,000', 'themes of 100,000'].map((work, at) => {
    const path = join(folder, `${at}.csv`)
    writeFileSync(path, made(at === 0 ? 2_000 : 100_000))
    const began = performance.now()
    const { stderr } = spawnSync(
      '/usr/bin/time',
      ['-f', '%M', node, join(project, 'build/command/samsyn.js'), 'themes', path, '--no-stability', '--json', '--out', join(folder, 'out.json')],
      { encoding: 'utf8' },
    )
    return {
      work,
      seconds: round((performance.now() - began) / 1000),
      memoryMb: Math.round(Number(stderr.trim().split('\n').at(-1)) / 1024),
      limit: { seconds: at === 0 ? 5 : 90, memoryMb: 600 },
    }
  })
  console.log(json ? JSON.stringify({ quality, speed }, null, 2) : [...quality, ...speed].map((row) => JSON.stringify(row)).join('\n'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Right at first and among three, of the texts that were not coded, over five seeds. */
function average(coded, rows, texts, codebook) {
  const seeds = coded === 0 ? [1] : [1, 2, 3, 4, 5]
  const sums = { first: 0, three: 0 }
  for (const seed of seeds) {
    const random = seededRandom(seed)
    const order = rows
      .map((_, at) => ({ at, by: random() }))
      .sort((one, other) => one.by - other.by)
      .map(({ at }) => at)
    const { suggestions } = suggestCodes(texts, codebook, new Map(order.slice(0, coded).map((at) => [at, rows[at].labels])), table, lexicon, { why: false })
    const rest = order.slice(coded)
    sums.first += rest.filter((at) => rows[at].labels.includes(suggestions[at][0].code)).length / rest.length / seeds.length
    sums.three += rest.filter((at) => suggestions[at].some(({ code }) => rows[at].labels.includes(code))).length / rest.length / seeds.length
  }
  return { first: round(sums.first), three: round(sums.three) }
}

/** Texts of sixteen words out of the table, the same each time: words follow each other by chance, so only their number is like real ones. */
function made(count) {
  const random = seededRandom(2026)
  const common = table.forms.filter((_, at) => table.formCounts[at] > 300)
  const lines = Array.from({ length: count }, (_, at) => `${at},${Array.from({ length: 16 }, () => common[Math.floor(random() ** 2 * common.length)]).join(' ')}`)
  return `id,text\n${lines.join('\n')}\n`
}

function round(value) {
  return Number(value.toFixed(3))
}
