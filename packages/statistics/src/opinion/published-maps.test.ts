import { expect } from 'vitest'
import { type Dialogue, readDialogues, tableOf } from '../../../../test/opinion-dialogues.ts'
import { sharedIsHere, testWithShared } from '../../../../test/shared.ts'
import { canonicalOrder } from './canonical-order.ts'
import { mapOpinions } from './map-opinions.ts'
import { principalComponents } from './principal-components.ts'

// What others worked out for eighteen real dialogues, given the published groups: see ../shared/data/opinion/README.md.
const dialogues = sharedIsHere ? readDialogues() : []

testWithShared('there are eighteen dialogues', () => {
  expect(dialogues).toHaveLength(18)
})

function mapped({ rows, expected }: Dialogue) {
  const { table, what, who } = tableOf(rows, expected.pids, expected.tids)
  const ids = Object.keys(expected.groups)
  const groups = new Int32Array(table.participants).fill(-1)
  ids.forEach((id, group) => {
    for (const pid of expected.groups[id] ?? []) groups[who.get(pid) as number] = group
  })
  const numbers = (tids: readonly number[]) => new Set(tids.flatMap((tid) => what.get(tid) ?? []))
  return { map: mapOpinions(table, { groups, moderatedOut: numbers(expected.mod_out), meta: numbers(expected.meta) }), ids, what }
}

for (const dialogue of sharedIsHere ? dialogues : [undefined])
  testWithShared(`${dialogue?.name ?? 'a real dialogue'}: map, statistics, lists and priorities are as published`, () => {
    if (!dialogue) throw new Error('There are no dialogues')
    const { expected } = dialogue
    const { map, ids, what } = mapped(dialogue)
    const far = (one: readonly number[], other: ArrayLike<number>) => one.reduce((most, value, at) => Math.max(most, Math.abs(value - (other[at] as number))), 0)
    expect(far(expected.center, map.centre)).toBeLessThan(1e-9)
    const cosines = expected.comps.map((component, at) => component.reduce((sum, value, each) => sum + value * (map.components[at]?.[each] ?? 0), 0))
    for (const cosine of cosines) expect(Math.abs(cosine)).toBeGreaterThanOrEqual(0.99999)
    for (const axis of [0, 1] as const) {
      const places = expected.proj.map((_, at) => Math.sign(cosines[axis] ?? 1) * (map.places[at * 2 + axis] as number))
      expect(
        far(
          expected.proj.map((place) => place[axis]),
          places,
        ),
      ).toBeLessThan(1e-6)
    }
    expect(far(expected.extremity, map.extremity)).toBeLessThan(1e-6)
    const names = { na: 'agree', nd: 'disagree', ns: 'seen', pa: 'agreeShare', pd: 'disagreeShare', pat: 'agreeTest', pdt: 'disagreeTest' } as const
    const ratios = { ra: 'agreeRatio', rd: 'disagreeRatio', rat: 'agreeRatioTest', rdt: 'disagreeRatioTest' } as const
    ids.forEach((id, group) => {
      for (const row of expected.group_stats[id] ?? [])
        for (const [theirs, ours] of Object.entries({ ...names, ...ratios }))
          expect(Math.abs((row[theirs] as number) - (map.statistics[group]?.[what.get(row.tid) as number]?.[ours] as number))).toBeLessThan(1e-9)
      const listed = map.representative[group]?.map(({ statement, direction, share, ratio }) => ({ tid: expected.tids[statement], direction, share, ratio }))
      expect(listed).toEqual(
        (expected.repness[id] ?? []).map((each) => ({
          tid: each.tid,
          direction: each.repful_for,
          share: expect.closeTo(each.p_success, 9),
          ratio: expect.closeTo(each.repness, 9),
        })),
      )
    })
    for (const [tid, value] of Object.entries(expected.group_aware_consensus))
      expect(Math.abs(value - (map.groupInformedConsensus[what.get(Number(tid)) as number] as number))).toBeLessThan(1e-9)
    for (const [tid, value] of Object.entries(expected.priorities)) expect(Math.abs(value - (map.priority[what.get(Number(tid)) as number] as number))).toBeLessThan(1e-6)
    for (const direction of ['agree', 'disagree'] as const)
      expect(map.consensus[direction].map((statement) => expected.tids[statement])).toEqual(expected.consensus[direction].map(({ tid }) => tid))
  })

testWithShared('a component is the same whichever order the rows stand in', () => {
  const { rows } = dialogues.find(({ name }) => name === 'brexit-consensus') as Dialogue
  const [one, other] = [canonicalOrder(tableOf(rows).table), canonicalOrder(tableOf(rows.toReversed()).table)]
  expect(other.table).toEqual(one.table)
  const zero = new Float64Array(one.table.statements)
  expect(principalComponents(other.table, zero).components).toEqual(principalComponents(one.table, zero).components)
})
