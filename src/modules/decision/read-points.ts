import type { Day } from '#kernel/day'
import { type Aftermath, type DueDates, dueDates, legalStanding, type Standing } from './rules/legal-force.ts'
import * as store from './store.server.ts'

export type PointReading = {
  readonly id: string
  readonly matterId: string
  readonly matterNumber: string
  readonly matterTitle: string
  readonly organ: string
  readonly meetingOn: Day
  readonly paragraph: string | null
  readonly outcome: 'approved' | 'approved-with-change' | 'rejected' | 'remitted' | 'tabled' | 'noted'
  readonly clauses: readonly string[]
  readonly documentId: string | null
  readonly immediate: boolean
  readonly provenance: 'recorded' | 'sourced' | 'invented'
  readonly recordedAt: string
  readonly aftermath: Aftermath
  readonly due: DueDates
  readonly standing: Standing
}

/** Decision points with where they stand on the day; one statement whatever their number. */
export async function readPoints(ids: readonly string[], on: Day): Promise<PointReading[]> {
  return (await store.listPointRows({ ids })).map((row) => pointReading(row, on))
}

export function pointReading(row: Awaited<ReturnType<typeof store.listPointRows>>[number], on: Day): PointReading {
  const { point, organ, matterNumber, matterTitle, appeal } = row
  const aftermath: Aftermath = {
    meetingOn: point.meetingOn,
    immediate: point.immediate,
    adjustedOn: row.adjustedOn ?? undefined,
    postedOn: row.postedOn ?? undefined,
    appeal: appeal ? { registeredOn: appeal.registeredOn, endedOn: appeal.endedOn, ended: appeal.ended } : undefined,
  }
  return { ...point, organ, matterNumber, matterTitle, aftermath, due: dueDates(aftermath), standing: legalStanding(aftermath, on) }
}

/** Whether the point decided yes: with or without a change. */
export function isApproval(point: { readonly outcome: PointReading['outcome'] }): boolean {
  return point.outcome === 'approved' || point.outcome === 'approved-with-change'
}
