import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayTakeInAnswers } from './access.ts'
import { fingerprintOf, readBegunImport } from './begun-import.ts'
import { mapColumnsForm, mapWordsForm } from './import-schema.ts'
import { readSurveyById } from './read-survey.ts'
import { fold } from './rules/answer-columns.ts'
import { isOffered, problemOfColumns } from './rules/check-mapping.ts'
import type { ImportMapping } from './rules/map-answers.ts'
import * as store from './store.server.ts'

/**
 * Says what each column of a file is for, and remembers it for files with the same headings. Refuses `no-column` (nothing is taken in), `same-target`
 * with the columns that are for the same, and `not-found`.
 */
export const mapColumns = command(mayTakeInAnswers, mapColumnsForm, async ({ input, actor, now, record }) => {
  const dialogue = await readSurveyById(input.dialogueId, now)
  const begun = dialogue && (await readBegunImport(dialogue, input.token, now))
  if (!begun) return refused({ refused: 'not-found' })
  const columns = begun.sheet.names.map((_, at) => input.columns[at] ?? '')
  const problem = problemOfColumns(columns, begun.targets)
  if (problem) return refused(problem)
  await remember(dialogue.id, begun.sheet.names, { ...begun.mapping, columns }, actor.person, now.at)
  await record('import-mapped', { kind: 'dialogue', id: dialogue.id })
  return granted(null)
})

/** Says which choices the words of a file stand for; an empty choice is no answer. It is remembered with the columns. Refuses `not-found`, also for a choice that isn't one. */
export const mapWords = command(mayTakeInAnswers, mapWordsForm, async ({ input, actor, now, record }) => {
  const dialogue = await readSurveyById(input.dialogueId, now)
  const begun = dialogue && (await readBegunImport(dialogue, input.token, now))
  if (!begun) return refused({ refused: 'not-found' })
  const questions = new Map(dialogue.questions.map((question) => [question.key, question]))
  if (!input.words.every(({ question, choice }) => isOffered(questions.get(question), choice))) return refused({ refused: 'not-found' })
  const said = Map.groupBy(input.words, ({ question }) => question)
  const choices = Object.fromEntries(
    [...new Set([...Object.keys(begun.mapping.choices), ...said.keys()])].map((key) => [
      key,
      { ...begun.mapping.choices[key], ...Object.fromEntries((said.get(key) ?? []).map(({ word, choice }) => [fold(word), choice])) },
    ]),
  )
  await remember(dialogue.id, begun.sheet.names, { ...begun.mapping, choices }, actor.person, now.at)
  await record('import-mapped', { kind: 'dialogue', id: dialogue.id })
  return granted(null)
})

async function remember(dialogueId: string, names: readonly string[], mapping: ImportMapping, savedBy: string, savedAt: string) {
  await store.putMapping({ dialogueId, fingerprint: fingerprintOf(names), ...mapping, savedBy, savedAt })
}
