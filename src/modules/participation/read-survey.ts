import type { Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { readMaps, readPlaceHistory } from '#people'
import { type DialogueState, dialogueState } from './rules/dialogue-course.ts'
import type { DialogueKind } from './rules/dialogue-kind.ts'
import { placedSquares } from './rules/map-squares.ts'
import { type Background, type ListedPlace, type Question, usesListedPlaces } from './rules/question.ts'
import * as store from './store.server.ts'

export type QuestionReading = Question & {
  readonly position: number
  readonly wording: string
  readonly wordingEnglish: string | null
  readonly hint: string | null
  readonly hintEnglish: string | null
  readonly sectionHeadingEnglish: string | null
  readonly background: Background | null
  readonly stance: 'keep' | 'leave' | 'want' | null
  readonly axis: 'place' | 'workplace'
}
export type Correction = { readonly version: number; readonly reason: string; readonly correctedAt: string }
export type SurveyReading = {
  readonly id: string
  readonly processId: string
  readonly stepId: string
  readonly slug: string
  readonly title: string
  readonly titleEnglish: string | null
  readonly kind: DialogueKind
  readonly information: string
  readonly informationEnglish: string | null
  readonly promise: string
  readonly promiseEnglish: string | null
  readonly contact: string
  readonly legalBasis: string
  readonly retention: 'kept' | 'when-compiled' | 'after-years'
  readonly retentionYears: number | null
  readonly draftDays: number
  readonly figuresWhileOpen: boolean
  readonly opensOn: Day
  readonly opensTime: string
  /** The last day as it holds now, and its time. */
  readonly closesOn: Day
  readonly closesTime: string
  /** The last day was moved on, and why. */
  readonly extended: { readonly from: Day; readonly fromTime: string; readonly reason: string } | null
  readonly group: { readonly id: string; readonly key: string; readonly name: string; readonly unit: 'persons' | 'notes'; readonly threshold: number }
  readonly state: DialogueState
  /** Codes have been made for it: it is for a closed group. */
  readonly isForCodes: boolean
  /** When somebody opened it, perhaps to wait for its day. */
  readonly openedAt: string | null
  /** When it was closed early, and why. */
  readonly closedAt: string | null
  readonly closedBecause: string | null
  /** The version of the questionnaire, from 1; each correction of words after the opening is one more. */
  readonly version: number
  readonly corrections: readonly Correction[]
  readonly questions: readonly QuestionReading[]
}

/**
 * What is asked in a dialogue, by its address and without counting its answers; three statements, and one more each where places of the municipality's list and
 * its map are asked for. Those who ask at the same moment share one reading.
 */
export async function readSurvey(slug: string, now: Moment): Promise<SurveyReading | undefined> {
  return surveysOf(await readBySlug(slug), now)[0]
}
const readBySlug = store.shareReads(async (slug) => rowsOf(await store.listDialogueRowsAt(slug)))

/** The same, by its id. */
export async function readSurveyById(id: string, now: Moment): Promise<SurveyReading | undefined> {
  return (await withQuestions(await store.listDialogueRows({ id }), now))[0]
}

export async function withQuestions(rows: Rows, now: Moment): Promise<SurveyReading[]> {
  return surveysOf(await rowsOf(rows), now)
}

type Rows = Awaited<ReturnType<typeof store.listDialogueRows>>
async function rowsOf(rows: Rows) {
  const ids = rows.map(({ dialogue }) => dialogue.id)
  const [questions, corrected] = [await store.listQuestionRows(ids), await store.listCorrectedWords(ids)]
  const history = questions.some(usesListedPlaces) ? await readPlaceHistory() : []
  const maps = questions.some(({ form }) => form.point) ? await readMaps() : []
  return { rows, questions, corrected, history, map: maps[0]?.drawing, squares: placedSquares(maps) }
}

function surveysOf({ rows, questions, corrected, history, map, squares }: Awaited<ReturnType<typeof rowsOf>>, now: Moment): SurveyReading[] {
  const places = listedPlaces(history, now)
  return rows.map(({ dialogue, group, openedAt, closedAt, closedBecause, extension, isForCodes }) => {
    const times = { ...dialogue, closesOn: extension?.closesOn ?? dialogue.closesOn, closesTime: extension?.closesTime ?? dialogue.closesTime }
    const own = corrected.filter(({ dialogueId }) => dialogueId === dialogue.id)
    return {
      ...times,
      extended: extension && { from: dialogue.closesOn, fromTime: dialogue.closesTime, reason: extension.reason },
      group,
      state: dialogueState({ ...times, openedAt, closedAt }, now),
      openedAt,
      closedAt,
      closedBecause,
      isForCodes,
      version: own.at(-1)?.version ?? 1,
      corrections: [...new Map(own.map(({ version, reason, correctedAt }) => [version, { version, reason, correctedAt }])).values()],
      questions: questions
        .filter(({ dialogueId }) => dialogueId === dialogue.id)
        .map((question) => ({
          ...question,
          ...wordsOf(own.findLast(({ words }) => words?.questionId === question.id)),
          ...(usesListedPlaces(question) && { places }),
          ...(question.form.point && map && { map, squares }),
        })),
    }
  })
}

type Corrected = Awaited<ReturnType<typeof store.listCorrectedWords>>[number]
function wordsOf(correction: Corrected | undefined) {
  if (!correction?.words) return {}
  const { wording, wordingEnglish, hint, hintEnglish, form } = correction.words
  return { wording, wordingEnglish, hint, hintEnglish, form }
}

/** Every place that the municipality has had, by the id of its row: its name may be written of another place later, its id never is. */
export function listedPlaces(history: Awaited<ReturnType<typeof readPlaceHistory>>, { day }: Moment): ListedPlace[] {
  const places = history.filter(({ validFrom }) => validFrom <= day)
  return places.map(({ id, name, validTo }) => ({ key: id, label: name, labelEnglish: name, isEnded: validTo !== null && validTo < day }))
}
