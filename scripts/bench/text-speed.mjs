// In a process of its own: a hundred thousand texts of sixteen words indexed, learnt from and suggested for, each timed. argv: table.
import { readFileSync } from 'node:fs'
import { findThemes, indexTexts, learnCodes, lexiconOf, prepareTexts, readWordTable, suggestFor } from '../../build/command/bench.js'
import { madeTexts } from './made-texts.mjs'

const table = readWordTable(readFileSync(process.argv[2]))
const lexicon = lexiconOf(table)
const texts = madeTexts(table, 100_000)
const nouns = table.forms.filter((form, at) => form.length > 6 && table.formCounts[at] > 400).slice(0, 60)
const codebook = Array.from({ length: 20 }, (_, at) => ({ code: `k${at}`, name: nouns[3 * at], description: nouns.slice(3 * at, 3 * at + 3).join(', ') }))
const timed = (work) => {
  const began = performance.now()
  const result = work()
  return { result, seconds: Number(((performance.now() - began) / 1000).toFixed(2)) }
}
// Features: stems, parts of compounds, runs of three to five letters, 200 meanings.
const index = timed(() => indexTexts(texts, lexicon))
const prepare = timed(() => prepareTexts(texts, codebook, table, lexicon))
const untaught = learnCodes(prepare.result, new Map())
const guesses = suggestFor(
  prepare.result,
  untaught,
  Array.from({ length: 500 }, (_, at) => at * 7),
  { most: 1, why: false },
)
const coded = new Map(guesses.map(([first], at) => [at * 7, [first.code]]))
learnCodes(prepare.result, coded, { check: false })
const learn = timed(() => learnCodes(prepare.result, coded, { check: false }))
const check = timed(() => learnCodes(prepare.result, coded))
const all = texts.map((_, at) => at)
const predict = timed(() => suggestFor(prepare.result, check.result, all, { why: false }).length)
const explained = timed(() => suggestFor(prepare.result, check.result, all).length)
const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024)
const themes = timed(() => findThemes(texts, table, lexicon))
const themesOfFew = timed(() => findThemes(texts.slice(0, 2_000), table, lexicon))
console.log(
  JSON.stringify({
    words: { seconds: index.seconds },
    index: { seconds: prepare.seconds, limit: 8, aim: 3 },
    predict: { seconds: predict.seconds, limit: 2, aim: 1 },
    predictWithWhy: { seconds: explained.seconds },
    retrain: { seconds: learn.seconds, limit: 0.5, aim: 0.15 },
    retrainAndCrossValidate: { seconds: check.seconds },
    memoryMb: { used: memoryMb, limit: 600, aim: 400 },
    themesOf100k: { seconds: themes.seconds, limit: 90, aim: 30 },
    themesOf2k: { seconds: themesOfFew.seconds, limit: 5, aim: 2 },
  }),
)
