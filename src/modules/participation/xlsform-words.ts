import { problemTexts } from '#http/problem-words'
import { builderProblems } from './builder-words.ts'
import { sheetFaultWords } from './import-words.ts'
import type { XlsFormFault } from './read-xlsform.ts'
import type { LeftOut } from './rules/questions-of-xlsform.ts'

const whatWords: Record<Exclude<LeftOut['what'], 'question'>, (text: string) => string> = {
  type: (text) => (text === '' ? 'raden saknar typ och tas inte med' : `typen ”${text}” finns inte här, så frågan tas inte med`),
  list: (text) => `listan ”${text}” finns inte på bladet choices, så frågan tas inte med`,
  relevant: () => 'villkoret går inte att säga här, så frågan ställs till alla',
  constraint: (text) => `gränsen ”${text}” tas inte med`,
  column: (text) => `”${text}” tas inte med`,
  language: () => 'språket tas inte med. Här finns svenska och engelska',
  repeat: () => 'en grupp som upprepas finns inte här, så den tas inte med',
  'same-name': (text) => `namnet ”${text}” finns redan i listan, så valet tas inte med`,
  'no-name': () => 'frågan saknar namn och får ett eget',
  'new-part': () => 'frågan hänger på en annan i samma del, så här börjar en ny del',
}

const longestShown = 100

/** Where it stands in the file, and what becomes of it. */
export function leftOutText({ sheet, line, column, what, text }: LeftOut): string {
  const shown = text.length > longestShown ? `${text.slice(0, longestShown - 1).toWellFormed()}…` : text
  const [why] = what === 'question' ? problemTexts({ refused: 'invalid', problems: [{ field: '', problem: text }] }, builderProblems) : []
  const said = what === 'question' ? `frågan tas inte med. ${why?.text ?? ''}` : whatWords[what](shown)
  return `Bladet ${sheet}, rad ${line}, kolumn ${column}: ${said}.`
}

/** What is wrong with a file of questions, and what to do. */
export const formFaultWords: Record<XlsFormFault, string> = {
  ...sheetFaultWords,
  'no-survey': 'Filen har inget blad som heter survey med kolumnen type. Välj en fil som är ett XLSForm',
  'no-questions': 'Ingen fråga i filen går att ta med',
}

export const questionsRefusals: Record<string, string> = {
  ...builderProblems,
  'no-file': 'Välj en fil',
  misplaced: 'Ett villkor går inte att pröva. Läs in filen på nytt',
  'already-open': 'Dialogen är öppnad, så frågorna kan inte ändras',
  empty: 'Det finns inga frågor att spara. Läs in filen på nytt',
}
