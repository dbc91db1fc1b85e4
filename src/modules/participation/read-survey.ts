import type { Day } from '#kernel/day'
import { type DialogueState, dialogueState } from './rules/dialogue-course.ts'
import * as store from './store.server.ts'

export type QuestionReading = {
  readonly id: string
  readonly position: number
  readonly wording: string
  readonly wordingEnglish: string | null
  readonly hint: string | null
  readonly hintEnglish: string | null
  readonly stance: 'keep' | 'leave' | 'want' | null
  readonly axis: 'place' | 'workplace'
  readonly maxLines: number
}
export type SurveyReading = {
  readonly id: string
  readonly processId: string
  readonly stepId: string
  readonly slug: string
  readonly title: string
  readonly titleEnglish: string | null
  readonly kind: 'survey' | 'notes'
  readonly information: string
  readonly informationEnglish: string | null
  readonly promise: string
  readonly promiseEnglish: string | null
  readonly contact: string
  readonly opensOn: Day
  readonly closesOn: Day
  readonly group: { readonly id: string; readonly key: string; readonly name: string; readonly unit: 'persons' | 'notes'; readonly threshold: number }
  readonly state: DialogueState
  readonly closedBecause: string | null
  readonly questions: readonly QuestionReading[]
}

/** What is asked in a dialogue, by its address and without counting its answers; two statements. */
export async function readSurvey(slug: string, on: Day): Promise<SurveyReading | undefined> {
  return (await withQuestions(await store.listDialogueRows({ slug }), on))[0]
}

/** The same, by its id. */
export async function readSurveyById(id: string, on: Day): Promise<SurveyReading | undefined> {
  return (await withQuestions(await store.listDialogueRows({ id }), on))[0]
}

export async function withQuestions(rows: Awaited<ReturnType<typeof store.listDialogueRows>>, on: Day): Promise<SurveyReading[]> {
  const questions = await store.listQuestionRows(rows.map(({ dialogue }) => dialogue.id))
  return rows.map(({ dialogue, group, openedAt, closedAt, closedBecause }) => ({
    ...dialogue,
    group,
    state: dialogueState({ ...dialogue, openedAt, closedAt }, on),
    closedBecause,
    questions: questions.filter(({ dialogueId }) => dialogueId === dialogue.id),
  }))
}
