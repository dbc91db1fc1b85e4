import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSentences } from '../../../seeds/ange/sentences.ts'
import { ownMs } from '../../../test/processor-time.ts'
import { sharedFolder, testWithShared } from '../../../test/shared.ts'
import { findThreats } from './find-threats.ts'

const kinds = (text: string) => findThreats(text).map(({ kind }) => kind)
const flagged = (texts: readonly string[]) => texts.filter((text) => findThreats(text).length > 0).length

describe('a threat is found', () => {
  test.each([
    'Jag ska döda dig',
    'Vi vet var ni bor',
    'jag vet exakt var dina barn går i skolan',
    'Ni kommer att få ångra er',
    'Kommunalrådet borde hängas',
    'du ska dö',
    'Hoppas ni dör',
    'Någon borde sätta en kula i pannan på henne',
    'Jag bränner ner kommunhuset',
    'ska slå ihjäl er allihop',
    'Ni ligger risigt till',
    'SKA  SKJUTA\nHONOM',
  ])('%s', (text) => expect(kinds(text)).toContain('threat'))
})

describe('an insult or a curse is found', () => {
  test.each(['Vilka idioter i nämnden', 'Jävla politiker', 'dra åt helvete', 'Håll käften', 'chefen är ett jävla svin', 'Dumjävel'])('%s', (text) =>
    expect(kinds(text)).toContain('insult'),
  )
})

describe('an oath is a curse and no threat', () => {
  test.each(['Det är fan i mig för dåligt', 'Fan imig', 'fanimig dyrt', 'Det är ta mig fan bra', 'Fan ta mig', 'Passa på, för fan'])('%s', (text) =>
    expect(kinds(text)).toEqual(['insult']),
  )
})

describe('nothing is found in', () => {
  test.each([
    'Beslutet ska skjutas upp till hösten',
    'Vargarna ska skjutas av',
    'Skjut upp skolnedläggningen',
    'Man vet var man bor',
    'Bygden håller på att dö ut',
    'Tävlingen i Hoting var bra',
    'Fler fans på läktaren',
    'Asfaltera vägen, och laga räcket',
    'Vildsvinen äter upp skörden',
    'Det är dumt att stänga skolan',
    'Bensin är dyrt, vem har råd',
    '',
  ])('%j', (text) => expect(findThreats(text)).toEqual([]))
})

test('what is found lies where it says, in order, and nothing twice', () => {
  const text = '😀 Idiot! Jag vet var du bor, din jävla idiot.'
  const found = findThreats(text)
  expect(found.map(({ kind }) => kind)).toEqual(['insult', 'threat', 'insult', 'insult'])
  for (const { start, end, text: itself } of found) expect(text.slice(start, end)).toBe(itself)
})

test('twice as long a text takes no more than twice as long, with room for a machine that is busy', () => {
  const quickest = (times: number) => {
    const text = 'du ska jag vet var '.repeat(times)
    const took = Array.from({ length: 3 }, () => {
      const started = ownMs()
      findThreats(text)
      return ownMs() - started
    })
    return Math.min(...took)
  }
  expect(quickest(40_000) / quickest(20_000)).toBeLessThan(4)
})

test('of what the demo’s people wrote, one sentence in 784 is flagged: it swears', () => {
  const texts = readSentences(resolve(import.meta.dirname, '../../../seeds/ange/voices')).map(({ text }) => text)
  expect(texts.filter((text) => findThreats(text).length > 0)).toEqual([expect.stringContaining('Jävlar anamma')])
})

testWithShared('false alarms are rare: in a thousand sentences, in questions to authorities, in policy and in debate', () => {
  const textsOf = (set: string): string[] =>
    readFileSync(resolve(sharedFolder, 'data/text', set, 'data.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).text)
  expect(Object.fromEntries(['sv-sib200', 'sv-swefaq', 'sv-interpellationer'].map((set) => [set, flagged(textsOf(set))]))).toEqual({
    'sv-sib200': 0,
    'sv-swefaq': 0,
    'sv-interpellationer': 0,
  })
  // A debate on killing.
  expect(flagged(textsOf('sv-argument'))).toBeLessThanOrEqual(5)
  const paragraphs = readFileSync(resolve(sharedFolder, 'data/text/sv-background/paragraphs.txt'), 'utf8').split('\n').filter(Boolean)
  expect(paragraphs.length).toBeGreaterThan(100_000)
  expect(flagged(paragraphs) / paragraphs.length).toBeLessThan(0.0005)
})
