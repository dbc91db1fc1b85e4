import { expect, test } from 'vitest'
import { checkLines, ideasOf, longestLine } from './answer-lines.ts'

const question = { id: 'q', maxLines: 3 }

test('lines that can be stored have no problem, and empty ones don’t count', () => {
  expect(checkLines(question, ['Mer bussar', '', '  ', 'Skogen', 'Fler jobb'])).toEqual([])
})

test('a line is at most 2,000 characters', () => {
  expect(checkLines(question, ['x'.repeat(longestLine)])).toEqual([])
  expect(checkLines(question, ['ok', 'x'.repeat(longestLine + 1)])).toEqual([{ question: 'q', line: 1, problem: 'too-long' }])
})

test('NUL, half a character and control characters are refused at their line', () => {
  for (const bad of ['bad\u0000hus', 'halv \ud83d emoji', 'klocka\u0007', '\u001b[31m'])
    expect(checkLines(question, ['Skogen', bad])).toEqual([{ question: 'q', line: 1, problem: 'unacceptable-characters' }])
})

test('emoji, joiners, marks for direction and letters composed or not are kept as they are', () => {
  const lines = ['👩‍👩‍👧‍👦 bad', '\u200fحافلات أفضل', 'A\u030Ange']
  expect(checkLines(question, lines)).toEqual([])
  expect(ideasOf(lines)).toEqual(lines)
})

test('more lines than were asked for are too many, also when they come in one field', () => {
  const tooMany = [{ question: 'q', line: 3, problem: 'too-many-lines' }]
  expect(checkLines(question, ['1', '2', '3', '4'])).toEqual(tooMany)
  expect(checkLines(question, ['ett\ntvå\r\ntre\u2028fyra'])).toEqual(tooMany)
})

test('one idea a line, without its list marker, and nothing of what is only spaces', () => {
  expect(ideasOf(['- Bättre bussar\n\n2. Mer färg', '   ', '\u200b'])).toEqual(['Bättre bussar', 'Mer färg'])
})
