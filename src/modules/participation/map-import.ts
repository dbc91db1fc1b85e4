import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayImportAnswers } from './access.ts'
import { fingerprintOf, readBegunImport } from './begun-import.ts'
import { mapColumnsForm, mapWordsForm } from './import-schema.ts'
import { readSurveyById } from './read-survey.ts'
import { fold } from './rules/answer-columns.ts'
import { languageTarget } from './rules/answer-targets.ts'
import { otherKey } from './rules/check-answers.ts'
import type { ImportMapping } from './rules/map-answers.ts'
import { choiceKeys, dontKnow } from './rules/question.ts'
import * as store from './store.server.ts'

/**
 * Says what each column of a file is for, and remembers it for files with the same headings. Refuses `no-column` (nothing is taken in), `same-target`
 * with the columns that are for the same, and `not-found`.
 */
export const mapColumns = command(mayImportAnswers, mapColumnsForm, async ({ input, actor, now, record }) => {
  const dialogue = await readSurveyById(input.dialogueId, now)
  const begun = dialogue && (await readBegunImport(dialogue, input.token, now))
  if (!begun) return refused({ refused: 'not-found' })
  const known = new Set([languageTarget, ...begun.targets.map(({ id }) => id)])
  const columns = begun.sheet.names.map((_, at) => input.columns[at] ?? '')
  if (columns.some((id) => id !== '' && !known.has(id))) return refused({ refused: 'not-found' })
  const same = columns.flatMap((id, at) => (id !== '' && columns.indexOf(id) < at ? [at] : []))
  if (same.length > 0) return refused({ refused: 'same-target', columns: same })
  if (!columns.some((id) => id !== '' && id !== languageTarget)) return refused({ refused: 'no-column' })
  await remember(dialogue.id, begun.sheet.names, { ...begun.mapping, columns }, actor.person, now.at)
  await record('import-mapped', { kind: 'dialogue', id: dialogue.id })
  return granted(null)
})

/** Says which choices the words of a file stand for; an empty choice is no answer. It is remembered with the columns. Refuses `not-found`, also for a choice that isn't one. */
export const mapWords = command(mayImportAnswers, mapWordsForm, async ({ input, actor, now, record }) => {
  const dialogue = await readSurveyById(input.dialogueId, now)
  const begun = dialogue && (await readBegunImport(dialogue, input.token, now))
  if (!begun) return refused({ refused: 'not-found' })
  const questions = new Map(dialogue.questions.map((question) => [question.key, question]))
  const isOffered = ({ question: key, choice }: (typeof input.words)[number]) => {
    const question = questions.get(key)
    return question !== undefined && ['', ...choiceKeys(question), ...(question.form.other ? [otherKey] : []), ...(question.kind === 'matrix' ? [dontKnow] : [])].includes(choice)
  }
  if (!input.words.every(isOffered)) return refused({ refused: 'not-found' })
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
