import { expect, test } from 'vitest'
import { ownMs } from '#test/processor-time'
import { guessColumns } from './guess-columns.ts'

const words = 'skolan maten bussarna vården älven skogen vägarna badet torget hamnen'.split(' ')
const said = (at: number) => Array.from({ length: 12 }, (_, word) => `${words[(at * 7 + word * 3 + Math.floor(at / 10)) % 10]}${at % (word + 5)}`).join(' ')
const targets = Array.from({ length: 1000 }, (_, at) => ({
  id: `q${at}`,
  question: `q${at}`,
  part: undefined,
  label: said(at),
  names: [`Fråga ${said(at)}`, `${said(at)} [svar]`, `q${at}`, `${said(at)} – svar`],
}))

test('a sheet of many columns that nearly have the names of the questions is guessed quickly', () => {
  const headings = targets.slice(0, 300).map((_, at) => `${said(at)} svaret`)
  const started = ownMs()
  const guesses = guessColumns([...headings, ...Array.from({ length: 300 }, (_, at) => `Något helt annat ${at} ${said(at).slice(0, 20)}`)], [Array(600).fill('x')], targets)
  expect(ownMs() - started).toBeLessThan(4000)
  expect(guesses.filter(({ target }) => target !== '').length).toBeGreaterThan(100)
})
