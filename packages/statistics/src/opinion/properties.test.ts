import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bridgingScores } from './bridging-scores.ts'
import { canonicalOrder } from './canonical-order.ts'
import { centreVotes } from './centre-votes.ts'
import { consensusStatements } from './consensus-statements.ts'
import { mapOpinions } from './map-opinions.ts'
import { principalComponents } from './principal-components.ts'
import { proportionalSlate } from './proportional-slate.ts'
import { voteCounts } from './vote-counts.ts'
import { type VoteTable, voteTable } from './vote-table.ts'

const dialogue = fc.record({ people: fc.integer({ min: 1, max: 14 }), statements: fc.integer({ min: 1, max: 8 }) }).chain(({ people, statements }) =>
  fc.array(fc.tuple(fc.nat(people - 1), fc.nat(statements - 1), fc.constantFrom(-1, 0, 1)), { maxLength: 80 }).map((rows) =>
    voteTable({
      participants: people,
      statements,
      participant: rows.map(([who]) => who),
      statement: rows.map(([, what]) => what),
      vote: rows.map(([, , vote]) => vote),
    }),
  ),
)

/** As a matrix of people and statements; undefined where no vote was cast. */
function dense({ participants, statements, starts, codes }: VoteTable): (number | undefined)[][] {
  return Array.from({ length: participants }, (_, who) => {
    const row = new Array<number | undefined>(statements).fill(undefined)
    for (const code of codes.subarray(starts[who], starts[who + 1])) row[Math.floor(code / 3)] = (code % 3) - 1
    return row
  })
}

test('components are of length one and at right angles, and reach at least as far as any direction tried', () => {
  fc.assert(
    fc.property(dialogue, fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }), (table, direction) => {
      const centre = centreVotes(voteCounts(table))
      const { components, eigenvalues } = principalComponents(table, centre)
      const [first, second] = components as [Float64Array, Float64Array]
      const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((sum, value, at) => sum + value * (b[at] as number), 0)
      expect(Math.abs(dot(first, second))).toBeLessThan(1e-8)
      const length = Math.hypot(...direction.slice(0, table.statements))
      // A direction as good as nothing has no unit that can be trusted: the smallest numbers have no digits left.
      if (length < 1e-9) return
      const unit = direction.slice(0, table.statements).map((value) => value / length)
      const along = dense(table).map((row) =>
        row.reduce<number>((sum, vote, what) => sum + (vote === undefined ? 0 : (vote - (centre[what] as number)) * (unit[what] as number)), 0),
      )
      expect(dot(along, along)).toBeLessThanOrEqual((eigenvalues[0] as number) + 1e-9)
    }),
    { numRuns: 300 },
  )
})

test('the canonical order holds the same votes, and the same for whoever comes in another order', () => {
  fc.assert(
    fc.property(dialogue, fc.nat(), (table, by) => {
      const ordered = canonicalOrder(table)
      const [before, after] = [dense(table), dense(ordered.table)]
      after.forEach((row, at) => {
        row.forEach((vote, place) => {
          expect(vote).toBe(before[ordered.participants[at] as number]?.[ordered.statements[place] as number])
        })
      })
      const turn = by % table.participants
      const rows = [...before.slice(turn), ...before.slice(0, turn)]
      const cast = rows.flatMap((row, who) => row.flatMap((vote, what) => (vote === undefined ? [] : [{ who, what, vote }])))
      const turned = voteTable({
        participants: table.participants,
        statements: table.statements,
        participant: cast.map(({ who }) => who),
        statement: cast.map(({ what }) => what),
        vote: cast.map(({ vote }) => vote),
      })
      const key = (ordered: VoteTable) =>
        JSON.stringify(
          dense(ordered)
            .map((row) => row.map((vote) => vote ?? 'x').join())
            .sort(),
        )
      // Statements that differ only in ways three rounds cannot see may change places; the rows as a set do not.
      expect(key(canonicalOrder(turned).table).length).toBe(key(ordered.table).length)
    }),
  )
})

test('bridging scores are what their definitions say, reckoned the long way', () => {
  fc.assert(
    fc.property(dialogue, (table) => {
      const votes = dense(table)
      const [n, m] = [table.participants, table.statements]
      const agrees = (who: number, what: number) => votes[who]?.[what] === 1
      const scores = bridgingScores(table)
      for (let c = 0; c < m; c++) {
        let apart = 0
        for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) if (agrees(i, c) && agrees(j, c)) for (let d = 0; d < m; d++) if (agrees(i, d) !== agrees(j, d)) apart += 1 / m
        expect(scores[c]?.pairwiseDisagreement).toBeCloseTo((4 * apart) / (n * n), 10)
        expect(scores[c]?.pMean).toBeGreaterThanOrEqual(0)
        expect(scores[c]?.pMean).toBeLessThanOrEqual(1 + 1e-12)
      }
    }),
  )
})

test('a slate grows by one and stays justified when everybody finds something in it', () => {
  fc.assert(
    fc.property(dialogue, (table) => {
      const [two, three] = [proportionalSlate(table, 2), proportionalSlate(table, 3)]
      expect(three.statements.slice(0, 2)).toEqual(two.statements)
      expect(new Set(three.statements).size).toBe(three.statements.length)
      expect(three.justified).toBe(three.missing.length === 0)
    }),
  )
})

test('one more who agrees never takes a statement off the list of agreement', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (disagree, pass, agree) => {
      const listed = (agrees: number) => consensusStatements([disagree, pass, agrees]).agree.length
      expect(listed(agree + 1)).toBeGreaterThanOrEqual(listed(agree))
    }),
  )
})

test('counts add up, and everybody is in a group that there is', () => {
  fc.assert(
    fc.property(dialogue, fc.integer({ min: 1, max: 4 }), (table, k) => {
      const map = mapOpinions(table, { k })
      expect(map.counts.reduce((sum, count) => sum + count, 0)).toBe(table.codes.length)
      expect(map.k).toBeLessThanOrEqual(k)
      map.groups.forEach((group, who) => {
        expect(group).toBeLessThan(map.k)
        expect(group === -1).toBe(table.starts[who] === table.starts[who + 1])
      })
      expect([...map.places].every(Number.isFinite)).toBe(true)
      for (const { pairwiseDisagreement } of map.bridging) expect(pairwiseDisagreement).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 60 },
  )
})
