import { describe, expect, test } from 'vitest'
import { type Random, seededRandom } from '#statistics'
import { type OpinionFindings, opinionFindings, type VotesReading } from './opinion-findings.ts'
import { whereYouStand } from './where-you-stand.ts'

type Row = { readonly participant: number; readonly statement: number; readonly vote: number }

/** Two camps that disagree on the first half and agree on the rest, but for some chance; each answers most of the statements. */
function camps({ sizes, statements = 20, seed = 7 }: { sizes: readonly number[]; statements?: number; seed?: number }): VotesReading {
  const random = seededRandom(seed)
  const rows = sizes.flatMap((size, camp) => Array.from({ length: size }, () => camp)).flatMap((camp, participant) => votesOf(camp, participant, statements, random))
  return readingOf(
    rows,
    statements,
    sizes.reduce((sum, size) => sum + size, 0),
  )
}
function votesOf(camp: number, participant: number, statements: number, random: Random): Row[] {
  return Array.from({ length: statements }, (_, statement) => {
    const line = statement >= statements / 2 ? 1 : (statement + camp) % 2 === 0 ? 1 : -1
    const [roll, answers] = [random(), random() < 0.85]
    return answers ? [{ participant, statement, vote: roll < 0.85 ? line : roll < 0.93 ? 0 : -line }] : []
  }).flat()
}
function readingOf(rows: readonly Row[], statements: number, participants: number, withdrawn: readonly number[] = []): VotesReading {
  return {
    statements: Array.from({ length: statements }, (_, at) => ({
      number: at + 1,
      text: `Påstående ${at + 1}`,
      textEnglish: null,
      isWithdrawn: withdrawn.includes(at + 1),
      isQuote: false,
    })),
    participants,
    columns: { participant: rows.map((row) => row.participant), statement: rows.map((row) => row.statement), vote: rows.map((row) => row.vote) },
  }
}
const rowsOf = ({ columns }: VotesReading): Row[] => columns.vote.map((vote, at) => ({ participant: columns.participant[at] ?? 0, statement: columns.statement[at] ?? 0, vote }))
function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const left = [...items]
  return Array.from(items, () => left.splice(Math.floor(random() * left.length), 1)[0] as Item)
}

const reading = camps({ sizes: [90, 60] })
const findings = opinionFindings(reading, 5)

describe('two camps', () => {
  test('are two groups, the larger first, which agree on what was planted as common and part on the rest', () => {
    expect([findings.form, findings.groups.map(({ key, percent }) => [key, percent])]).toEqual([
      'groups',
      [
        ['A', 60],
        ['B', 40],
      ],
    ])
    expect(findings.together.length).toBeGreaterThan(2)
    expect(findings.together.every(({ number, direction }) => number > 10 && direction === 'agree')).toBe(true)
    expect(findings.dividing.length).toBeGreaterThan(2)
    expect(findings.dividing.every(({ number }) => number <= 10)).toBe(true)
    for (const { agree, disagree } of findings.dividing) expect([...agree, ...disagree].sort()).toEqual(['A', 'B'])
  })
  test('every figure of all is what one counts by hand from the raw votes', () => {
    const rows = rowsOf(reading)
    expect([findings.participants, findings.votes]).toEqual([new Set(rows.map(({ participant }) => participant)).size, rows.length])
    for (const { number, votes, all } of findings.statements) {
      const own = rows.filter(({ statement }) => statement === number - 1)
      const [agree, disagree] = [1, -1].map((vote) => own.filter((row) => row.vote === vote).length) as [number, number]
      expect(votes).toBe(own.length)
      if (Math.min(agree, disagree) < 5) expect(all.kind).toBe('band')
      else expect(all).toMatchObject({ kind: 'share', percent: Math.round((100 * agree) / (agree + disagree)) })
      if (all.kind === 'share') expect(all.low <= all.percent && all.percent <= all.high).toBe(true)
    }
  })
  test('60: no group is told of but in bands, no dot is fewer than the threshold, and nothing has a count of a group', () => {
    for (const { groups } of findings.statements) for (const group of groups) expect(['band', 'too-few']).toContain(group.kind)
    expect(JSON.stringify(findings.groups)).not.toMatch(/"(agree|disagree|seen|size)":/)
    expect(findings.groups.every(({ percent }) => percent % 5 === 0)).toBe(true)
  })
})

