import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEnterPaper } from './access.ts'
import { ofTheAnswer, readPaper } from './enter-paper.ts'
import { eraseAnswer, isRestedOn } from './erase-answer.ts'
import { readSurveyById } from './read-survey.ts'
import { keptLanguage } from './rules/kept-language.ts'
import { paperCorrectionForm } from './sheet-schema.ts'
import * as store from './store.server.ts'
import { placed } from './submit-answer.ts'

/**
 * Corrects the form that one entered last in a batch, the same day: the answer is put in the place of the old one and keeps its receipt. Refuses
 * `nothing-to-correct` (none, set aside, of another day, or taken back since), `not-open`, `incomplete`, `unreadable`, and `compiled` when the analysis rests on it.
 */
export const correctPaper = command(mayEnterPaper, paperCorrectionForm, async ({ input, actor, now, record }) => {
  const batch = await store.lockBatch(input.batchId)
  const dialogue = batch && (await readSurveyById(batch.dialogueId, now))
  if (!dialogue) return refused({ refused: 'not-found' })
  if (dialogue.closedBecause !== null) return refused({ refused: 'not-open' })
  const last = await store.findLastSheet(batch.id, actor.person)
  if (last?.response?.receivedOn !== now.day) return refused({ refused: 'nothing-to-correct' })
  const read = await readPaper(dialogue, input.given, now)
  if (!read.granted) return read
  const { response } = last
  const { receiptHash, submissionHash } = response
  try {
    if (!(await eraseAnswer(response, 'changed', now.day, actor.person))) return refused({ refused: 'nothing-to-correct' })
  } catch (fault) {
    if (isRestedOn(fault)) return refused({ refused: 'compiled' })
    throw fault
  }
  const answer = {
    ...ofTheAnswer(dialogue, now),
    ...{ source: batch.source, answers: read.value.values, language: keptLanguage(input.language), receiptHash, submissionHash, enteredBy: actor.person },
  }
  const responseId = await store.putAnswer(answer, placed(read.value.ideas))
  if (!responseId) throw new Error('The corrected answer was not stored.')
  await store.tieSheet(last.sheet.id, responseId)
  await record('paper-corrected', { kind: 'response', id: responseId })
  return granted({ responseId })
})
