import type { Day } from '#kernel/day'
import { type Dates, datesInForce, type StepState, stepState } from './rules/step-state.ts'
import * as store from './store.server.ts'

export type StepReading = {
  readonly id: string
  readonly key: string
  readonly number: string
  readonly title: string
  readonly who: string
  readonly purpose: string
  readonly focus: string
  readonly planned: Dates
  readonly dates: Dates
  readonly moves: readonly (Dates & { readonly reason: string; readonly movedAt: string })[]
  readonly insertedBecause: string | null
  readonly state: StepState
  readonly closed: { readonly onDay: Day; readonly reason: string | null } | undefined
  readonly releasedAt: string | undefined
}
export type ProcessReading = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly purpose: string
  readonly mandate: string
  readonly mandatedOn: Day
  readonly mandateNumber: string | null
  readonly promise: string
  readonly follows: string | null
  readonly steps: readonly StepReading[]
}

/** One process with its steps as they stand on the day; five statements. Nothing for an unknown address. */
export async function readProcess(slug: string, on: Day): Promise<ProcessReading | undefined> {
  const process = await store.findProcess(slug)
  return process && (await withSteps([process], on))[0]
}

/** Every process, the latest mandate first. */
export async function listProcesses(on: Day): Promise<ProcessReading[]> {
  return listShared(on)
}

const listShared = store.shareReads(async (on) => withSteps(await store.listProcesses(), on as Day))

async function withSteps(processes: Awaited<ReturnType<typeof store.listProcesses>>, on: Day): Promise<ProcessReading[]> {
  if (processes.length === 0) return []
  const { rows, moved, closed, released } = await store.listStepRows(processes.map(({ id }) => id))
  return processes.map((process) => ({
    ...process,
    steps: rows
      .filter((step) => step.processId === process.id)
      .map((step) => {
        const planned = { from: step.plannedFrom, to: step.plannedTo }
        const moves = moved.filter((move) => move.stepId === step.id).map((move) => ({ from: move.fromDay, to: move.toDay, reason: move.reason, movedAt: move.movedAt }))
        const dates = datesInForce(planned, moves)
        const closing = closed.find((each) => each.stepId === step.id)
        return {
          id: step.id,
          key: step.key,
          number: step.number,
          title: step.title,
          who: step.who,
          purpose: step.purpose,
          focus: step.focus,
          planned,
          dates,
          moves,
          insertedBecause: step.insertedBecause,
          state: stepState(dates, closing?.outcome, on),
          closed: closing && { onDay: closing.onDay, reason: closing.reason },
          releasedAt: released.findLast((release) => release.stepId === step.id)?.releasedAt,
        }
      }),
  }))
}