test.each([1, 2, 3])('the order of participants and of statements, and what they are called, changes nothing (%i)', (seed) => {
  const random = seededRandom(seed)
  const people = shuffled(
    Array.from({ length: reading.participants }, (_, who) => who),
    random,
  )
  const places = shuffled(
    reading.statements.map((_, at) => at),
    random,
  )
  const rows = shuffled(rowsOf(reading), random).map((row) => ({ ...row, participant: people[row.participant] ?? 0, statement: places.indexOf(row.statement) }))
  const other: VotesReading = {
    ...readingOf(rows, reading.statements.length, reading.participants),
    statements: places.map((at) => ({ ...(reading.statements[at] as VotesReading['statements'][number]) })),
  }
  const sorted = (each: OpinionFindings) => ({ ...each, statements: each.statements.toSorted((one, two) => one.number - two.number) })
  expect(sorted(opinionFindings(other, 5))).toEqual(sorted(findings))
})

describe('where there is less to say', () => {
  test('43: of forty there is a table and no map', () => {
    const few = opinionFindings(camps({ sizes: [20, 20] }), 5)
    expect([few.form, few.groups, few.dots, few.statements.length]).toEqual(['small-room', [], [], 20])
  })
  test('of fewer than the threshold nothing is said, not even how many', () => {
    expect(opinionFindings(camps({ sizes: [4] }), 5)).toMatchObject({ form: 'too-few', participants: 0, votes: 0, statements: [] })
    expect(opinionFindings(camps({ sizes: [9] }), 10).form).toBe('too-few')
  })
  test('coin flips make no groups', () => {
    const random = seededRandom(3)
    const rows = Array.from({ length: 120 }, (_, participant) => Array.from({ length: 15 }, (_, statement) => ({ participant, statement, vote: random() < 0.5 ? 1 : -1 }))).flat()
    expect(opinionFindings(readingOf(rows, 15, 120), 5)).toMatchObject({ groups: [], dots: [] })
  })
  test('60: a group smaller than the threshold is not shown as one', () => {
    for (const threshold of [5, 10]) {
      const { groups, form } = opinionFindings(camps({ sizes: [80, 4] }), threshold)
      expect([form, groups.length === 0 || groups.every(({ percent }) => percent >= 5)]).toEqual([expect.stringMatching(/no-groups|unstable/), true])
    }
  })
  test('a statement that has been withdrawn is not in it, nor those who voted on nothing else', () => {
    const rows = [...rowsOf(reading), { participant: 150, statement: 0, vote: 1 }]
    const without = opinionFindings(readingOf(rows, 20, 151, [1]), 5)
    expect([without.participants, without.statements.map(({ number }) => number).includes(1)]).toEqual([150, false])
  })
})

describe('where you stand', () => {
  const like = (camp: number) => new Map(votesOf(camp, 0, 20, () => 0.5).map(({ statement, vote }) => [statement + 1, vote]))
  test('is the group one votes like', () => {
    const lines = findings.statements.slice(0, 10).map(({ groups }) => groups[0])
    const first = lines[0]?.kind === 'band' && ['most', 'nearly-all'].includes(lines[0].band) ? 0 : 1
    expect([whereYouStand(like(first), findings).nearest, whereYouStand(like(1 - first), findings).nearest]).toEqual(['A', 'B'])
  })
  test('is nowhere for whoever has passed on all, or voted on little', () => {
    expect(
      whereYouStand(
        new Map([
          [1, 0],
          [2, 0],
        ]),
        findings,
      ).nearest,
    ).toBeUndefined()
    expect(whereYouStand(new Map([[1, 1]]), findings).nearest).toBeUndefined()
  })
})
