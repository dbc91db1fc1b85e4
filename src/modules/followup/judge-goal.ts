import { granted, refused } from '#kernel/result'
import { proposeVerdict, readGoals } from '#plans'
import { command } from '#trail'
import { mayJudgeGoal } from './access.ts'
import { needsMotivation } from './rules/motivation.ts'
import { judgementForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Writes a person's judgement of a goal beside what the rule proposes from exactly the measurements it looked at.
 * Refuses `locked`, `motivation-missing` (when it differs from the proposal or can't be judged), and `stale` when somebody
 * judged in between: then with what stands now.
 */
export const judgeGoal = command(mayJudgeGoal, judgementForm, async ({ input, actor, role, now, record }) => {
  const { roundId, goalId, kind, judged, motivation, revision, provenance } = input
  const round = await store.findRound(roundId)
  const [goal] = await readGoals({ ids: [goalId] })
  if (!round || !goal || goal.versionId !== round.planVersionId) return refused({ refused: 'not-found' })
  // Who is responsible judges the goals of their own organ; the controller may for all.
  if (role === 'responsible' && !actor.assignments.some((each) => each.role === 'responsible' && each.organ === goal.responsibleId)) return refused({ refused: 'not-found' })
  if (await store.openLocking(roundId)) return refused({ refused: 'locked' })
  const last = await store.lastRevision(roundId, goalId)
  if ((last?.revision ?? 0) !== revision) return refused({ refused: 'stale', now: last?.motivation ?? '', judgedNow: last?.judged })
  const [proposal] = await proposeVerdict([goal], round.covers)
  if (!proposal) throw new Error('The rule gave no proposal.')
  if (needsMotivation(proposal.proposed, judged) && !motivation) return refused({ refused: 'motivation-missing' })
  const looked = proposal.targets.flatMap(({ measurementId }) => (measurementId ? [measurementId] : []))
  const id = await store.putJudgement(
    {
      roundId,
      goalId,
      revision: revision + 1,
      kind,
      proposed: proposal.proposed,
      calculation: proposal.targets,
      judged,
      motivation,
      provenance,
      judgedBy: actor.person,
      judgedAt: now.at,
    },
    [...new Set(looked)],
  )
  await record(revision > 0 ? 'judgement-revised' : 'goal-judged', { kind: 'judgement', id })
  return granted({ id, proposed: proposal.proposed })
})
