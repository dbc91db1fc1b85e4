import { judgeGoal, lockRound, openRound, setActivityStatus } from '#followup'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import type { Cast } from './cast.ts'
import type { Planned } from './goals.ts'
import { grantedOf } from './granted.ts'

// In the order of the goals. All judgements are invented.
const judgements = [
  { judged: 'partly', motivation: 'Fler elever blir behöriga. Mötesplatserna för unga har blivit fler, men det är långt kvar.' },
  { judged: 'partly', motivation: 'Sjukfrånvaron sjunker för tredje året. Den ligger strax över gränsen.' },
  { judged: 'cannot-be-judged', motivation: 'Målet har inget mått. Lärcentrum har öppnat, men vi vet inte om villkoren blivit bättre.' },
  { judged: 'met', motivation: 'Nästan alla som svarar tycker att det är en bra plats att bo på.' },
  { judged: 'not-met', motivation: 'Vi blir färre, inte fler. Målet nås inte till 2026. Vi lär oss av det som fungerat i byarna och föreslår ett nytt mål till nästa period.' },
] as const
const statuses = ['done', 'going', 'going', 'going', 'going', 'going', 'done', 'late'] as const

/** One round, judged by those responsible and locked by the controller. */
export async function followUp(cast: Cast, planned: Planned): Promise<void> {
  const at = (on: string) => noonOf(day(on))
  const { id: roundId } = await grantedOf(
    openRound(
      cast.controller,
      { planVersionId: planned.versionId, name: 'Helår 2025', kind: 'year', covers: '2025', opensOn: '2026-01-26', closesOn: '2026-02-27' },
      at('2026-01-26'),
    ),
  )
  for (const [index, goalId] of planned.goalIds.entries()) {
    const { judged, motivation } = judgements[index] ?? { judged: 'cannot-be-judged', motivation: 'Okänt.' }
    await grantedOf(judgeGoal(cast.responsible, { roundId, goalId, kind: 'outcome', judged, motivation, revision: '0', provenance: 'invented' }, at('2026-02-12')))
  }
  for (const [index, activityId] of planned.activityIds.entries())
    await grantedOf(setActivityStatus(cast.responsible, { roundId, activityId, status: statuses[index] ?? 'going', comment: '' }, at('2026-02-13')))
  await grantedOf(lockRound(cast.controller, { roundId }, at('2026-03-02')))
}
