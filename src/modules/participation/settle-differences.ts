import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEnterPaper } from './access.ts'
import { ofTheAnswer, readPaper } from './enter-paper.ts'
import { eraseAnswer, isRestedOn } from './erase-answer.ts'
import { firstEntry } from './read-double-entry.ts'
import { readSurveyById } from './read-survey.ts'
import { type Entry, sameEntry } from './rules/compare-entries.ts'
import { givenOf, questionOfField, type Written, writtenOf } from './rules/written-answers.ts'
import { settlementForm } from './second-entry-schema.ts'
import * as store from './store.server.ts'
import { placed } from './submit-answer.ts'

/**
 * Settles every difference between the two entries of a form at once: the first holds, the second, or what is written now. Where the first doesn't, the answer is put in
 * the place of the old one and keeps its receipt, and what was said of its texts that stand. Who settled it is kept, and what was entered a second time is erased. Refuses `nothing-to-settle`,
 * `not-all-settled` with the questions left, `not-open`, `incomplete`, `unreadable`, and `compiled` when the analysis rests on the answer.
 */
export const settleDifferences = command(mayEnterPaper, settlementForm, async ({ input, actor, now, record }) => {
  const batch = await store.lockBatch(input.batchId)
  const dialogue = batch && (await readSurveyById(batch.dialogueId, now))
  const found = dialogue && (await store.findSheet(input.sheetId))
  if (!dialogue || found?.sheet.batchId !== batch.id) return refused({ refused: 'not-found' })
  if (dialogue.closedBecause !== null) return refused({ refused: 'not-open' })
  const open = (await store.listDifferences(found.sheet.id)).filter(({ settled }) => settled === null)
  const { response } = found
  if (open.length === 0 || !response) return refused({ refused: 'nothing-to-settle' })
  const left = open.filter(({ questionId }) => !input.holds[questionId]).map(({ questionId }) => questionId)
  if (left.length > 0) return refused({ refused: 'not-all-settled' as const, left })

  const first = await firstEntry(dialogue, response)
  const held = new Map<string, Entry>(dialogue.questions.map(({ id }) => [id, first(id)]))
  for (const { questionId, second } of open) if (input.holds[questionId] === 'second' && second) held.set(questionId, second)
  const isWritten = (questionId: string) => open.some((each) => each.questionId === questionId) && input.holds[questionId] === 'other'
  // All of it is read by the rules as a form is: what holds of one question may say whether another is asked.
  const written: Written = Object.fromEntries([
    ...dialogue.questions.filter(({ id }) => !isWritten(id)).flatMap((question) => Object.entries(writtenOfEntry(question, held.get(question.id)))),
    ...Object.entries(input.written).filter(([name]) => isWritten(questionOfField(name))),
  ])
  const read = await readPaper(dialogue, givenOf(written, dialogue.questions), now)
  if (!read.granted) return read
  // A text that was not written now stands as it stood, with its own lines.
  const ideas = dialogue.questions.flatMap(({ id }) => {
    const own = read.value.ideas.filter(({ questionId }) => questionId === id)
    return own.length === 0 || isWritten(id) ? own : (held.get(id)?.texts ?? []).map((text) => ({ questionId: id, text }))
  })
  for (const how of ['first', 'second', 'other'] as const)
    await store.settleComparisons(
      open.filter(({ questionId }) => input.holds[questionId] === how).map(({ id }) => id),
      how,
      actor.person,
      now.at,
    )
  const isChanged = dialogue.questions.some(({ id, key }) => {
    const now = { value: read.value.values[key], texts: ideas.filter(({ questionId }) => questionId === id).map(({ text }) => text) }
    return !sameEntry(first(id), now)
  })
  if (isChanged) {
    const before = await store.listReviewedWords(response.id)
    try {
      if (!(await eraseAnswer(response, 'changed', now.day, actor.person))) return refused({ refused: 'nothing-to-settle' })
    } catch (fault) {
      if (isRestedOn(fault)) return refused({ refused: 'compiled' })
      throw fault
    }
    const { source, receiptHash, submissionHash, enteredBy, version, language } = response
    const answer = { ...ofTheAnswer(dialogue, now), source, answers: read.value.values, receiptHash, submissionHash, enteredBy, version, language }
    const responseId = await store.putAnswer(answer, placed(ideas))
    if (!responseId) throw new Error('The settled answer was not stored.')
    await store.tieSheet(found.sheet.id, responseId)
    await carryReviews(before, responseId)
  }
  await record('differences-settled', { kind: 'dialogue', id: dialogue.id })
  return granted(null)
})

/** What was said of a text holds of the same text in the answer that stands in its place. */
async function carryReviews(before: Awaited<ReturnType<typeof store.listReviewedWords>>, responseId: string) {
  const left = [...before]
  const carried = (await store.listReviewedWords(responseId)).flatMap(({ id, questionId, text }) => {
    const at = left.findIndex((each) => each.questionId === questionId && sameEntry({ texts: [each.text] }, { texts: [text] }))
    const [found] = at < 0 ? [] : left.splice(at, 1)
    if (!found?.review) return []
    const { id: _, ...review } = found.review
    return [{ ...review, statementId: id }]
  })
  await store.putReviews(carried)
}

function writtenOfEntry(question: Parameters<typeof writtenOf>[0][number], { value, texts }: Entry = { texts: [] }): Written {
  return writtenOf(
    [question],
    value === undefined ? {} : { [question.key]: value },
    texts.map((text) => ({ questionId: question.id, text })),
  )
}
