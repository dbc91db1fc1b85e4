import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename } from 'node:path'
import { presentMoment } from '#http/clock'
import { importAnswers, previewImport, rejectionWords } from '#participation'

const refusals: Record<string, string> = {
  'not-found': 'Dialogen finns inte. Skriv adressen som den står efter /delta/.',
  'not-open': 'Dialogen tar inte emot svar: den är ett utkast, har inte börjat eller är stängd i förtid.',
  'not-utf8': 'Filen är inte i UTF-8. Spara om den som CSV UTF-8.',
  'already-imported': 'Det filen säger är redan inläst.',
  'nothing-to-import': 'Filen har inget som går att läsa in.',
}

// Whoever has more wrong has one thing wrong.
const mostListed = 50

/** Takes in a file of answers, or with `preview` only tells what would be taken in. Says each line that is left out, and why. */
export async function importAnswersFile({ file, dialogue, preview }: { file: string; dialogue: string; preview: boolean }): Promise<number> {
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) {
    process.stderr.write(`Filen ${file} går inte att öppna.\n`)
    return 1
  }
  const wish = { dialogue, fileName: basename(file), bytes }
  const result = preview ? await previewImport(wish, presentMoment()) : await importAnswers({ ...wish, by: `kommandoraden (${userInfo().username})` }, presentMoment())
  const rejected = result.granted ? result.value.rejected : 'rejected' in result.refusal ? result.refusal.rejected : []
  for (const { line, reason } of rejected.slice(0, mostListed)) process.stdout.write(`Rad ${line} läses inte in: ${rejectionWords[reason]}.\n`)
  if (rejected.length > mostListed) process.stdout.write(`… och ${rejected.length - mostListed} rader till.\n`)
  if (!result.granted) {
    process.stderr.write(`${refusals[result.refusal.refused]}\n`)
    return 1
  }
  const { accepted, sample } = result.value
  for (const text of preview ? sample : []) process.stdout.write(`  ${text}\n`)
  process.stdout.write(
    preview ? `${accepted} svar kan läsas in, ${rejected.length} rader inte. Inget är inläst än.\n` : `${accepted} svar är inlästa, ${rejected.length} rader inte.\n`,
  )
  return 0
}
