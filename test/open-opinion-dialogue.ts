import type { Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { createDialogue, openDialogue } from '#participation'
import { addOpinionStatement } from '../src/modules/participation/add-opinion-statement.ts'
import { grantedBy, type Stage } from '../src/modules/participation/stage-dialogue.ts'

/** A dialogue of so many statements, opened. */
export async function openOpinionDialogue(
  stage: Stage,
  { statements, ...own }: { slug: string; opensOn: Day; closesOn: Day; statements: number; retention?: 'when-compiled' },
  now: Moment,
) {
  const about = {
    processId: stage.processId,
    stepId: stage.stepId,
    groupId: stage.residents,
    information: 'Varför',
    legalBasis: 'Allmänt intresse',
    promise: 'Vi läser',
    contact: 'Växeln',
  }
  const dialogue = await grantedBy(createDialogue(stage.leader, { ...about, ...own, title: 'Vad tycker du', kind: 'opinion', questions: [] }, now))
  for (let at = 1; at <= statements; at++)
    await grantedBy(
      addOpinionStatement(stage.leader, { dialogueId: dialogue.id, text: `Påstående ${at} om orten`, textEnglish: `Statement ${at} about the town`, source: 'Provet' }, now),
    )
  await grantedBy(openDialogue(stage.leader, { dialogueId: dialogue.id }, now))
  return dialogue
}
