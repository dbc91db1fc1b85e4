import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { readPeople } from '#people'
import { mayEnterPaper } from './access.ts'
import { drawnBy } from './draw-sample.ts'
import { logReading } from './log-reading.ts'
import type { SurveyReading } from './read-survey.ts'
import { type Entry, sameEntry } from './rules/compare-entries.ts'
import { hideMaskedWords } from './rules/hide-masked-words.ts'
import * as store from './store.server.ts'

type Sheet = Awaited<ReturnType<typeof store.listEnteredSheets>>[number]
export type DoubleEntryReading = {
  readonly sample: { readonly seed: string; readonly size: number; readonly drawnBy: string; readonly drawnAt: string }
  /** The forms that were drawn, by their number. An answer that was taken back before its form was entered again is `gone`. */
  readonly sheets: readonly { readonly id: string; readonly number: string; readonly state: 'waiting' | 'same' | 'unsettled' | 'settled' | 'gone' }[]
  readonly enteredTwice: number
  readonly differed: number
  /** Entered both times by one person, for there was nobody else. */
  readonly byOnePerson: number
  readonly questions: readonly { readonly questionId: string; readonly compared: number; readonly differed: number }[]
  /** The numbers that wait for somebody, and may be entered by the one who asks. */
  readonly mine: readonly string[]
}

/** How far the second entry of a batch has come; nothing before a sample is drawn. It says nothing of what was entered. */
export async function readDoubleEntry(batchId: string, actor: Actor, now: Moment): Promise<DoubleEntryReading | undefined> {
  const sample = await store.findSample(batchId)
  if (!sample) return undefined
  const drawn = drawnBy(sample, await store.listEnteredSheets(batchId)).sort((a, b) => a.number.localeCompare(b.number, 'sv', { numeric: true }))
  const isAlone = await isAloneAtDesk(actor, now)
  const twice = drawn.filter(({ secondId }) => secondId !== null)
  const { seed, size, drawnByName, drawnAt } = sample
  return {
    sample: { seed, size, drawnBy: drawnByName, drawnAt },
    sheets: drawn.map((sheet) => ({ id: sheet.id, number: sheet.number, state: stateOf(sheet) })),
    enteredTwice: twice.length,
    differed: twice.filter(({ differs }) => differs > 0).length,
    byOnePerson: twice.filter(({ enteredBy, secondBy }) => enteredBy === secondBy).length,
    questions: await store.countDifferences(batchId),
    mine: drawn.filter((sheet) => stateOf(sheet) === 'waiting' && (isAlone || sheet.enteredBy !== actor.person)).map(({ number }) => number),
  }
}

/** Whether nobody else may enter forms here: then one person may enter the same form twice. */
export async function isAloneAtDesk(actor: Actor, now: Moment): Promise<boolean> {
  const people = await readPeople(now.day)
  return !people.some(({ id, assignments }) => id !== actor.person && assignments.some(({ role }) => mayEnterPaper.roles.includes(role)))
}

export type Difference = { readonly questionId: string; readonly first: Entry; readonly second: Entry }
export type SettlingReading = {
  readonly number: string
  readonly open: readonly Difference[]
  readonly settled: readonly { readonly questionId: string; readonly as: 'first' | 'second' | 'other' | 'gone'; readonly by: string | null; readonly at: string | null }[]
}

/** Where the two entries of a form differ, for whoever settles it; what was masked in the first is in neither. That it is read is written down. */
export async function readSettling(dialogue: SurveyReading, batchId: string, sheetId: string, actor: Actor, now: Moment): Promise<SettlingReading | undefined> {
  const isOfBatch = (await store.listEnteredSheets(batchId)).some(({ id }) => id === sheetId)
  const found = isOfBatch ? await store.findSheet(sheetId) : undefined
  if (!found) return undefined
  const rows = await store.listDifferences(sheetId)
  if (rows.length === 0) return undefined
  const first = found.response && (await firstEntry(dialogue, found.response))
  const words = found.response ? await store.listReviewedWords(found.response.id) : []
  const shown = (questionId: string, { value, texts }: Entry): Entry => {
    const masked = words.flatMap((each) => (each.questionId === questionId && each.review?.maskedText ? [{ text: each.text, masked: each.review.maskedText }] : []))
    const shownOf = (text: string) => masked.find((each) => sameEntry({ texts: [each.text] }, { texts: [text] }))?.masked ?? hideMaskedWords(text, masked)
    return { value, texts: texts.map(shownOf) }
  }
  const open = rows.flatMap(({ questionId, second }) => (first && second ? [{ questionId, first: shown(questionId, first(questionId)), second: shown(questionId, second) }] : []))
  if (open.length > 0) await logReading(actor, 'paper', Array(open.length).fill({ dialogueId: dialogue.id }), now)
  return {
    number: found.sheet.number,
    open,
    settled: rows.flatMap(({ questionId, settled, settledBy, settledAt }) => (settled ? [{ questionId, as: settled, by: settledBy, at: settledAt }] : [])),
  }
}

/** What stands in an answer, question by question, as it was written: to compare, and for nobody to read. */
export async function firstEntry(
  { questions }: Pick<SurveyReading, 'questions'>,
  { id, answers }: NonNullable<NonNullable<Awaited<ReturnType<typeof store.findSheet>>>['response']>,
) {
  const ideas = await store.listStatementsOfResponses([id])
  return (questionId: string): Entry => ({
    value: answers[questions.find((question) => question.id === questionId)?.key ?? ''],
    texts: ideas.filter((idea) => idea.questionId === questionId).map(({ text }) => text),
  })
}

function stateOf({ responseId, secondId, differs, unsettled }: Sheet): DoubleEntryReading['sheets'][number]['state'] {
  if (secondId === null) return responseId === null ? 'gone' : 'waiting'
  if (unsettled > 0) return 'unsettled'
  return differs > 0 ? 'settled' : 'same'
}
