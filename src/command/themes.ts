import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder } from '#db/project-folder'
import { findThemes, lexiconOf, readWordTable, type Said, type Themes } from '#text'
import { readSynonyms } from './read-synonyms.ts'
import { type NamedTexts, readTexts } from './read-texts.ts'
import { answering, RefusedInput } from './refused-input.ts'
import { writeAtomically } from './write-atomically.ts'

const help = `samsyn themes TEXTER.csv --column KOLUMN [--id KOLUMN] [--k N] [--question TEXT] [--person KOLUMN] [--stance KOLUMN]
              [--synonyms FIL] [--no-stability] [--json] [--out FIL]

  TEXTER      CSV eller JSONL med en text per rad
  --k         så många teman (annars så många som texterna ger)
  --question  frågans ord, som inte säger något om svaren
  --person    vem som skrev, så att personer räknas för sig
  --stance    vad svaret gäller (behåll, lämna, önska …), som redovisas var för sig
  --synonyms  ord som betyder samma sak: en grupp per rad, komma mellan
  --seed      tas emot men ändrar inget: samma texter ger alltid samma teman
`

const options = {
  column: { type: 'string', default: 'text' },
  id: { type: 'string' },
  k: { type: 'string' },
  seed: { type: 'string' },
  question: { type: 'string' },
  person: { type: 'string' },
  stance: { type: 'string' },
  synonyms: { type: 'string' },
  'no-stability': { type: 'boolean' },
  json: { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean' },
} as const

/** Finds themes in a file of Swedish texts. Answers with the exit code. */
export function themes(args: readonly string[]): Promise<number> {
  return answering(() => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [path] = positionals
    if (values.help || path === undefined) {
      process.stderr.write(help)
      return values.help ? 0 : 2
    }
    const k = values.k === undefined ? undefined : Number(values.k)
    if (k !== undefined && !(Number.isInteger(k) && k >= 1)) throw new RefusedInput(`--k är ett heltal, minst 1, inte ”${values.k}”.`)
    const { person, stance } = values
    const named = readTexts(path, { column: values.column, id: values.id, extra: [person, stance].filter((name) => name !== undefined) })
    const synonyms = readSynonyms(values.synonyms)
    const table = readWordTable(readFileSync(join(projectFolder(import.meta.url), 'packages/text/data/swedish-words.bin')))
    const found = findThemes(named.texts, table, lexiconOf(table), {
      stability: !values['no-stability'],
      question: values.question ?? '',
      synonyms,
      ...(k === undefined ? {} : { k }),
      ...(person === undefined ? {} : { persons: named.extra[person] ?? [] }),
      ...(stance === undefined ? {} : { stances: named.extra[stance] ?? [] }),
    })
    writeAtomically(values.out, values.json ? jsonOf(found, named) : reportOf(found, named))
    return 0
  })
}

function* jsonOf({ themes: all, of, partOf, stability, sampled }: Themes, { ids, texts }: NamedTexts): Generator<string> {
  const said = ({ size, persons, quotes }: Said) => ({ size, persons, quotes: quotes.map((at) => texts[at]), quoteIds: quotes.map((at) => ids[at]) })
  const listed = all.map((theme, number) => ({
    theme: number,
    name: theme.name,
    line: theme.line,
    words: theme.words,
    ...said(theme),
    dissent: theme.dissent === undefined ? null : { id: ids[theme.dissent], text: texts[theme.dissent] },
    stances: theme.stances.map((each) => ({ stance: each.stance, ...said(each) })),
    parts: theme.parts.map((part, at) => ({ part: at, name: part.name, words: part.words, ...said(part) })),
  }))
  yield `{"themes":${JSON.stringify(listed)},"stability":${stability ?? null},"sampled":${sampled},"notPlaced":${of.reduce((sum, theme) => sum + (theme < 0 ? 1 : 0), 0)},\n"texts":[`
  for (let at = 0; at < ids.length; at++)
    yield `${at === 0 ? '' : ',\n'}{"id":${JSON.stringify(ids[at])},"theme":${(of[at] as number) < 0 ? 'null' : of[at]},"part":${(partOf[at] as number) < 0 ? 'null' : partOf[at]}}`
  yield ']}\n'
}

function* reportOf({ themes: all, of, stability }: Themes, { texts }: NamedTexts): Generator<string> {
  const missing = of.reduce((sum, theme) => sum + (theme < 0 ? 1 : 0), 0)
  const many = ({ size, persons }: Said) => `${size} ${size === 1 ? 'text' : 'texter'}${persons === undefined ? '' : `, ${persons} ${persons === 1 ? 'person' : 'personer'}`}`
  const quote = (at: number | undefined) => `”${(at === undefined ? '' : (texts[at] ?? '')).replaceAll(/\s+/g, ' ').trim().slice(0, 160)}”`
  yield `${texts.length} texter, ${all.length} teman${missing > 0 ? `, ${missing} texter gick inte att placera` : ''}.\n`
  if (stability !== undefined)
    yield `Stabilitet ${stability.toFixed(2)}: så lika blir temana när en sjundedel av texterna tas bort (1 är likadana, 0 är slump).${stability < 0.5 ? ' Det är lågt: läs temana som förslag.' : ''}\n`
  for (const theme of all) {
    yield `\n${theme.name} (${many(theme)})\n  ${theme.line}\n  Ord: ${theme.words.join(', ')}\n`
    for (const part of theme.parts) yield `  – ${part.name} (${many(part)})\n`
    for (const at of theme.quotes.slice(0, 3)) yield `  ${quote(at)}\n`
    if (theme.dissent !== undefined) yield `  Mot de flesta: ${quote(theme.dissent)}\n`
    for (const stance of theme.stances) yield `  ${stance.stance || '(inte angivet)'}: ${many(stance)}, till exempel ${quote(stance.quotes[0])}\n`
  }
}
