import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actWords } from '../src/foundation/people/web/act-words.ts'
import { line } from './line.mjs'

const sources = ['src/modules', 'src/foundation']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
  .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))

test('every act that is written in the trail has its words', () => {
  const acts = new Set(
    sources.flatMap((name) => {
      const text = readFileSync(name, 'utf8')
      return [...text.matchAll(/(?:record\(|act: )(.*)/g)].flatMap(([, rest = '']) =>
        [...rest.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map((match) => match[1] ?? '').filter((word) => /-(?:ed|[a-z]*ed|written|drawn|aside|done|out|set|frozen)$/.test(word)),
      )
    }),
  )
  expect(acts.size).toBeGreaterThan(50)
  expect([...acts].filter((act) => !(act in actWords))).toEqual([])
})

test('the glossary has one English word to each Swedish, and one Swedish to each English', () => {
  const rows = readFileSync('docs/glossary.md', 'utf8')
    .split('\n')
    .filter((row) => row.startsWith('| '))
    .slice(2)
    .map((row) => row.split('|').map((cell) => cell.trim()))
  expect(rows.length).toBeGreaterThan(40)
  for (const column of [1, 2]) {
    const words = rows.map((row) => row[column])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  }
})

test('what a module keeps in tables is in the glossary', () => {
  const english = readFileSync('docs/glossary.md', 'utf8').toLowerCase()
  for (const noun of [
    'process',
    'step',
    'dialogue',
    'question',
    'response',
    'statement',
    'theme',
    'coding',
    'matter',
    'decision point',
    'proposal',
    'phrase',
    'root',
    'focus area',
    'indicator',
    'measurement',
    'baseline',
    'plan',
    'goal',
    'target',
    'activity',
    'round',
    'judgement',
    'locking',
  ])
    expect(english, noun).toContain(`| ${noun} |`)
  expect(line).toHaveLength(9)
})
