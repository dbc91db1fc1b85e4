import type { Day } from '#kernel/day'
import { type DialogueState, dialogueState } from './rules/dialogue-state.ts'
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
export type DialogueReading = {
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
  readonly group: { readonly id: string; readonly name: string; readonly unit: 'persons' | 'notes' }
  readonly state: DialogueState
  readonly closedBecause: string | null
  readonly questions: readonly QuestionReading[]
  readonly responses: number
  readonly persons: number
}

/** Every dialogue with its questions and counts, the latest first; three statements. */
export async function listDialogues(on: Day): Promise<DialogueReading[]> {
  return compose(await store.listDialogueRows(), on)
}

/** One dialogue by its address; three statements. */
export async function readDialogue(slug: string, on: Day): Promise<DialogueReading | undefined> {
  return (await compose(await store.listDialogueRows({ slug }), on))[0]
}

export async function readDialogueById(id: string, on: Day): Promise<DialogueReading | undefined> {
  return (await compose(await store.listDialogueRows({ id }), on))[0]
}

async function compose(rows: Awaited<ReturnType<typeof store.listDialogueRows>>, on: Day): Promise<DialogueReading[]> {
  const ids = rows.map(({ dialogue }) => dialogue.id)
  const [questions, counts] = [await store.listQuestionRows(ids), await store.countByDialogue(ids)]
  return rows.map(({ dialogue, group, openedAt, closedAt, closedBecause }) => {
    const counted = counts.find(({ dialogueId }) => dialogueId === dialogue.id)
    return {
      ...dialogue,
      group,
      state: dialogueState({ ...dialogue, openedAt, closedAt }, on),
      closedBecause,
      questions: questions.filter(({ dialogueId }) => dialogueId === dialogue.id),
      responses: counted?.responses ?? 0,
      persons: counted?.persons ?? 0,
    }
  })
}
