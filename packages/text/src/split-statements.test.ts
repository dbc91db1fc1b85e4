import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitStatements } from './split-statements.ts'

const texts = (answer: string) => splitStatements(answer).map(({ text }) => text)

describe('an answer', () => {
  test('is one statement a line', () => expect(texts('Bättre bussar\nEtt bad\nMer färg')).toEqual(['Bättre bussar', 'Ett bad', 'Mer färg']))

  test.each(['\n', '\r\n', '\r', '\u2028', '\u2029', '\n\n \n'])('may end its lines with %j', (lineEnd) => expect(texts(`Bussar${lineEnd}Bad`)).toEqual(['Bussar', 'Bad']))

  test('is not divided at full stops: an idea may take two sentences', () => expect(texts('Bygg ett bad. Det saknas.')).toEqual(['Bygg ett bad. Det saknas.']))

  test.each(['', ' ', '\n\n', '\t \u00A0', '-', ' - \n•', '1.', '\u200B', '\u200F\u200E', '\uFEFF'])('without an idea in it has no statement: %j', (answer) =>
    expect(splitStatements(answer)).toEqual([]),
  )

  test.each(['- Bussar', '– Bussar', '* Bussar', '• Bussar', '•Bussar', '-Bussar', '1. Bussar', '12) Bussar', '2.Bussar', '  -   Bussar  ', '\tBussar', '\uFEFFBussar'])(
    'is read without list markers and space: %j',
    (answer) => expect(texts(answer)).toEqual(['Bussar']),
  )

  test.each(['-5 grader i bassängen', '1.5 miljoner', '2021 var bra', '2021. Då hände det', '3 bussar', '*kanske*', '-talet', '100 % bättre', 'a) bussar'])(
    'keeps what is no marker: %j',
    (answer) => expect(texts(answer)).toEqual([answer]),
  )

  test('loses one marker, not two', () => expect(texts('- 2 bussar\n- - x')).toEqual(['2 bussar', '- x']))

  test.each([
    ['a mark for reading direction', '\u200Fحافلات أفضل\u200F'],
    ['a family joined of three', 'mer för 👨‍👩‍👧'],
    ['only emoji', '🛝🛝'],
    ['a Persian non-joiner', 'می\u200Cخواهم'],
    ['a decomposed å', 'Mer a\u030Angbastu'],
  ])('keeps %s', (_, answer) => expect(texts(`\n ${answer} \n`)).toEqual([answer]))

  test('says where in the untouched answer each statement stands', () => {
    const answer = '\r\n 1. 🛝 Lekpark \r\n\t- Ett bad\u00A0\n'
    for (const { text, start, end } of splitStatements(answer)) expect(answer.slice(start, end)).toBe(text)
    expect(splitStatements(answer)).toEqual([
      { text: '🛝 Lekpark', start: 6, end: 16 },
      { text: 'Ett bad', start: 22, end: 29 },
    ])
  })

  test('of any kind has right offsets, in order, and no statement that is empty or has a line break or space around it', () => {
    const answers = fc
      .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('- ', '1. ', '\n', '\r\n', ' ', '\u200F', '•', 'Bad', '\uFEFF', '\u2028')), { maxLength: 12 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(answers, (answer) => {
        let read = 0
        for (const { text, start, end } of splitStatements(answer)) {
          expect(answer.slice(start, end)).toBe(text)
          expect(start).toBeGreaterThanOrEqual(read)
          expect(text).toBe(text.trim())
          expect(text).toMatch(/^[^\n\r\u2028\u2029]+$/)
          read = end
        }
      }),
      { numRuns: 1000 },
    )
  })
})
