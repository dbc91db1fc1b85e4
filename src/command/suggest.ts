import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder } from '#db/project-folder'
import { type AutoAccept, type Code, type CodeNext, codeNext, learnCodes, lexiconOf, prepareTexts, readWordTable, type Suggestion, suggestFor } from '#text'
import { type Records, readRecords, textIn } from './read-records.ts'
import { readSynonyms } from './read-synonyms.ts'
import { type NamedTexts, readTexts } from './read-texts.ts'
import { answering, RefusedInput } from './refused-input.ts'
import { writeAtomically } from './write-atomically.ts'

const help = `samsyn suggest --texts TEXTER.csv [--coded KODADE.csv] [--refused NEJ.csv] [--codebook KODBOK.csv] [--codes N] [--next N]
               [--question TEXT] [--synonyms FIL] [--json] [--out FIL]

  --texts     id,text (CSV eller JSONL)
  --coded     id,code: en rad per kod
  --refused   id,code: koder som en människa har sagt nej till
  --codebook  code,name,description
  --codes     hur många förslag per text (3)
  --next      vilka N texter som är värda mest att koda härnäst
  --question  frågans ord, som inte säger något om svaren
  --synonyms  ord som betyder samma sak: en grupp per rad, komma mellan
`

const options = {
  texts: { type: 'string' },
  coded: { type: 'string' },
  refused: { type: 'string' },
  codebook: { type: 'string' },
  codes: { type: 'string', default: '3' },
  next: { type: 'string', default: '0' },
  question: { type: 'string' },
  synonyms: { type: 'string' },
  column: { type: 'string', default: 'text' },
  id: { type: 'string' },
  json: { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean' },
} as const

type Found = { readonly suggestions: readonly (readonly Suggestion[])[]; readonly autoAccept: AutoAccept | undefined; readonly next: readonly CodeNext[] }

/** Suggests codes for texts, from those that are coded and from the codebook. Answers with the exit code. */
export function suggest(args: readonly string[]): Promise<number> {
  return answering(() => {
    const { values } = parseArgs({ args: [...args], options })
    if (values.help || values.texts === undefined) {
      process.stderr.write(help)
      return values.help ? 0 : 2
    }
    const [most, many] = [wholeNumber('--codes', values.codes, 1), wholeNumber('--next', values.next, 0)]
    const named = readTexts(values.texts, { column: values.column, id: values.id })
    const told = values.codebook === undefined ? undefined : readCodebook(values.codebook)
    const pairs = values.coded === undefined ? [] : readCoded(values.coded, named, told)
    const codebook = told ?? [...new Set(pairs.map(({ code }) => code))].sort().map((code) => ({ code, name: code, description: '' }))
    if (codebook.length === 0) throw new RefusedInput('Det finns inga koder att föreslå: ange --codebook eller --coded.')
    const [coded, refused] = [byText(pairs), byText(values.refused === undefined ? [] : readCoded(values.refused, named, codebook))]
    const synonyms = readSynonyms(values.synonyms)
    const table = readWordTable(readFileSync(join(projectFolder(import.meta.url), 'packages/text/data/swedish-words.bin')))
    const prepared = prepareTexts(named.texts, codebook, table, lexiconOf(table), { question: values.question ?? '', synonyms })
    const learnt = learnCodes(prepared, coded, { refused })
    const all = named.texts.map((_, at) => at)
    const found = {
      suggestions: suggestFor(prepared, learnt, all, { most, refused }),
      autoAccept: learnt.autoAccept,
      next: many === 0 ? [] : codeNext(prepared, learnt, coded, many),
    }
    writeAtomically(values.out, values.json ? jsonOf(found, named) : reportOf(found, named, codebook, coded))
    return 0
  })
}

function wholeNumber(name: string, written: string, least: number): number {
  const number = Number(written)
  if (!(Number.isInteger(number) && number >= least)) throw new RefusedInput(`${name} är ett heltal, minst ${least}, inte ”${written}”.`)
  return number
}

function byText(pairs: readonly { readonly text: number; readonly code: string }[]): Map<number, string[]> {
  return new Map([...Map.groupBy(pairs, ({ text }) => text)].map(([text, own]) => [text, own.map(({ code }) => code)]))
}

function readCodebook(path: string): Code[] {
  const records = readRecords(path, ['code', 'name'])
  const codes = records.rows.map((row) => {
    const code = textIn(records, row, 'code')
    if (code === '') throw new RefusedInput(`${records.file}, rad ${row.line}: koden saknas.`)
    return { line: row.line, code, name: textIn(records, row, 'name'), description: records.columns.includes('description') ? textIn(records, row, 'description') : '' }
  })
  const twice = codes.find(({ code }, at) => codes.findIndex((each) => each.code === code) !== at)
  if (twice) throw new RefusedInput(`${records.file}, rad ${twice.line}: koden ${twice.code} finns två gånger.`)
  return codes.map(({ code, name, description }) => ({ code, name, description }))
}

function readCoded(path: string, { ids }: NamedTexts, codebook: readonly Code[] | undefined): { text: number; code: string }[] {
  const records: Records = readRecords(path, ['id', 'code'])
  const [place, known] = [new Map(ids.map((id, at) => [id, at])), codebook && new Set(codebook.map(({ code }) => code))]
  return records.rows.map((row) => {
    const [id, code] = [textIn(records, row, 'id'), textIn(records, row, 'code')]
    const text = place.get(id)
    if (text === undefined) throw new RefusedInput(`${records.file}, rad ${row.line}: ingen text har id ${id}.`)
    if (code === '' || (known && !known.has(code))) throw new RefusedInput(`${records.file}, rad ${row.line}: koden ${code || '(tom)'} finns inte i kodboken.`)
    return { text, code }
  })
}

function* jsonOf({ suggestions, autoAccept, next }: Found, { ids }: NamedTexts): Generator<string> {
  yield `{"autoAccept":${JSON.stringify(autoAccept ?? null)},"next":${JSON.stringify(next.map(({ text, why }) => ({ id: ids[text], why })))},\n"suggestions":[`
  for (let at = 0; at < ids.length; at++) yield `${at === 0 ? '' : ',\n'}${JSON.stringify({ id: ids[at], codes: suggestions[at] })}`
  yield ']}\n'
}

const whyNext = { typical: 'typisk för sitt tema', uncertain: 'osäker', random: 'på måfå' }

function* reportOf({ suggestions, autoAccept, next }: Found, { ids, texts }: NamedTexts, codebook: readonly Code[], coded: ReadonlyMap<number, unknown>): Generator<string> {
  const names = new Map(codebook.map(({ code, name }) => [code, name || code]))
  const short = (at: number) => (texts[at] ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 140)
  if (autoAccept && autoAccept.coverage > 0) {
    yield `De första förslagen med säkerhet över ${autoAccept.threshold.toFixed(2)} var rätt ${Math.round(autoAccept.expectedPrecision * 100)} gånger av 100 bland de kodade (${Math.round(autoAccept.coverage * 100)} % av dem).\n`
    if (!autoAccept.honest) yield 'Färre än 200 texter är kodade: räkna med att det är något sämre än så.\n'
  }
  if (next.length > 0) yield '\nKoda dessa härnäst:\n'
  for (const { text, why } of next) yield `  ${ids[text]} (${whyNext[why]}): ${short(text)}\n`
  for (let at = 0; at < ids.length; at++) {
    if (coded.has(at)) continue
    yield `\n${ids[at]}: ${short(at)}\n`
    for (const { code, certainty, why, chosen } of suggestions[at] ?? [])
      yield `  ${chosen ? '✓ ' : ''}${names.get(code)} (${certainty.toFixed(2)})${why.length > 0 ? `: ${why.join(', ')}` : ''}\n`
  }
}
