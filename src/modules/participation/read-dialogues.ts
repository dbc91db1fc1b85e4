import type { Moment } from '#kernel/moment'
import { type SurveyReading, withQuestions } from './read-survey.ts'
import type { Count } from './rules/source.ts'
import * as store from './store.server.ts'

export type DialogueReading = SurveyReading & {
  readonly responses: number
  readonly persons: number
  /** Statements by what they are about and how the group is counted. Not to be summed. */
  readonly statements: readonly Count[]
}

/** Every dialogue with its questions and counts, the latest first; four statements. */
export async function listDialogues(now: Moment): Promise<DialogueReading[]> {
  return withCounts(await store.listDialogueRows(), now)
}

/** One dialogue by its address; four statements. */
export async function readDialogue(slug: string, now: Moment): Promise<DialogueReading | undefined> {
  return (await withCounts(await store.listDialogueRowsAt(slug), now))[0]
}

async function withCounts(rows: Awaited<ReturnType<typeof store.listDialogueRows>>, now: Moment): Promise<DialogueReading[]> {
  const dialogues = await withQuestions(rows, now)
  const ids = dialogues.map(({ id }) => id)
  const [counts, said] = [await store.countByDialogue(ids), await store.countStatements(ids)]
  return dialogues.map((dialogue) => {
    const counted = counts.find(({ dialogueId }) => dialogueId === dialogue.id)
    return {
      ...dialogue,
      responses: counted?.responses ?? 0,
      persons: counted?.persons ?? 0,
      statements: said.filter(({ dialogueId }) => dialogueId === dialogue.id).map(({ axis, count }) => ({ axis, unit: dialogue.group.unit, count })),
    }
  })
}
