import { type DefinitionReading, readDefinitions } from '#indicators'
import type { GoalReading, TargetReading } from './read-plans.ts'
import { type Fulfilment, fulfilment, type Verdict } from './rules/fulfilment.ts'
import { goalProposal } from './rules/goal-proposal.ts'

export type TargetProposal = Fulfilment & {
  readonly targetId: string
  readonly measurementId: string | null
  readonly period: string | null
  readonly value: number | null
  readonly baseline: number | null
}
export type GoalProposal = { readonly goalId: string; readonly proposed: Verdict; readonly targets: readonly TargetProposal[] }

/** What the rules propose for goals, from what is measured up to and with a period; three statements whatever their number. */
export async function proposeVerdict(goals: readonly GoalReading[], upTo?: string): Promise<GoalProposal[]> {
  const indicators = await readDefinitions([...new Set(goals.flatMap((goal) => goal.targets.map(({ definitionId }) => definitionId)))])
  const definitions = new Map(indicators.flatMap((indicator) => indicator.definitions.map((definition) => [definition.id, definition])))
  return goals.map((goal) => {
    const targets = goal.targets.map((target) => proposalOf(goal, target, definitions.get(target.definitionId), upTo))
    const rule = goal.rule === 'at-least' ? ({ rule: 'at-least', count: goal.ruleCount ?? goal.targets.length } as const) : { rule: goal.rule }
    return {
      goalId: goal.id,
      proposed: goalProposal(
        rule,
        targets.map(({ verdict }) => verdict),
      ),
      targets,
    }
  })
}

function proposalOf(goal: GoalReading, target: TargetReading, definition: DefinitionReading | undefined, upTo: string | undefined): TargetProposal {
  const baseline = definition?.baselines.find(({ id }) => id === target.baselineId)
  // The periods of one series are written alike, so their texts stand in the order of time.
  const measured = definition?.series.findLast((row) => row.value !== undefined && (upTo === undefined || row.period.slice(0, upTo.length) <= upTo))
  const value = measured?.value
  const result = fulfilment(ruleOf(goal, target, baseline?.value), value === undefined ? undefined : { value, margin: measured?.margin })
  return { ...result, targetId: target.id, measurementId: measured?.id ?? null, period: measured?.period ?? null, value: value ?? null, baseline: baseline?.value ?? null }
}

function ruleOf(goal: GoalReading, target: TargetReading, baseline: number | undefined) {
  const value = target.value ?? Number.NaN
  switch (target.kind) {
    case 'reach':
      return { kind: 'reach', baseline: baseline ?? value, target: value, partlyFrom: goal.partlyFrom } as const
    case 'keep-at-most':
    case 'keep-at-least':
      return { kind: target.kind, target: value, tolerance: target.tolerance ?? 0 } as const
    case 'within':
      return { kind: 'within', low: target.low ?? Number.NaN, high: target.high ?? Number.NaN } as const
    default:
      return { kind: target.kind } as const
  }
}
