import { storeCodings } from '#analysis'
import type { Moment } from '#kernel/moment'
import { storeResponses } from '#participation'
import type { Stage } from '../src/modules/participation/stage-dialogue.ts'

/** How a page and a document say that residents who came after a day wait. */
export const waits = (on: string) => `Svar från gruppen Invånare som kom efter den ${on} väntar: de är för få för att räknas för sig.`

/** Residents who answer now, each with a statement that is read as the theme, or not read yet. */
export async function answerNow(
  { survey, residents, analyst }: Stage,
  { theme, now, count }: { readonly theme: string; readonly now: Moment; readonly count: number },
  { isCoded = true, stance = 'want' as 'want' | 'leave' } = {},
) {
  const stored = await storeResponses(
    Array.from({ length: count }, (_, at) => ({
      ...{ dialogueId: survey.id, groupId: residents, receivedOn: now.day, source: 'web' as const, persons: 1, label: null },
      lines: [{ questionId: survey.questionIds[0] ?? '', text: `Tåget till kusten ${at}` }],
    })),
  )
  const ids = stored.flatMap(({ statementIds }) => [...statementIds])
  if (isCoded) await storeCodings(ids.map((statementId) => ({ statementId, themeId: theme, stance, codedBy: analyst.person, codedAt: now.at })))
  return stored
}
