import type { Day } from '#kernel/day'
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
export async function listDialogues(on: Day): Promise<DialogueReading[]> {
  return withCounts(await store.listDialogueRows(), on)
}

/** One dialogue by its address; four statements. */
export async function readDialogue(slug: string, on: Day): Promise<DialogueReading | undefined> {
  return (await withCounts(await store.listDialogueRows({ slug }), on))[0]
}

async function withCounts(rows: Awaited<ReturnType<typeof store.listDialogueRows>>, on: Day): Promise<DialogueReading[]> {
  const dialogues = await withQuestions(rows, on)
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
