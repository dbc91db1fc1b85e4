import { describe, expect, test } from 'vitest'
import { readSentences } from '../seeds/ange/sentences.ts'
import { fileOf, runSamsyn } from './run-samsyn.ts'

type Said = { readonly size: number; readonly persons?: number; readonly quotes: readonly string[]; readonly quoteIds: readonly string[] }
type Theme = Said & {
  readonly theme: number
  readonly name: string
  readonly line: string
  readonly words: readonly string[]
  readonly dissent: { readonly id: string; readonly text: string } | null
  readonly stances: readonly (Said & { readonly stance: string })[]
  readonly parts: readonly (Said & { readonly part: number; readonly name: string })[]
}
type Output = {
  readonly themes: readonly Theme[]
  readonly texts: readonly { readonly id: string; readonly theme: number | null; readonly part: number | null }[]
  readonly stability: number | null
}
const themesOf = (path: string, ...more: string[]): Output => {
  const { status, said, complained } = runSamsyn('themes', path, '--json', ...more)
  expect([status, complained]).toEqual([0, ''])
  return JSON.parse(said)
}
// The demo's own sentences that are about something.
const sentences = readSentences('seeds/ange/voices').filter(({ themes }) => themes.length > 0)
const csv = (rows: readonly { id: string; text: string }[]) => `id,text\n${rows.map(({ id, text }) => `${id},"${text.replaceAll('"', '""')}"`).join('\n')}\n`

describe('themes of six hundred sentences', () => {
  const found = themesOf(fileOf('texts.csv', csv(sentences)))
  test('come with names, words and quotes, and every text is answered for', () => {
    expect(found.texts.map(({ id }) => id)).toEqual(sentences.map(({ id }) => id))
    expect(found.themes.length).toBeGreaterThanOrEqual(8)
    expect(found.themes.length).toBeLessThanOrEqual(30)
    expect(found.themes.reduce((sum, { size }) => sum + size, 0)).toBe(found.texts.filter(({ theme }) => theme !== null).length)
    for (const { name, words, quotes } of found.themes) expect([name.length > 2, words.length > 0, quotes.length > 0]).toEqual([true, true, true])
    expect(found.stability).toBeGreaterThan(0.4)
  })
  test('gather what was meant: most sentences about wind power, and about forest and water, stand together', () => {
    for (const key of ['vindkraft', 'natur']) {
      const own = sentences.flatMap(({ id, themes }) => (themes[0]?.theme === key ? [found.texts.find((text) => text.id === id)?.theme] : []))
      const counts = [...Map.groupBy(own, (theme) => theme).values()].map(({ length }) => length)
      expect(Math.max(...counts) / own.length, key).toBeGreaterThan(0.35)
    }
  })
  test('are the same for the same texts in another order, and in JSONL', () => {
    const turned = themesOf(fileOf('texts.csv', csv(sentences.toReversed())))
    const byId = (output: Output) => Object.fromEntries(output.texts.map(({ id, theme }) => [id, theme]))
    expect(byId(turned)).toEqual(byId(found))
    const lines = sentences.map(({ id, text }) => JSON.stringify({ id, text })).join('\n')
    expect(byId(themesOf(fileOf('texts.jsonl', lines)))).toEqual(byId(found))
  })
  test('are as many as one says', () => {
    expect(themesOf(fileOf('texts.csv', csv(sentences)), '--k', '12').themes).toHaveLength(12)
  })
})

describe('within a theme', () => {
  const rows = sentences.map(({ id, text, question }, at) => ({ id, text, who: `person ${at % 50}`, asked: question }))
  const found = themesOf(fileOf('texts.jsonl', rows.map((row) => JSON.stringify(row)).join('\n')), '--person', 'who', '--stance', 'asked')
  const inTheme = (theme: number) => rows.filter((_, at) => found.texts[at]?.theme === theme)
  test('texts and persons are counted apart', () => {
    for (const { theme, size, persons } of found.themes) {
      expect(size).toBe(inTheme(theme).length)
      expect(persons).toBe(new Set(inTheme(theme).map(({ who }) => who)).size)
    }
  })
  test('what was asked is told apart, the largest first, with quotes of its own', () => {
    for (const { theme, stances } of found.themes) {
      const counts = Map.groupBy(inTheme(theme), ({ asked }) => asked)
      expect(Object.fromEntries(stances.map(({ stance, size }) => [stance, size]))).toEqual(Object.fromEntries([...counts].map(([asked, own]) => [asked, own.length])))
      expect(stances.map(({ size }) => size)).toEqual(stances.map(({ size }) => size).toSorted((one, other) => other - one))
      for (const { stance, quoteIds } of stances) for (const id of quoteIds) expect(rows.find((row) => row.id === id)?.asked).toBe(stance)
    }
  })
  test('the one that speaks against most is of another stance, or denies when they do not', () => {
    const against = found.themes.filter(({ dissent }) => dissent)
    expect(against.length).toBeGreaterThan(found.themes.length / 2)
    for (const { stances, dissent } of against) expect(rows.find(({ id }) => id === dissent?.id)?.asked).not.toBe(stances[0]?.stance)
  })
  test('a line is what somebody wrote, and quotes are of the theme and differ', () => {
    for (const { theme, line, quotes } of found.themes) {
      const own = inTheme(theme).map(({ text }) => text.replaceAll(/\s+/g, ' '))
      expect(own.some((text) => text.includes(line))).toBe(true)
      expect(new Set(quotes).size).toBe(quotes.length)
    }
  })
  test('a large one has parts, and every text of it is in one', () => {
    const large = found.themes.filter(({ parts }) => parts.length > 0)
    expect(large.length).toBeGreaterThan(0)
    for (const { theme, size, parts } of large) {
      expect(parts.reduce((sum, part) => sum + part.size, 0)).toBe(size)
      const places = found.texts.flatMap((text) => (text.theme === theme ? [text.part] : []))
      expect(new Set(places)).toEqual(new Set(parts.map(({ part }) => part)))
    }
    for (const { theme } of found.themes.filter(({ size }) => size < 40)) expect(found.texts.filter((text) => text.theme === theme && text.part !== null)).toEqual([])
  })
})

