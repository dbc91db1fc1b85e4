import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lexiconOf, readWordTable } from '#text'
import { addressOf, filterOf } from './desk-filter.ts'
import { alikeTexts, indexForSearch, searchTexts } from './search-index.ts'
import { markSpans, partsOf } from './text-parts.ts'
import { themesByHeading, withParts } from './theme-tree.ts'

const lexicon = lexiconOf(readWordTable(readFileSync('packages/text/data/swedish-words.bin')))

function indexOf(texts: readonly string[]) {
  const work = indexForSearch(
    texts.map((text, at) => ({ id: String(at), text })),
    lexicon,
  )
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

describe('searching', () => {
  const texts = ['Äldreomsorgen måste bli bättre', 'Mer omsorg för äldre', 'En ny simhall', 'Bussarna till skolor', 'Skolbuss till Ånge', 'Linje 50 går för sällan', '']
  const found = (sought: string) => searchTexts(indexOf(texts), lexicon, sought)
  test('finds a compound in its other forms and in its parts', () => {
    expect(found('äldreomsorg')).toEqual([0, 1])
    expect(found('omsorg')).toEqual([0, 1])
    expect(found('skolbussar')).toEqual([3, 4])
    expect(found('buss skola')).toEqual([3, 4])
  })
  test('53: å is å however it was typed, in the text and in what is sought', () => {
    expect(found('Ånge'.normalize('NFD'))).toEqual([4])
    expect(searchTexts(indexOf(['Vi bor i Ånge'.normalize('NFD')]), lexicon, 'ånge')).toEqual([0])
  })
  test('53: spaces only, marks, reading direction, a word of ten thousand letters and a pattern find nothing, and never break', () => {
    for (const odd of ['   ', '!!!', '\u202e', '.*', 'a'.repeat(10_000), '(((', "' or 1=1"]) expect(found(odd), odd).toEqual([])
    expect(found('50')).toEqual([5])
  })
  test('what nobody wrote is not found, and all words must be there', () => {
    expect(found('vindkraft')).toEqual([])
    expect(found('simhall buss')).toEqual([])
  })
})

test('no more than a hundred new words are looked up between two turns, in many short texts and in a long one', () => {
  const words = Array.from({ length: 1_000 }, (_, at) => `ord${String.fromCharCode(...[100, 10, 1].map((of) => 97 + (Math.floor(at / of) % 10)))}`)
  for (const texts of [words.map((word) => `${word} igen`), [words.join(' ')]]) {
    const asked = new Set<string>()
    const count = (form: string) => {
      if (words.includes(form)) asked.add(form)
      return lexicon.count(form)
    }
    const work = indexForSearch(
      texts.map((text, at) => ({ id: String(at), text })),
      { ...lexicon, count },
    )
    const lookedUp = []
    for (let [step, before] = [work.next(), 0]; ; step = work.next()) {
      lookedUp.push(asked.size - before)
      before = asked.size
      if (step.done) break
    }
    expect(asked.size).toBe(words.length)
    expect(Math.max(...lookedUp)).toBeLessThanOrEqual(100)
  }
})

test('texts that say nearly the same are alike, the likest first, and never the text itself', () => {
  const index = indexOf(['Bättre bussar till skolan', 'bättre buss till skolan!', 'Ett bad', 'Bättre bussar', 'Skog'])
  expect(alikeTexts(index, 0, 5)).toEqual([1, 3])
  expect(alikeTexts(index, 2, 5)).toEqual([])
  // Of the same matter, where that is asked for; those above come first.
  const wider = indexOf(['Bättre bussar till skolan', 'bättre buss till skolan!', 'Ett bad', 'Bättre bussar på söndagar', 'Skog'])
  expect([alikeTexts(wider, 0, 5), alikeTexts(wider, 0, 5, 0.3), alikeTexts(wider, 0, 1, 0.3)]).toEqual([[1], [1, 3], [1]])
})

describe('the parts of a text', () => {
  const isIn = (text: string) => partsOf(text).every((part) => text.slice(part.from, part.to) === part.text)
  test('are its words; of a long one its sentences, or so many words at a time', () => {
    expect(partsOf('Mer  buss 👩‍👩‍👧 nu').map(({ text }) => text)).toEqual(['Mer', 'buss', '👩‍👩‍👧', 'nu'])
    const sentences = Array.from({ length: 12 }, (_, at) => `Det här är mening nummer ${at} av flera.`).join(' ')
    expect(partsOf(sentences)).toHaveLength(12)
    const long = Array.from({ length: 500 }, (_, at) => `ord${at}`).join(' ')
    expect(partsOf(long).length).toBeLessThanOrEqual(40)
    expect(partsOf(long).at(-1)?.to).toBe(long.length)
    for (const text of [sentences, long, '', '   ', 'Å'.normalize('NFD'), 'a\r\nb']) expect(isIn(text)).toBe(true)
  })
  test('are drawn so that together they are the text, whatever is marked', () => {
    const text = 'Mer buss och tåg nu'
    const pieces = markSpans(text, [
      { from: 4, to: 16, name: 'Resor' },
      { from: 13, to: 16, name: 'Tåg' },
      { from: 90, to: 99, name: 'Utanför' },
    ])
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.find((piece) => piece.text === 'tåg')?.names).toEqual(['Resor', 'Tåg'])
  })
})

describe('the filter of an address', () => {
  const choices = {
    statements: new Set(['s']),
    sources: new Set(['web']),
    groups: new Set(['g']),
    places: new Set(['p']),
    questions: new Set(['q']),
    themes: new Set(['t']),
    differing: false,
  }
  test('43 and 48: what is none of the choices is left out', () => {
    const forged = new URLSearchParams({
      kanal: "web' or 1=1",
      grupp: '__proto__',
      plats: 'constructor',
      fraga: 'q; drop table x',
      tema: 'x',
      lage: 'olika',
      sok: 'a\u0000b',
      likt: "s'--",
    })
    expect(filterOf(forged, choices)).toEqual({ state: 'uncoded', sought: 'a b' })
  })
  test('is said in an address and read back as it was', () => {
    const filter = { state: 'coded', source: 'web', group: 'g', place: 'p', question: 'q', theme: 't', sought: 'buss & tåg', alike: 's' } as const
    expect(filterOf(new URL(addressOf('/x', filter), 'http://a').searchParams, choices)).toEqual(filter)
    expect(addressOf('/x', { state: 'uncoded' })).toBe('/x')
    for (const wish of ['tema=t', 'likt=s']) expect(filterOf(new URLSearchParams(wish), choices).state).toBe('any')
    for (const state of ['any', 'uncoded'] as const) {
      const alike = { state, alike: 's' }
      expect(filterOf(new URL(addressOf('/x', alike), 'http://a').searchParams, choices)).toEqual(alike)
    }
  })
})

test('a theme is looked for with all that lies under it, and stands under what it is a part of', () => {
  const theme = (id: string, parentId: string | null, more = {}) => ({ id, parentId, name: id.toUpperCase(), dimension: 'tema', isCodable: true, retiredAt: null, ...more })
  const themes = [theme('a', null, { isCodable: false }), theme('b', 'a'), theme('c', 'b'), theme('d', null), theme('e', null, { retiredAt: '2026-01-01' })]
  expect(withParts(themes, 'a')).toEqual(['a', 'b', 'c'])
  expect(themesByHeading(themes).map(({ heading, themes: under }) => [heading, under.map(({ id }) => id)])).toEqual([
    ['A', ['b']],
    ['B', ['c']],
    ['Teman', ['d']],
  ])
})
