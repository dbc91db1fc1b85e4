import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename } from 'node:path'
import { presentMoment } from '#http/clock'
import { importFile } from '#participation'

const refusals = {
  'not-found': 'Dialogen finns inte. Skriv adressen som den står efter /delta/.',
  'not-open': 'Dialogen tar inte emot svar: den är ett utkast, har inte börjat eller är stängd i förtid.',
  'not-a-survey': 'Kolumner kan bara pekas ut för en enkät.',
  'not-utf8': 'Filen är inte i UTF-8. Spara om den som CSV UTF-8, eller säg vad kolumnerna är: på sidan Läs in svar, eller med --mapping.',
  'already-imported': 'Det filen säger är redan inläst.',
  'nothing-to-import': 'Filen har inget som går att läsa in.',
}
const mappingFaults = {
  'not-a-mapping': 'Den ska se ut så här: {"columns": {"Rubrik": "frågans nyckel"}, "choices": {"frågans nyckel": {"Ord": "valets nyckel"}}}.',
  'no-such-heading': 'Filen med svar har ingen sådan rubrik',
  'no-such-target': 'Enkäten har ingen fråga, och inget val, med den nyckeln',
  'no-such-choice': 'Frågan har inget sådant val',
  'same-target': 'En kolumn till är redan för samma sak',
  'no-column': 'Ingen kolumn är för någon fråga.',
}

// Whoever has more wrong has one thing wrong.
const mostListed = 50

type Wish = { readonly file: string; readonly dialogue: string; readonly mapping?: string | undefined; readonly rejected?: string | undefined; readonly isPreview: boolean }
type Outcome = Awaited<ReturnType<typeof importFile>>

/**
 * Takes in a file of answers, or with `isPreview` only tells what would be taken in. Says each line that is left out, and why, and writes those lines to a new
 * file to mend. Answers with the exit code.
 */
export async function importAnswersFile({ file, dialogue, mapping, rejected, isPreview }: Wish): Promise<number> {
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) return complain(`Filen ${file} går inte att öppna.`)
  // Before anything is taken in.
  if (rejected && existsSync(rejected)) return complain(`Filen ${rejected} finns redan. Skriv ett annat namn efter --rejected.`)
  const written = mapping === undefined ? undefined : await readFile(mapping, 'utf8').catch(() => undefined)
  if (mapping !== undefined && written === undefined) return complain(`Filen ${mapping} går inte att öppna.`)
  const wish = { dialogue, fileName: basename(file), bytes, by: `kommandoraden (${userInfo().username})`, isPreview }
  const result = await importFile(written === undefined ? wish : { ...wish, mapping: parsed(written) }, presentMoment())
  const told = result.granted ? result.value : 'told' in result.refusal ? result.refusal.told : undefined
  if (told) tell(told, isPreview)
  if (rejected && told?.toMend) {
    // What people have written is for whoever runs this to read.
    await writeFile(rejected, told.toMend, { flag: 'wx', mode: 0o600 })
    process.stdout.write(`Raderna att rätta står i ${rejected}.\n`)
  }
  if (!result.granted) return complain(refusalText(result.refusal))
  const { accepted, already, rejected: left } = result.value
  const known = already > 0 ? `, ${already} var redan inlästa` : ''
  process.stdout.write(
    isPreview ? `${accepted} svar kan läsas in, ${left.length} rader inte${known}. Inget är inläst än.\n` : `${accepted} svar är inlästa, ${left.length} rader inte${known}.\n`,
  )
  return 0
}

function tell({ rejected, unusedColumns, alike, sample }: Extract<Outcome, { granted: true }>['value'], isPreview: boolean) {
  for (const { line, said } of rejected.slice(0, mostListed)) process.stdout.write(`Rad ${line} läses inte in: ${said}.\n`)
  if (rejected.length > mostListed) process.stdout.write(`… och ${rejected.length - mostListed} rader till.\n`)
  if (!isPreview) return
  for (const text of sample) process.stdout.write(`  ${inTerminal(text)}\n`)
  if (unusedColumns.length > 0) process.stdout.write(`Kolumner som inte är med: ${unusedColumns.map(inTerminal).join(', ')}.\n`)
  if (alike > 0) process.stdout.write(`${alike} nya säger ordagrant samma sak som svar som redan är inlästa.\n`)
}

function refusalText(refusal: Extract<Outcome, { granted: false }>['refusal']): string {
  if (refusal.refused === 'unreadable-file') return `${refusal.said}.`
  if (refusal.refused !== 'mapping') return refusals[refusal.refused]
  const text = mappingFaults[refusal.fault]
  return `Filen med kolumner går inte att använda. ${text.endsWith('.') ? text : `${text}: ${inTerminal(refusal.word)}`}`
}

/** Words of a file as a terminal may have them: it would act on control characters. */
function inTerminal(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`)
  return 1
}
