import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEnterPaper } from './access.ts'
import { drawnBy } from './draw-sample.ts'
import { readPaper } from './enter-paper.ts'
import { firstEntry, isAloneAtDesk } from './read-double-entry.ts'
import { readSurveyById } from './read-survey.ts'
import { type Entry, sameEntry } from './rules/compare-entries.ts'
import { isAsked } from './rules/question.ts'
import { secondEntryForm } from './second-entry-schema.ts'
import * as store from './store.server.ts'

/**
 * Enters a form of the sample a second time. It is no answer: it is compared with the first, question by question, and only what differs is kept, until
 * that is settled. Refuses `not-open`, `not-drawn`, `own-entry` (somebody else is there), `entered-twice`, `gone` (taken back), `incomplete` and `unreadable`.
 */
export const enterSecond = command(mayEnterPaper, secondEntryForm, async ({ input, actor, now, record }) => {
  const batch = await store.lockBatch(input.batchId)
  const dialogue = batch && (await readSurveyById(batch.dialogueId, now))
  const sample = batch && (await store.findSample(batch.id))
  if (!dialogue || !sample) return refused({ refused: 'not-found' })
  if (dialogue.closedBecause !== null) return refused({ refused: 'not-open' })
  const drawn = drawnBy(sample, await store.listEnteredSheets(batch.id)).find(({ number }) => number === input.number)
  if (!drawn) return refused({ refused: 'not-drawn' })
  if (drawn.secondId !== null) return refused({ refused: 'entered-twice' })
  if (drawn.enteredBy === actor.person && !(await isAloneAtDesk(actor, now))) return refused({ refused: 'own-entry' })
  const response = (await store.findSheet(drawn.id))?.response
  if (!response) return refused({ refused: 'gone' })
  const read = await readPaper(dialogue, input.given, now)
  if (!read.granted) return read
  const { values, ideas } = read.value
  const first = await firstEntry(dialogue, response)
  const secondEntryId = await store.putSecondEntry({ sampleId: sample.id, sheetId: drawn.id, enteredBy: actor.person, enteredAt: now.at })
  if (!secondEntryId) return refused({ refused: 'entered-twice' })
  const compared = dialogue.questions.filter(isAsked).map(({ id, key }) => {
    const second: Entry = { value: values[key], texts: ideas.filter(({ questionId }) => questionId === id).map(({ text }) => text) }
    const differs = !sameEntry(first(id), second)
    return { secondEntryId, questionId: id, differs, second: differs ? second : null }
  })
  await store.putComparisons(compared)
  await record('second-entered', { kind: 'dialogue', id: dialogue.id })
  return granted({ sheetId: drawn.id, differs: compared.some(({ differs }) => differs) })
})
