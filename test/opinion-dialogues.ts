import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type VoteTable, voteTable } from '#statistics'
import { sharedFolder } from './shared.ts'

type Row = readonly [pid: number, tid: number, vote: number]

/** A real dialogue of ../shared with what was worked out for it by others. */
export type Dialogue = { readonly name: string; readonly rows: readonly Row[]; readonly expected: Expected }
export type Expected = {
  readonly pids: readonly number[]
  readonly tids: readonly number[]
  readonly mod_out: readonly number[]
  readonly meta: readonly number[]
  readonly center: readonly number[]
  readonly comps: readonly (readonly number[])[]
  readonly proj: readonly (readonly [number, number])[]
  readonly extremity: readonly number[]
  readonly groups: Readonly<Record<string, readonly number[]>>
  readonly group_stats: Readonly<Record<string, readonly (Readonly<Record<string, number>> & { readonly tid: number })[]>>
  readonly group_aware_consensus: Readonly<Record<string, number>>
  readonly repness: Readonly<Record<string, readonly { readonly tid: number; readonly repful_for: 'agree' | 'disagree'; readonly p_success: number; readonly repness: number }[]>>
  readonly consensus: Readonly<Record<'agree' | 'disagree', readonly { readonly tid: number }[]>>
  readonly priorities: Readonly<Record<string, number>>
}

export function readDialogues(): Dialogue[] {
  const folder = join(sharedFolder, 'data/opinion')
  return readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => ({
      name,
      rows: readFileSync(join(folder, name, 'votes.csv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').map(Number) as unknown as Row),
      expected: JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Expected,
    }))
}

/** Rows as a table, numbered by the given ids, or as they first come. */
export function tableOf(
  rows: readonly Row[],
  pids: readonly number[] = [...new Set(rows.map(([pid]) => pid))],
  tids: readonly number[] = [...new Set(rows.map(([, tid]) => tid))],
) {
  const [who, what] = [new Map(pids.map((pid, at) => [pid, at])), new Map(tids.map((tid, at) => [tid, at]))]
  const table: VoteTable = voteTable({
    participants: pids.length,
    statements: tids.length,
    participant: rows.map(([pid]) => who.get(pid) as number),
    statement: rows.map(([, tid]) => what.get(tid) as number),
    vote: rows.map(([, , vote]) => vote),
  })
  return { table, pids, tids, who, what }
}
