import { expect, test } from 'vitest'
import { isEmail } from '../mailed-code-schema.ts'
import { readAddressLines } from './address-lines.ts'

const found = (text: string, unit = 'Alla') => readAddressLines(text, unit, isEmail).found.map(({ address, unit }) => `${address} ${unit}`)
const problems = (text: string, unit = 'Alla') => readAddressLines(text, unit, isEmail).rejected.map(({ line, problem }) => `${line} ${problem}`)

test('addresses are read one a line, whatever ends the lines, and empty lines are passed by', () => {
  expect(found('a@x.example\r\n\r\n  b@x.example \rc@x.example\n')).toEqual(['a@x.example Alla', 'b@x.example Alla', 'c@x.example Alla'])
})
test('or in a table with their unit, with a heading or without', () => {
  expect(found('\ufeffE-post;Enhet\na@x.example;Skolan\nb@x.example;')).toEqual(['a@x.example Skolan', 'b@x.example Alla'])
  expect(found('a@x.example\nb@x.example;Skolan')).toEqual(['a@x.example Alla', 'b@x.example Skolan'])
  expect(found('a@x.example\t"Vård och\nomsorg"')).toEqual(['a@x.example Vård och omsorg'])
})
test('the same address again, in other letters too, is one', () => {
  expect(readAddressLines('a@x.example\nA@X.example\nb@x.example', 'Alla', isEmail)).toMatchObject({ found: [{ line: 1 }, { line: 3 }], twice: 1, rejected: [] })
})
test('what can’t be used is told by its line and why', () => {
  expect(problems('Bo Ek\na@x.example\nBo <bo@x.example>\na@b\n@\nå@x.example')).toEqual(['1 not-an-email', '3 not-an-email', '4 not-an-email', '5 not-an-email', '6 not-an-email'])
  expect(problems('a@x.example; b@x.example')).toEqual(['1 many-on-a-line'])
  expect(problems('a@x.example', '')).toEqual(['1 no-unit'])
  expect(problems(`a@x.example;${'e'.repeat(121)}`)).toEqual(['1 long-unit'])
  expect(problems('a@x.example;"Skolan')).toEqual(['1 unclosed'])
  expect(problems(`${'a'.repeat(200)}@x.example`)).toEqual(['1 not-an-email'])
})
test('37, 39: a line break or a formula makes no second heading and nothing that is reckoned', () => {
  expect(problems('"a@x.example\nBcc: b@x.example"')).toEqual(['1 not-an-email'])
  expect(problems('=HYPERLINK("x");a@x.example')).toEqual(['1 many-on-a-line'])
  expect(found('a@x.example;=1+1')).toEqual(['a@x.example =1+1'])
})
