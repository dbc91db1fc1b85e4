import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { testWithShared } from '../../../test/shared.ts'
import { findPersonalData } from './find-personal-data.ts'

const found = (text: string) => findPersonalData(text).map(({ kind, certainty, text: itself }) => [kind, certainty, itself])
const background = resolve(import.meta.dirname, '../../../../shared/data/text/sv-background/paragraphs.txt')

describe('a name', () => {
  test.each([
    ['Rektor Anna Exempelsson lyssnar', 'Anna Exempelsson'],
    ['Finansminister Anna Exempelsson svarade', 'Anna Exempelsson'],
    ['Fråga Karl-Erik Påhittsson i Alby', 'Karl-Erik Påhittsson'],
    ['Tack till Eva Maria von Påhitt!', 'Eva Maria von Påhitt'],
    ['Sven A. Exempelsson vet', 'Sven A. Exempelsson'],
    ['Anna Exempelsson-Påhitt', 'Anna Exempelsson-Påhitt'],
    ['A\u030Asa Exempelsson', 'A\u030Asa Exempelsson'],
  ])('is found without its title: %s', (text, name) => expect(found(text)).toEqual([['name', 'certain', name]]))
  test.each([
    'Karin Boyes gata är fin',
    'Sankt Olofs kyrka',
    'S:t Eriks torg',
    'Johan Påhittskolan',
    'Anna i Alby, Erik i Ånge',
    'Maria, Ånge kommun',
    'San Francisco',
    'Ånge Torpshammar Fränsta',
    'Anna',
    'Bättre bussar till Ljungaverk och Östavall',
    'Stig upp tidigt',
    'Sofia församling',
  ])('is not in %s', (text) => expect(found(text)).toEqual([]))
  testWithShared('is found in nineteen of twenty mentions that the minutes of parliament mark with a party', () => {
    if (!existsSync(background)) throw new Error('../shared has no background')
    let [known, hits] = [0, 0]
    for (const paragraph of readFileSync(background, 'utf8').split('\n').slice(0, 30_000)) {
      const ends = new Set(findPersonalData(paragraph).flatMap(({ kind, end }) => (kind === 'name' ? [end] : [])))
      for (const { 0: mention, index } of paragraph.matchAll(/(?:\p{Lu}[\p{L}-]+ ){1,3}(?=\((?:s|m|fp|c|v|mp|kd|S|M|FP|C|V|MP|KD|L|SD)\))/gu)) {
        known++
        if (ends.has(index + mention.trimEnd().length)) hits++
      }
    }
    expect(known).toBeGreaterThan(2_000)
    expect(hits / known).toBeGreaterThan(0.95)
  })
})

describe('a plate', () => {
  test.each<[string, string, string]>([
    ['Volvon med regnr ABC 123 kör för fort', 'certain', 'ABC 123'],
    ['registreringsnummer abc12d', 'certain', 'abc12d'],
    ['bilen ABC123 står på lekplatsen', 'possible', 'ABC123'],
  ])('is known by the words beside it: %s', (text, certainty, plate) => expect(found(text)).toEqual([['plate', certainty, plate]]))
  test.each(['mobilnätet NMT 450', 'SKB 800 meter ner', 'ABC 123', 'ISO 9001'])('is not %s', (text) => expect(found(text)).toEqual([]))
})

describe('other things that lead to somebody', () => {
  test('a postal code with its place is possible, and is part of the address where there is a street', () => {
    expect(found('Vi bor i 841 31 Ånge sedan i våras')).toEqual([['address', 'possible', '841 31 Ånge']])
    expect(found('Skolgatan 3, 841 31 Ånge')).toEqual([['address', 'certain', 'Skolgatan 3, 841 31 Ånge']])
    expect(found('Det kostade 841 31 kronor, 2 841 31 Kronor')).toEqual([])
  })
  test('a link is possible, without the stop after it', () => {
    expect(found('Se (https://www.example.com/anna?b=1).')).toEqual([['link', 'possible', 'https://www.example.com/anna?b=1']])
    expect(found('www.example.com')).toEqual([['link', 'possible', 'www.example.com']])
  })
  testWithShared('nor plates nor postal codes are seen in 30,000 paragraphs of parliament that have none', () => {
    const kinds = readFileSync(background, 'utf8')
      .split('\n')
      .slice(0, 30_000)
      .flatMap((paragraph) => found(paragraph).map(([kind, certainty]) => `${kind} ${certainty}`))
    expect(kinds.filter((kind) => kind.startsWith('plate') || kind === 'address possible')).toEqual([])
  })
})
