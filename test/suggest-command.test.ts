import { describe, expect, test } from 'vitest'
import { readCodebook, readSentences } from '../seeds/ange/sentences.ts'
import { fileOf, runSamsyn } from './run-samsyn.ts'

type Output = {
  readonly suggestions: readonly {
    readonly id: string
    readonly codes: readonly { readonly code: string; readonly certainty: number; readonly why: readonly string[]; readonly chosen: boolean }[]
  }[]
  readonly next: readonly { readonly id: string; readonly why: string }[]
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

describe('several codes a text', () => {
  const { suggestions } = suggested('--texts', texts(), '--codebook', codebook(), '--coded', coded(), '--codes', '16')
  test('are chosen by a certainty of their own for each code: more than chance would have, and fewer than three a text', () => {
    const meant = new Map(sentences.map(({ id, themes }) => [id, new Set(themes.map(({ theme }) => theme))]))
    const untaught = suggestions.filter(({ id }) => !taught.some((each) => each.id === id))
    const chosen = untaught.flatMap(({ id, codes }) => codes.filter((each) => each.chosen).map(({ code }) => meant.get(id)?.has(code) ?? false))
    const all = untaught.reduce((sum, { id }) => sum + (meant.get(id)?.size ?? 0), 0)
    expect((2 * chosen.filter(Boolean).length) / (chosen.length + all)).toBeGreaterThan(0.45)
    expect(chosen.length / untaught.length).toBeLessThan(3)
  })
})

test('the same texts get the same suggestions in whatever order they, the codes given and the rows come', () => {
  const some = sentences.slice(0, 200)
  const given = some.filter((_, at) => at % 4 === 0).flatMap(({ id, themes }) => themes.map(({ theme }) => `${id},${theme}`))
  const asked = (rows: typeof some, pairs: readonly string[]) => {
    const { suggestions, autoAccept } = suggested('--texts', texts(rows), '--codebook', codebook(), '--coded', fileOf('coded.csv', `id,code\n${pairs.join('\n')}\n`))
    return { autoAccept, byId: Object.fromEntries(suggestions.map(({ id, codes }) => [id, codes])) }
  }
  const [one, turned] = [asked(some, given), asked(some.toReversed(), given.toReversed())]
  expect(turned).toEqual(one)
})

describe('what a person has refused', () => {
  const first = suggested('--texts', texts(), '--codebook', codebook(), '--coded', coded())
  const untaught = first.suggestions.filter(({ id }) => !taught.some((each) => each.id === id)).slice(0, 60)
  const refused = fileOf('refused.csv', `id,code\n${untaught.map(({ id, codes }) => `${id},${codes[0]?.code}`).join('\n')}\n`)
  const after = new Map(suggested('--texts', texts(), '--codebook', codebook(), '--coded', coded(), '--refused', refused).suggestions.map(({ id, codes }) => [id, codes]))
  test('is not suggested for that text again', () => {
    for (const { id, codes } of untaught) expect(after.get(id)?.map(({ code }) => code)).not.toContain(codes[0]?.code)
  })
  test('is learnt from: texts like it are less certain of that code', () => {
    const isTaught = new Set(taught.map(({ id }) => id))
    const [often] = [
      ...Map.groupBy(
        first.suggestions.filter(({ id }) => !isTaught.has(id)),
        ({ codes }) => codes[0]?.code,
      ),
    ].toSorted((one, other) => other[1].length - one[1].length)
    const [code, own] = often as [string, Output['suggestions']]
    const [no, others] = [own.filter((_, at) => at % 2 === 0), own.filter((_, at) => at % 2 === 1)]
    const refusals = fileOf('refused.csv', `id,code\n${no.map(({ id }) => `${id},${code}`).join('\n')}\n`)
    const now = new Map(
      suggested('--texts', texts(), '--codebook', codebook(), '--coded', coded(), '--refused', refusals, '--codes', '16').suggestions.map(({ id, codes }) => [id, codes]),
    )
    const changes = others.map(({ id, codes }) => (now.get(id)?.find((each) => each.code === code)?.certainty ?? 0) - (codes[0]?.certainty ?? 0))
    expect(changes.length).toBeGreaterThan(10)
    expect(changes.filter((change) => change < 0).length / changes.length).toBeGreaterThan(0.8)
  })
})

describe('what to code next', () => {
  test('is typical of different themes when nothing is coded, with every fourth at random', () => {
    const { next } = suggested('--texts', texts(), '--codebook', codebook(), '--next', '12')
    expect(next.map(({ why }) => why)).toEqual(['typical', 'typical', 'typical', 'random', 'typical', 'typical', 'typical', 'random', 'typical', 'typical', 'typical', 'random'])
    expect(new Set(next.map(({ id }) => id)).size).toBe(12)
  })
  test('is between two codes when some are, and at random when a hundred are; never one that is coded', () => {
    const few = taught.slice(0, 40)
    const some = fileOf('coded.csv', `id,code\n${few.flatMap(({ id, themes }) => themes.map(({ theme }) => `${id},${theme}`)).join('\n')}\n`)
    const [uncertain, random] = [
      suggested('--texts', texts(), '--codebook', codebook(), '--coded', some, '--next', '8').next,
      suggested('--texts', texts(), '--codebook', codebook(), '--coded', coded(), '--next', '8').next,
    ]
    expect(uncertain.slice(0, 3).map(({ why }) => why)).toEqual(['uncertain', 'uncertain', 'uncertain'])
    expect(random.every(({ why }) => why === 'random')).toBe(true)
    expect(uncertain.filter(({ id }) => few.some((each) => each.id === id))).toEqual([])
    expect(random.filter(({ id }) => taught.some((each) => each.id === id))).toEqual([])
  })
  test('teaches more of the codes than chance does, when forty are coded', () => {
    const meant = new Map(sentences.map(({ id, themes }) => [id, themes.map(({ theme }) => theme)]))
    const { next } = suggested('--texts', texts(), '--codebook', codebook(), '--next', '40')
    const codesIn = (ids: readonly string[]) => new Set(ids.flatMap((id) => meant.get(id) ?? [])).size
    const byChance = [0, 1, 2, 3, 4, 5, 6, 7].map((start) =>
      codesIn(
        sentences
          .filter((_, at) => at % 15 === start)
          .slice(0, 40)
          .map(({ id }) => id),
      ),
    )
    expect(codesIn(next.map(({ id }) => id))).toBeGreaterThanOrEqual(Math.floor(byChance.reduce((sum, each) => sum + each, 0) / byChance.length))
  })
})

test('words that are said to mean the same count as one', () => {
  const odd = texts([
    { id: '1', text: 'Mer skrindor' },
    { id: '2', text: 'Mer gräddning' },
  ])
  const book = fileOf('codebook.csv', 'code,name\nbuss,Buss\nskog,Skog\n')
  const with_ = suggested('--texts', odd, '--codebook', book, '--synonyms', fileOf('ord.txt', 'buss, skrinda, skrindor\nskog, gräddning\n'))
  expect(with_.suggestions.map(({ codes }) => [codes[0]?.code, codes[0]?.why])).toEqual([
    ['buss', ['skrindor']],
    ['skog', ['gräddning']],
  ])
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
    [
      'a refused code that is not in the codebook',
      () => ['--texts', few(), '--codebook', codebook(), '--refused', fileOf('nej.csv', `id,code\n${sentences[0]?.id},annat\n`)],
      'nej.csv, rad 2: koden annat finns inte i kodboken.',
    ],
    ['a synonym alone', () => ['--texts', few(), '--codebook', codebook(), '--synonyms', fileOf('ord.txt', 'buss\n')], 'ord.txt, rad 1: raden har ett enda ord.'],
    [
      'a synonym that is no word',
      () => ['--texts', few(), '--codebook', codebook(), '--synonyms', fileOf('ord.txt', 'buss, på väg\n')],
      'ord.txt, rad 1: ”på väg” är inte ett ord.',
    ],
    ['no number of texts to code next', () => ['--texts', few(), '--codebook', codebook(), '--next=-1'], '--next är ett heltal, minst 0, inte ”-1”.'],
    ['no number of codes', () => ['--texts', few(), '--codebook', codebook(), '--codes', 'alla'], '--codes är ett heltal, minst 1, inte ”alla”.'],
  ])('%s', (_, args, sentence) => {
    const { status, said, complained } = runSamsyn('suggest', ...args())
    expect(complained).toContain(sentence)
    expect([status, said, complained.includes('    at ')]).toEqual([2, '', false])
  })
})
