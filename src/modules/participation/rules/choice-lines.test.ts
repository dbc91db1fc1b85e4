import { expect, test } from 'vitest'
import { readChoiceLines, writeChoiceLines } from './choice-lines.ts'

const before = readChoiceLines({ labels: 'Buss\nBad\nÖppen förskola', english: 'Bus\nBath\nOpen preschool' }, []).choices
const keys = (labels: string) => readChoiceLines({ labels }, before).choices.map(({ key }) => key)

test('new choices get keys from their words', () => {
  expect(before.map(({ key, labelEnglish }) => [key, labelEnglish])).toEqual([
    ['buss', 'Bus'],
    ['bad', 'Bath'],
    ['oppen-forskola', 'Open preschool'],
  ])
})

test.each<[string, string, readonly string[]]>([
  ['its words change', 'Buss\nBadhus\nÖppen förskola', ['buss', 'bad', 'oppen-forskola']],
  ['they are put in another order', 'Öppen förskola\nBuss\nBad', ['oppen-forskola', 'buss', 'bad']],
  ['one comes in between', 'Buss\nTåg\nBad\nÖppen förskola', ['buss', 'tag', 'bad', 'oppen-forskola']],
  ['one goes', 'Bad\nÖppen förskola', ['bad', 'oppen-forskola']],
])('a choice keeps its key when %s', (_, labels, expected) => expect(keys(labels)).toEqual(expected))

test('where it can’t be told which one was changed, the new words are a choice of their own', () => {
  expect(keys('Buss\nSimhall')).toEqual(['buss', 'simhall'])
  expect(keys('Buss\nBad\nÖppen förskola\nBad!')).toEqual(['buss', 'bad', 'oppen-forskola', 'bad-2'])
})

test('the keys of annat and vet ej are never given away', () => {
  expect(readChoiceLines({ labels: 'Annat\nVet ej' }, []).choices.map(({ key }) => key)).toEqual(['annat-2', 'vet-ej-2'])
})

test('what stands beside the choices must match them', () => {
  expect(readChoiceLines({ labels: 'A\nB', english: 'A' }, []).problem).toBe('english-lines')
  expect(readChoiceLines({ labels: 'A', pictures: '/a\n/b' }, []).problem).toBe('picture-lines')
  expect(readChoiceLines({ labels: 'A\nB', alone: 'C' }, []).problem).toBe('not-among-choices')
  expect(readChoiceLines({ labels: ' A \n\nB', alone: 'B' }, []).choices.map(({ label, alone }) => [label, alone])).toEqual([
    ['A', undefined],
    ['B', true],
  ])
})

test('choices are written as they are read', () => {
  expect(readChoiceLines(writeChoiceLines(before), before).choices).toEqual(before)
})
