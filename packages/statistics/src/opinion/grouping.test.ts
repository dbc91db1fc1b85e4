import { describe, expect, test } from 'vitest'
import { type Dialogue, readDialogues, tableOf } from '../../../../test/opinion-dialogues.ts'
import { sharedIsHere, testWithShared } from '../../../../test/shared.ts'
import { seededRandom } from '../seeded-random.ts'
import { adjustedRandIndex } from './adjusted-rand-index.ts'
import { hiddenVoteGain, hideVotes } from './hidden-votes.ts'
import { mapOpinions } from './map-opinions.ts'
import { sampleParticipants } from './sample-participants.ts'
import { type VoteTable, voteTable } from './vote-table.ts'

const dialogues = sharedIsHere ? readDialogues() : []
type Row = Dialogue['rows'][number]

/** So many people and statements, with so many camps that lean apart. */
function planted({ people, statements, camps, seed, cast = 0.6 }: { people: number; statements: number; camps: number; seed: number; cast?: number }) {
  const random = seededRandom(seed)
  const lean = Array.from({ length: camps * statements }, () => (camps === 1 ? 1 / 3 : random() < 0.5 ? 0.1 : 0.8))
  const rows: Row[] = []
  const camp = Array.from({ length: people }, () => Math.floor(random() * camps))
  for (let who = 0; who < people; who++)
    for (let what = 0; what < statements; what++) {
      if (random() >= cast) continue
      const [agree, drawn] = [lean[(camp[who] ?? 0) * statements + what] ?? 0, random()]
      rows.push([who, what, drawn < agree ? 1 : drawn < agree + (1 - agree) / 2 ? 0 : -1])
    }
  return { rows, camp }
}

describe('how many groups', () => {
  test('coin flips give no distinct groups, at least nineteen times of twenty', () => {
    const found = Array.from({ length: 20 }, (_, seed) => mapOpinions(tableOf(planted({ people: 150, statements: 30, camps: 1, seed: seed + 1 }).rows).table).k)
    expect(found.filter((k) => k === 1).length).toBeGreaterThanOrEqual(19)
  })
  test('three camps are found as three, with everybody in their own', () => {
    const { rows, camp } = planted({ people: 300, statements: 40, camps: 3, seed: 7 })
    const { table, pids } = tableOf(rows)
    const map = mapOpinions(table, { stability: true })
    expect(map.k).toBe(3)
    expect(
      adjustedRandIndex(
        map.groups,
        pids.map((pid) => camp[pid] ?? -1),
      ),
    ).toBeGreaterThan(0.9)
    expect(Math.min(...(map.stability ?? []))).toBeGreaterThan(0.9)
  })
  test('what is grouped out of nothing is not stable', () => {
    const { table } = tableOf(planted({ people: 300, statements: 40, camps: 1, seed: 3 }).rows)
    expect(Math.max(...(mapOpinions(table, { k: 3, stability: true }).stability ?? []))).toBeLessThan(0.5)
  })
})

describe('the edges of a dialogue', () => {
  const cast = (rows: Row[]): VoteTable => tableOf(rows).table
  test('one participant, one statement, and everybody alike', () => {
    const agrees = (pid: number, tid: number): Row => [pid, tid, 1]
    for (const rows of [[agrees(0, 0)], [0, 1, 2].map((pid) => agrees(pid, 0)), [0, 1, 2].flatMap((pid) => [0, 1].map((tid) => agrees(pid, tid)))]) {
      const map = mapOpinions(cast(rows), { stability: true })
      expect(map.k).toBe(1)
      expect([...map.places].every((place) => place === 0)).toBe(true)
    }
  })
  test('nobody has voted', () => {
    const map = mapOpinions(voteTable({ participants: 3, statements: 2, participant: [], statement: [], vote: [] }), { stability: true })
    expect([map.k, [...map.groups], map.slate.statements]).toEqual([1, [-1, -1, -1], []])
  })
  test('more groups than people can be asked for', () => {
    const map = mapOpinions(
      cast([
        [0, 0, 1],
        [1, 0, -1],
      ]),
      { k: 5 },
    )
    expect(map.k).toBeLessThanOrEqual(2)
  })
})

const small = dialogues.filter(({ rows }) => rows.length < 70_000)

testWithShared('rows shuffled and ids renamed: the same groups, on every dialogue', () => {
  for (const { name, rows } of dialogues) {
    const [{ table, pids }, random] = [tableOf(rows), seededRandom(11)]
    const { groups } = mapOpinions(table, { k: 3 })
    for (let turn = 0; turn < (rows.length < 70_000 ? 20 : 3); turn++) {
      const shuffled = rows.map(([pid, tid, vote]) => ({ row: [pid * 7919 + 13, tid * 104_729 + 5, vote] as Row, at: random() })).sort((one, other) => one.at - other.at)
      const again = tableOf(shuffled.map(({ row }) => row))
      const renamed = mapOpinions(again.table, { k: 3 }).groups
      expect(
        adjustedRandIndex(
          groups,
          pids.map((pid) => renamed[again.who.get(pid * 7919 + 13) as number] as number),
        ),
        name,
      ).toBe(1)
    }
  }
})

testWithShared('to double every participant changes no group', () => {
  for (const { name, rows } of dialogues) {
    const { table } = tableOf(rows)
    const twice = sampleParticipants(
      table,
      Array.from({ length: table.participants * 2 }, (_, at) => at % table.participants),
    )
    for (const k of [2, 3]) {
      const [once, doubled] = [mapOpinions(table, { k }).groups, mapOpinions(twice, { k }).groups]
      expect(adjustedRandIndex(doubled.slice(0, table.participants), once), name).toBe(1)
    }
  }
})

testWithShared('hidden votes are foretold better than by Polis’ groups, and by no dialogue worse', () => {
  const gains = small
    .filter(({ expected }) => expected.pids.length >= 100)
    .map(({ name, rows }) => {
      const { table } = tableOf(rows)
      const gain = { name, polis: 0, samsyn: 0 }
      const seeds = [1, 2]
      for (const seed of seeds) {
        const { left, hidden } = hideVotes(table, 0.15, seededRandom(seed))
        for (const mode of ['polis', 'samsyn'] as const) {
          const { groups, k } = mapOpinions(left, { mode })
          gain[mode] += hiddenVoteGain(left, hidden, groups, k) / seeds.length
        }
      }
      return gain
    })
  const mean = (mode: 'polis' | 'samsyn') => gains.reduce((sum, gain) => sum + gain[mode], 0) / gains.length
  expect(mean('samsyn') / mean('polis')).toBeGreaterThanOrEqual(1.3)
  for (const { name, polis, samsyn } of gains) expect(samsyn - polis, name).toBeGreaterThan(-0.01)
})
