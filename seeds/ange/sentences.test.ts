import { expect, test } from 'vitest'
import { readCodebook, readSentences, shortLines, shortLinesAtMost } from './sentences.ts'

const folder = 'seeds/ange/voices'
const sentences = readSentences(folder)
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

test('there are at least six hundred sentences, each with an identity of its own', () => {
  expect(sentences.length).toBeGreaterThanOrEqual(600)
  expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length)
})

test('no two share more than six words in a row', () => {
  const seen = new Map<string, string>()
  for (const { id, text } of sentences) {
    const words = wordsOf(text)
    for (let at = 0; at + 7 <= words.length; at++) {
      const run = words.slice(at, at + 7).join(' ')
      expect(seen.get(run) ?? id, run).toBe(id)
      seen.set(run, id)
    }
  }
})

test('they are as long and as short as people write, in five registers, on themes that exist', () => {
  const themes = new Set(readCodebook(folder).map(({ key }) => key))
  for (const { text, themes: meant } of sentences) {
    expect(wordsOf(text).length).toBeLessThanOrEqual(60)
    for (const { theme } of meant) expect(themes.has(theme)).toBe(true)
  }
  expect(new Set(sentences.map(({ register }) => register)).size).toBe(5)
})

test('some are beside the question, some say two things at once, some give somebody away, and some are said twice', () => {
  const flagged = (flag: string) => sentences.filter(({ flags }) => flags.includes(flag)).length
  expect(flagged('beside') / sentences.length).toBeGreaterThan(0.095)
  expect(flagged('contradictory') / sentences.length).toBeGreaterThan(0.05)
  expect(flagged('typo')).toBeGreaterThan(15)
  expect(flagged('personal-data')).toBeGreaterThanOrEqual(15)
  expect(flagged('duplicate')).toBeGreaterThanOrEqual(20)
})

test('a short line is never written twice', () => {
  const lines = shortLines(shortLinesAtMost)
  expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length)
  expect(Math.max(...lines.map(({ text }) => wordsOf(text).length))).toBeLessThanOrEqual(6)
})
