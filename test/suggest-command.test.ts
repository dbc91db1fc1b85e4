import { describe, expect, test } from 'vitest'
import { readCodebook, readSentences } from '../seeds/ange/sentences.ts'
import { fileOf, runSamsyn } from './run-samsyn.ts'

type Output = {
  readonly suggestions: readonly { readonly id: string; readonly codes: readonly { readonly code: string; readonly certainty: number; readonly why: readonly string[] }[] }[]
  readonly autoAccept: { readonly threshold: number; readonly expectedPrecision: number; readonly coverage: number; readonly honest: boolean } | null
}
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const sentences = readSentences('seeds/ange/voices').filter(({ themes }) => themes.length > 0)
const texts = (rows: readonly { id: string; text: string }[] = sentences) => fileOf('texts.csv', `id,text\n${rows.map(({ id, text }) => `${id},${quoted(text)}`).join('\n')}\n`)
const codebook = () =>
  fileOf(
    'codebook.csv',
    `code,name,description\n${readCodebook('seeds/ange/voices')
      .map(({ key, name, definition }) => `${key},${quoted(name)},${quoted(definition)}`)
      .join('\n')}\n`,
  )
// Every third, so that all registers and groups are among the coded.
const taught = sentences.filter((_, at) => at % 3 === 0)
const coded = () => fileOf('coded.csv', `id,code\n${taught.flatMap(({ id, themes }) => themes.map(({ theme }) => `${id},${theme}`)).join('\n')}\n`)
const suggested = (...args: string[]): Output => {
  const { status, said, complained } = runSamsyn('suggest', ...args, '--json')
  expect([status, complained]).toEqual([0, ''])
  return JSON.parse(said)
}
const rightFirst = ({ suggestions }: Output, of = sentences) => {
  const meant = new Map(of.map(({ id, themes }) => [id, themes.map(({ theme }) => theme)]))
  const asked = suggestions.filter(({ id }) => meant.has(id))
  return asked.filter(({ id, codes }) => meant.get(id)?.includes(codes[0]?.code ?? '')).length / asked.length
}

describe('codes for the demo’s sentences', () => {
  const [byWords, taughtToo] = [suggested('--texts', texts(), '--codebook', codebook()), suggested('--texts', texts(), '--codebook', codebook(), '--coded', coded())]
  const untaught = sentences.filter(({ id }) => !taught.some((each) => each.id === id))
  test('come from the words of the codebook alone, far oftener right than by chance', () => {
    expect(rightFirst(byWords)).toBeGreaterThan(0.35)
    expect(byWords.autoAccept).toBeNull()
  })
  test('are righter when two hundred are coded', () => {
    expect(rightFirst(taughtToo, untaught)).toBeGreaterThan(rightFirst(byWords, untaught))
    expect(taughtToo.autoAccept?.expectedPrecision).toBeGreaterThanOrEqual(0.75)
  })
  test('come three a text, the surest first, each between nothing and certain', () => {
    for (const { codes } of taughtToo.suggestions) {
      expect(codes).toHaveLength(3)
      expect(codes.map(({ certainty }) => certainty)).toEqual(codes.map(({ certainty }) => certainty).toSorted((one, other) => other - one))
      for (const { certainty } of codes) expect(certainty > 0 && certainty < 1).toBe(true)
    }
  })
  test('say why: without the named words the certainty falls, nearly always', () => {
    const explained = byWords.suggestions.filter(({ codes }) => (codes[0]?.why.length ?? 0) > 0).slice(0, 120)
    expect(explained.length).toBeGreaterThan(100)
    const shortened = sentences.map(({ id, text }) => {
      const why = explained.find((each) => each.id === id)?.codes[0]?.why ?? []
      return { id: `${id}-utan`, text: why.reduce((left, word) => left.replaceAll(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'giu'), ''), text) }
    })
    // Beside all the others, so that only the text itself has changed.
    const again = suggested('--texts', texts([...sentences, ...shortened]), '--codebook', codebook(), '--codes', '16')
    const certaintyIn = (id: string, code: string) => again.suggestions.find((each) => each.id === id)?.codes.find((each) => each.code === code)?.certainty ?? 0
    const fallen = explained.filter(({ id, codes }) => certaintyIn(`${id}-utan`, codes[0]?.code ?? '') < certaintyIn(id, codes[0]?.code ?? ''))
    expect(fallen.length / explained.length).toBeGreaterThan(0.9)
  })
})

test('in words, for those that are not coded', () => {
  const { status, said } = runSamsyn('suggest', '--texts', texts(), '--codebook', codebook(), '--coded', coded())
  expect(status).toBe(0)
  expect(said).toContain('var rätt')
  expect(said).not.toContain(`\n${taught[0]?.id}:`)
})

test('a code with one example, codes without words, and odd texts are taken as they are', () => {
  const odd = texts([
    { id: '1', text: '' },
    { id: '2', text: '😀' },
    { id: '3', text: 'مرحبا' },
    { id: '4', text: 'Fler bussar' },
    { id: '5', text: 'x'.repeat(10_000) },
  ])
  const { suggestions } = suggested('--texts', odd, '--coded', fileOf('coded.csv', 'id,code\n4,buss\n'), '--codebook', fileOf('codebook.csv', 'code,name\nbuss,Buss\nannat,\n'))
  expect(suggestions.map(({ codes }) => codes.length)).toEqual([2, 2, 2, 2, 2])
  for (const { codes } of suggestions) for (const { certainty } of codes) expect(Number.isFinite(certainty)).toBe(true)
})

describe('what can’t be used is refused with file, line and column', () => {
  const few = () => texts(sentences.slice(0, 3))
  test.each<[string, () => string[], string]>([
    ['no codes at all', () => ['--texts', few()], 'Det finns inga koder att föreslå'],
    [
      'an id that is no text’s',
      () => ['--texts', few(), '--codebook', codebook(), '--coded', fileOf('coded.csv', 'id,code\nokänd,natur\n')],
      'coded.csv, rad 2: ingen text har id okänd.',
    ],
    [
      'a code that is not in the codebook',
      () => ['--texts', few(), '--codebook', codebook(), '--coded', fileOf('coded.csv', `id,code\n${sentences[0]?.id},annat\n`)],
      'coded.csv, rad 2: koden annat finns inte i kodboken.',
    ],
    ['a code twice', () => ['--texts', few(), '--codebook', fileOf('codebook.csv', 'code,name\na,A\na,B\n')], 'codebook.csv, rad 3: koden a finns två gånger.'],
    ['other columns', () => ['--texts', few(), '--codebook', fileOf('codebook.csv', 'kod,namn\na,A\n')], 'codebook.csv, rad 1: kolumnen code och name saknas.'],
    ['no number of codes', () => ['--texts', few(), '--codebook', codebook(), '--codes', 'alla'], '--codes är ett heltal, minst 1, inte ”alla”.'],
  ])('%s', (_, args, sentence) => {
    const { status, said, complained } = runSamsyn('suggest', ...args())
    expect(complained).toContain(sentence)
    expect([status, said, complained.includes('    at ')]).toEqual([2, '', false])
  })
})
