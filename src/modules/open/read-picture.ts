import { readSnapshot, readThemes, type SnapshotReading, type ThemeReading } from '#analysis'
import { type PointReading, readPoints } from '#decision'
import { type RoundReading, readRounds } from '#followup'
import { type IndicatorReading, readDefinitions } from '#indicators'
import type { Moment } from '#kernel/moment'
import { type GoalReading, listPlans, type PlanReading } from '#plans'
import { listProcesses, type ProcessReading, type Release, readRelease } from '#process'
import { type FocusAreaReading, type ProposalReading, readFocusAreas, readProposals } from '#vision'
import { isBefore, laterOf } from './rules/released.ts'

export type Picture = {
  readonly process: ProcessReading
  readonly released: {
    readonly analysis: Release
    readonly proposal: Release
    readonly decision: Release
    readonly baseline: Release
    readonly plans: Release
    readonly followup: Release
  }
  readonly snapshot: SnapshotReading | undefined
  readonly themes: readonly ThemeReading[]
  readonly proposals: readonly ProposalReading[]
  /** The proposal that was adopted as the vision, and by which decision point. */
  readonly vision: { readonly proposal: ProposalReading; readonly point: PointReading } | undefined
  readonly points: readonly PointReading[]
  readonly focusAreas: readonly FocusAreaReading[]
  readonly plans: readonly PlanReading[]
  readonly goals: readonly GoalReading[]
  readonly indicators: readonly IndicatorReading[]
  readonly rounds: readonly RoundReading[]
}

/**
 * What the public may see of the latest process, room by room and no further than the process leader has published it.
 * The same number of statements however many voices, roots or goals there are. Nothing before there is a process.
 */
export async function readPicture(now: Moment): Promise<Picture | undefined> {
  const [process] = await listProcesses(now.day)
  if (!process) return undefined
  const release = (key: string) => readRelease(process, key)
  const released = {
    analysis: release('analysis'),
    proposal: release('proposal'),
    decision: laterOf(release('executive-decision'), release('council-decision')),
    baseline: release('baseline'),
    plans: release('implementation'),
    followup: release('followup'),
  }
  const within = (what: Release, at: string | null | undefined) => what.released && at != null && isBefore(at, what.at)
  const snapshot = released.analysis.released ? await readSnapshot(process.id, released.analysis.at) : undefined
  const themes = snapshot ? await readThemes({ processId: process.id, alsoRetired: true }) : []
  const themeNow = new Map(themes.map(({ id, now }) => [id, now]))
  const rootsNow = (roots: readonly string[]) => [...new Set(roots.map((id) => themeNow.get(id) ?? id))]
  const proposals = (await readProposals(process.id))
    .filter(({ versions }) => versions.some(({ submittedAt }) => within(released.proposal, submittedAt)))
    // A root is shown when the analysis is: before that the phrase stands without.
    .map((proposal) => ({
      ...proposal,
      phrases: proposal.phrases.map((phrase) => (snapshot ? { ...phrase, themes: rootsNow(phrase.themes) } : { ...phrase, themes: [], quotes: [] })),
    }))
  const plans = (await listPlans(process.id)).filter(({ pointId, submittedAt }) => pointId !== null && within(released.plans, submittedAt))
  const areas = await readFocusAreas(process.id)
  const pointIds = [
    ...proposals.flatMap(({ versions }) => versions.flatMap(({ pointId }) => pointId ?? [])),
    ...areas.flatMap(({ pointId }) => pointId ?? []),
    ...plans.flatMap(({ pointId }) => pointId ?? []),
  ]
  const points = (await readPoints([...new Set(pointIds)], now.day)).filter(({ recordedAt }) => within(released.decision, recordedAt) || within(released.plans, recordedAt))
  const adopted = proposals.find(({ versions }) => versions.some(({ pointId }) => points.some(({ id }) => id === pointId)))
  const point = points.find(({ id }) => adopted?.versions.some(({ pointId }) => pointId === id))
  const goals = plans.flatMap((plan) => plan.goals)
  const rounds = (await readRounds(now.day, { planVersionIds: plans.map(({ versionId }) => versionId) })).filter(
    ({ state, lockedAt }) => state === 'locked' && within(released.followup, lockedAt),
  )
  return {
    process,
    released,
    snapshot,
    themes,
    proposals,
    vision: adopted && point ? { proposal: adopted, point } : undefined,
    points,
    focusAreas: areas.filter(({ pointId }) => points.some(({ id }) => id === pointId)),
    plans,
    goals,
    indicators: await readDefinitions([...new Set(goals.flatMap(({ targets }) => targets.map(({ definitionId }) => definitionId)))]),
    rounds,
  }
}
