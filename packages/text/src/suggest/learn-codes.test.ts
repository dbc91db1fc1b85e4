import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lexiconOf } from '../words/split-compound.ts'
import { readWordTable } from '../words/word-table.ts'
import { keepCompared } from './compare-texts.ts'
import { learnCodes, learnInParts } from './learn-codes.ts'
import { prepareTexts } from './prepare-texts.ts'
import { suggestFor, suggesting } from './suggest-codes.ts'

const table = readWordTable(readFileSync(new URL('../../data/swedish-words.bin', import.meta.url)))
const places = ['Fränsta', 'Torpshammar', 'Östavall', 'Alby']
const texts = Array.from({ length: 80 }, (_, at) =>
  at % 2 === 0 ? `Bussen till ${places[at % 4]} går för sällan, tur ${at}` : `Skogen vid ${places[at % 4]} är vacker, stig ${at}`,
)
const codebook = [
  { code: 'b', name: 'Buss', description: 'Bussar och turer' },
  { code: 's', name: 'Skog', description: 'Skogar och stigar' },
]
const prepared = prepareTexts(texts, codebook, table, lexiconOf(table))
const codedUntil = (end: number) => new Map(texts.slice(0, end).map((_, at) => [at, [at % 2 === 0 ? 'b' : 's']]))

test('what is learnt again and again from one coding more is to the last figure what is learnt from all at once', () => {
  const compare = keepCompared(prepared.rows)
  for (const end of [1, 2, 9, 10, 11, 30, 29]) expect(learnCodes(prepared, codedUntil(end), { compare })).toEqual(learnCodes(prepared, codedUntil(end)))
})

test('learning in parts begins with what is learnt without trying it and ends with all of it', () => {
  const work = learnInParts(prepared, codedUntil(30))
  const parts = [...Array(17)].map(() => work.next())
  expect(parts[0]).toEqual({ done: false, value: learnCodes(prepared, codedUntil(30), { check: false }) })
  expect(parts.filter(({ done }) => done)[0]?.value).toEqual(learnCodes(prepared, codedUntil(30)))
})

test('suggestions for a few at a time are those for all at once', () => {
  const [learnt, all] = [learnCodes(prepared, codedUntil(30)), texts.map((_, at) => at)]
  const suggest = suggesting(prepared, learnt)
  expect([...suggest(all.slice(50)), ...suggest(all.slice(0, 50))]).toEqual([...suggestFor(prepared, learnt, all.slice(50)), ...suggestFor(prepared, learnt, all.slice(0, 50))])
})
