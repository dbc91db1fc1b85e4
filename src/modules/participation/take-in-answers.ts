import type { Moment } from '#kernel/moment'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayTakeInAnswers } from './access.ts'
import { forgetImport, readBegunImport } from './begun-import.ts'
import { takeInForm } from './import-schema.ts'
import { readSurveyById, type SurveyReading } from './read-survey.ts'
import * as store from './store.server.ts'
import { storeResponses } from './store-responses.ts'
import { takesInAnswers, weighImport } from './weigh-import.ts'

/**
 * Takes in the answers of a file that has been looked at, all or none. Rows that were taken in before are left as they are, also when another takes in
 * the same at the same instant. The day of an answer is the day it is taken in. Refuses `not-open`, `nothing-to-import`, `already-imported`, `not-found`.
 */
export const takeInAnswers = command(mayTakeInAnswers, takeInForm, async ({ input, actor, now, record }) => {
  const dialogue = await readSurveyById(input.dialogueId, now)
  const begun = dialogue && (await readBegunImport(dialogue, input.token, now))
  // Whoever forgets it takes it in: a double send finds nothing.
  if (!begun || !(await forgetImport(input.token))) return refused({ refused: 'not-found' })
  if (!takesInAnswers(dialogue)) return refused({ refused: 'not-open' })
  const weighed = await weighImport(dialogue, begun, now)
  const stored = await storeWeighed(dialogue, weighed, { fileName: begun.fileName, by: actor.person }, now)
  if (!stored.granted) return stored
  await record('answers-imported', { kind: 'import', id: stored.value.importId })
  return granted(stored.value.counts)
})

type Weighed = Awaited<ReturnType<typeof weighImport>>

/**
 * Stores the new answers of a file that has been weighed, in the caller's transaction. Refuses `nothing-to-import` and `already-imported`, also when another
 * has taken in the same at the same instant.
 */
export async function storeWeighed(dialogue: SurveyReading, weighed: Weighed, { fileName, by }: { readonly fileName: string; readonly by: string }, now: Moment) {
  if (weighed.fresh.length === 0) return refused({ refused: weighed.already > 0 ? 'already-imported' : 'nothing-to-import' })
  const won = await store.putImportedRows(
    dialogue.id,
    // The file that a mended row came from may come again, mended in its own place.
    weighed.fresh.flatMap(({ rowHash, saysHash }) => (rowHash === saysHash ? [rowHash] : [rowHash, saysHash])),
  )
  const answers = weighed.fresh.filter(({ rowHash }) => won.has(rowHash))
  const { contentHash, rejected } = weighed
  const counts = { accepted: answers.length, rejected: rejected.length }
  const importId = answers.length > 0 ? await store.putImport({ dialogueId: dialogue.id, fileName, contentHash, ...counts, importedBy: by, importedAt: now.at }) : undefined
  if (!importId) return refused({ refused: 'already-imported' })
  const { id: dialogueId, version, group } = dialogue
  await storeResponses(
    answers.map(({ values, language, lines }) => ({
      ...{ dialogueId, groupId: group.id, receivedOn: now.day, source: 'import' as const, persons: 1, label: null, importId },
      ...{ version, language, answers: values, lines },
    })),
  )
  return granted({ importId, counts: { ...counts, already: weighed.already } })
}
