import { submitDocument } from '#decision'
import { type Block, freezeDocument } from '#documents'
import { granted, refused } from '#kernel/result'
import { terms } from '#kernel/terms'
import { command } from '#trail'
import { maySubmitPlan } from './access.ts'
import { type PlanReading, readPlanVersion } from './read-plans.ts'
import { submissionForm } from './schema.ts'
import * as store from './store.server.ts'
import { targetWords } from './words.ts'

/** Freezes a plan version with its goals and targets and hands it in to a matter. Refuses `empty` (no goals), `frozen`, `matter-not-found`. */
export const submitPlan = command(maySubmitPlan, submissionForm, async ({ input, actor, now, record }) => {
  const { versionId, matterId } = input
  const version = await store.findVersion(versionId)
  const plan = version && (await readPlanVersion(versionId))
  if (!version || !plan) return refused({ refused: 'not-found' })
  if (version.submittedAt) return refused({ refused: 'frozen' })
  if (plan.goals.length === 0) return refused({ refused: 'no-goals' })
  const document = await freezeDocument({ kind: 'plan', subject: { kind: 'plan', id: version.planId, version: version.number }, content: contentOf(plan), now })
  await store.freezeVersion(versionId, { documentId: document.id, matterId, submittedAt: now.at })
  const handedIn = await submitDocument(actor, { matterId, documentId: document.id }, now)
  if (!handedIn.granted) return handedIn
  await record('plan-submitted', { kind: 'plan-version', id: versionId })
  return granted({ documentId: document.id, sha256: document.sha256 })
})

function contentOf(plan: PlanReading) {
  return {
    title: plan.name,
    subtitle: `${plan.owner}, ${plan.period}`,
    blocks: plan.goals.flatMap((goal): Block[] => [
      { heading: `${terms.goal.One} ${goal.number} ${goal.text}` },
      {
        facts: [
          ['Ansvarig', goal.responsible],
          ['Varför vi tror på det', goal.whyWeBelieve],
        ],
      },
      ...(goal.targets.length > 0
        ? [
            {
              list: goal.targets.map(
                (target) => `${terms.target.One}, ${targetWords[target.kind].toLowerCase()}: ${target.value ?? `${target.low}–${target.high}`} till ${target.by}`,
              ),
            },
          ]
        : []),
    ]),
    data: plan.goals.map(({ id, number, text, focusAreaId, rule, ruleCount, partlyFrom, targets }) => ({ id, number, text, focusAreaId, rule, ruleCount, partlyFrom, targets })),
  }
}
