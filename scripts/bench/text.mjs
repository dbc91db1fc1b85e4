// npm run --silent bench -- text --json: themes and suggestions on labelled sets of ../shared beside what a prototype reached (text.md §3–§5), and speed.
// For sv-interpellationer a table of words is built from a background that its texts are taken out of.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeReady, project } from '../make-ready.mjs'

const json = process.argv.includes('--json')
const node = await makeReady({ quiet: true })
const { adjustedMutualInformation, findThemes, lexiconOf, readWordTable, seededRandom, suggestCodes, tokenise } = await import('../../build/command/bench.js')
const ours = readWordTable(readFileSync(join(project, 'packages/text/data/swedish-words.bin')))
const shared = resolve(project, '../shared/data/text')
const folder = mkdtempSync(join(tmpdir(), 'samsyn-bench-'))

// Written from the names of the labels alone, before any of the texts was read.
const sib = {
  'science/technology': 'vetenskap och teknik: forskning, forskare, uppfinningar, datorer, rymden',
  travel: 'resor: turister, hotell, flyg, sevärdheter, biljetter',
  politics: 'politik: regering, val, president, parlament, partier, krig och fred',
  sports: 'idrott: lag, matcher, spelare, mästerskap, mål',
  health: 'hälsa: sjukdom, vård, läkare, virus, smitta, läkemedel',
  entertainment: 'underhållning: film, musik, artister, teater, tv, skådespelare',
  geography: 'geografi: länder, städer, berg, floder, klimat, hav',
}
const sets = [
  { name: 'sv-sib200', of: (rows) => rows, codes: sib, sizes: [0, 100, 500], prototype: 'themes .34; right first .50 / .62 / .73' },
  { name: 'sv-swefaq', of: (rows) => rows, sizes: [0, 50], prototype: 'themes .62' },
  { name: 'sv-interpellationer', field: 'text', sizes: [0, 50, 200], prototype: 'policy: themes .34; codebook .59/.83, 50 coded .61/.85, 200 coded .64' },
  { name: 'sv-interpellationer', field: 'title', sizes: [0, 50, 200], prototype: 'titles: themes .27; codebook .54/.78, 200 coded .59' },
]
try {
  const quality = []
  let without
  for (const { name, of, field = 'text', codes, sizes, prototype } of sets) {
    const path = join(shared, name, 'data.jsonl')
    if (!existsSync(path)) {
      console.error(`not run: ${name}: ../shared absent`)
      continue
    }
    const all = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const rows = of ? of(all) : all.filter(({ year }, at) => year >= 2011 && at % 2 === 0)
    if (!of) without ??= tableWithout(rows.flatMap(({ text, title }) => [text, title]))
    const table = of ? ours : without
    const lexicon = lexiconOf(table)
    const described = of ? codes : JSON.parse(readFileSync(join(shared, name, 'codebook.json'), 'utf8'))
    const [texts, labels] = [rows.map((row) => row[field]), [...new Set(rows.map(({ label }) => label))]]
    const truth = rows.map(({ label }) => labels.indexOf(label))
    const [found, given] = [findThemes(texts, table, lexicon, { stability: true }), findThemes(texts, table, lexicon, { k: labels.length })]
    const codebook = labels.map((label) => ({ code: label, name: described ? '' : label, description: described?.[label] ?? '' }))
    const suggestions = {}
    for (const coded of sizes) suggestions[coded] = average(coded, rows, texts, codebook, table, lexicon)
    quality.push({
      set: field === 'title' ? `${name}, titles` : name,
      texts: rows.length,
      themes: {
        given: round(adjustedMutualInformation(given.of, truth)),
        found: round(adjustedMutualInformation(found.of, truth)),
        number: found.themes.length,
        stability: round(found.stability),
      },
      suggestions,
      prototype,
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
function average(coded, rows, texts, codebook, table, lexicon) {
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

/** A table from a background less every paragraph that has six words in a row in common with any of the texts. */
function tableWithout(texts) {
  const wordsOf = (text) => tokenise(text).map(({ word }) => word)
  const runs = (words) => words.slice(0, -5).map((_, at) => words.slice(at, at + 6).join(' '))
  const taken = new Set(texts.flatMap((text) => runs(wordsOf(text))))
  const kept = readFileSync(join(shared, 'sv-background/paragraphs.txt'), 'utf8')
    .split('\n')
    .filter((paragraph) => !runs(wordsOf(paragraph)).some((run) => taken.has(run)))
  const [background, out] = [join(folder, 'background.txt'), join(folder, 'words.bin')]
  writeFileSync(background, kept.join('\n'))
  const { status, stderr } = spawnSync(node, ['--max-old-space-size=8000', join(project, 'scripts/build-word-table.mjs'), background, out], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return readWordTable(readFileSync(out))
}

/** Texts of sixteen words out of the table, the same each time: words follow each other by chance, so only their number is like real ones. */
function made(count) {
  const random = seededRandom(2026)
  const common = ours.forms.filter((_, at) => ours.formCounts[at] > 300)
  const lines = Array.from({ length: count }, (_, at) => `${at},${Array.from({ length: 16 }, () => common[Math.floor(random() ** 2 * common.length)]).join(' ')}`)
  return `id,text\n${lines.join('\n')}\n`
}

function round(value) {
  return Number(value.toFixed(3))
}