test('in words', () => {
  const { status, said } = runSamsyn('themes', fileOf('texts.csv', csv(sentences.slice(0, 100))))
  expect(status).toBe(0)
  expect(said).toMatch(/^100 texter, \d+ teman/)
})

describe('odd texts are taken as they are', () => {
  test.each<[string, string[]]>([
    ['one text', ['Bussen går för sällan']],
    ['all alike', new Array(30).fill('Mer buss')],
    ['only emoji', ['😀😀', '🚌', '❤️']],
    ['other languages and both ways of writing å', ['مرحبا بالعالم', 'Hyvää päivää kaikille', 'A\u030Ange', 'Ånge', 'Ånge är bra']],
    ['a text of ten thousand words', [`${'skog buss skola '.repeat(3333)}`, 'Skogen', 'Bussen']],
    ['a word of ten thousand letters', ['x'.repeat(10_000), 'Skogen', 'Bussen']],
    ['control characters and nothing', ['\u0001\u0002', '', '   ', 'Skog']],
  ])('%s', (_, texts) => {
    const { texts: answered } = themesOf(fileOf('texts.jsonl', texts.map((text, at) => JSON.stringify({ id: String(at), text })).join('\n')))
    expect(answered).toHaveLength(texts.length)
  })
})

describe('what can’t be used is refused with file, line and column', () => {
  test.each<[string, string, string, string[], string]>([
    ['an empty file', 'texts.csv', '', [], 'texts.csv är tom.'],
    ['no texts', 'texts.csv', 'id,text\n', [], 'texts.csv har inga texter.'],
    ['another column', 'texts.csv', 'id,svar\n1,Ja\n', [], 'texts.csv, rad 1: kolumnen text saknas. Filen har kolumnerna id, svar.'],
    ['another id', 'texts.csv', 'text\nJa\n', ['--id', 'nummer'], 'texts.csv, rad 1: kolumnen nummer saknas.'],
    ['the same id twice', 'texts.csv', 'id,text\n1,Ja\n1,Nej\n', [], 'texts.csv: id 1 finns två gånger.'],
    ['another column for persons', 'texts.csv', 'id,text\n1,Ja\n', ['--person', 'vem'], 'texts.csv, rad 1: kolumnen vem saknas. Filen har kolumnerna id, text.'],
    ['a row with too few columns', 'texts.csv', 'id,text\n1\n', [], 'texts.csv, rad 2: raden har 1 kolumner, men rubrikraden har 2.'],
    ['a book', 'texts.csv', `id,text\n1,${'skog '.repeat(300_000)}\n`, [], 'texts.csv, rad 2: texten är 1500000 tecken lång. Längst är 1000000.'],
    ['no id in JSON', 'texts.jsonl', '{"text":"Ja"}\n{"id":[1],"text":"Ja"}', [], 'texts.jsonl, rad 2: fältet id saknas eller är inget id.'],
    ['broken JSON', 'texts.jsonl', '{"id":1,"text":"Ja"}\n{"id":2,\n', [], 'texts.jsonl, rad 2: raden är inte JSON.'],
    ['JSON without the text', 'texts.jsonl', '{"id":1}\n', [], 'texts.jsonl, rad 1: fältet text saknas eller är ingen text.'],
    ['no number of themes', 'texts.csv', 'id,text\n1,Ja\n', ['--k', 'många'], '--k är ett heltal, minst 1, inte ”många”.'],
  ])('%s', (_, name, content, more, sentence) => {
    const { status, said, complained } = runSamsyn('themes', fileOf(name, content), ...more)
    expect(complained).toContain(sentence)
    expect([status, said, complained.includes('    at ')]).toEqual([2, '', false])
  })
})
