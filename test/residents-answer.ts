import { day } from '#kernel/day'
import { storeResponses } from '#participation'
import type { Stage } from '../src/modules/participation/stage-dialogue.ts'

type Line = { readonly questionId: string; readonly text: string }

/** Answers from residents to the survey of the stage, each a few lines. Answers with the identities of their statements, in the same order. */
export async function residentsAnswer({ survey, residents }: Stage, answers: readonly (readonly Line[])[]): Promise<string[]> {
  const about = { dialogueId: survey.id, groupId: residents, receivedOn: day('2020-10-12'), source: 'web', persons: 1, label: null } as const
  return (await storeResponses(answers.map((lines) => ({ ...about, lines })))).flatMap(({ statementIds }) => [...statementIds])
}
