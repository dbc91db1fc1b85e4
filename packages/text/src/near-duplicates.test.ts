import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSentences } from '../../../seeds/ange/sentences.ts'
import { nearDuplicates } from './near-duplicates.ts'
import { lexiconOf } from './words/split-compound.ts'
import { readWordTable } from './words/word-table.ts'

const lexicon = lexiconOf(readWordTable(readFileSync(resolve(import.meta.dirname, '../data/swedish-words.bin'))))
const members = (texts: readonly string[], atLeast?: number) => nearDuplicates(texts, lexicon, atLeast).map((group) => group.members)
const sentences = readSentences(resolve(import.meta.dirname, '../../../seeds/ange/voices')).map(({ text }) => text)

describe('texts that say nearly the same', () => {
  test('are grouped by their places, whatever small words, capitals and forms they have', () => {
    expect(members(['Ett bad', 'Bussar till skolan', 'ett  BAD!', 'bussen till skolan', 'Färg', 'Bad'])).toEqual([
      [0, 2, 5],
      [1, 3],
    ])
  })
  test('are not those that say nothing', () => expect(members(['', ' ', '\u200B', 'och', 'att'])).toEqual([]))
  test('are none among none', () => expect(members([])).toEqual([]))
  test('stand in one group each, in the same groups in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(sentences.slice(0, 60), { minLength: 20 }), (texts) => {
        const doubled = [...texts, ...texts.slice(0, 7)]
        const groups = members(doubled)
        expect(new Set(groups.flat()).size).toBe(groups.flat().length)
        const inWords = (all: number[][], of: readonly string[]) => all.map((group) => group.map((at) => of[at] ?? '').sort()).sort()
        const turned = doubled.toReversed()
        expect(inWords(members(turned) as number[][], turned)).toEqual(inWords(groups as number[][], doubled))
      }),
      { numRuns: 30 },
    )
  })
  test('are found when a letter is wrong or a word is more, nine times of ten', () => {
    const long = sentences.filter((text) => text.split(' ').length >= 8).slice(0, 150)
    const changed = long.map((text, at) => (at % 2 === 0 ? text.replace(/(\p{L}{3})(\p{L})(\p{L})(\p{L}*)$/mu, '$1$3$2$4') : `${text} Tack för ordet`))
    const found = new Set(members([...long, ...changed]).map((group) => group.join()))
    expect(long.filter((_, at) => found.has(`${at},${at + long.length}`)).length / long.length).toBeGreaterThan(0.9)
  })
  test('are few among what people wrote themselves', () => {
    expect(members(sentences).flat().length / sentences.length).toBeLessThan(0.1)
  })
})
