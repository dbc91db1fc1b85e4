import { describe, expect, test } from 'vitest'
import { countVotes, type EarlierMap, type VoteCounts, withoutDifferences } from './frozen-before.ts'
import { opinionFindings, type VotesReading } from './opinion-findings.ts'

const threshold = 5
type Each = Readonly<Record<number, VoteCounts>>

/** So many agree, pass and disagree of each statement, the same people from the first on. */
function readingOf(counts: Each): VotesReading {
  const columns = { participant: [] as number[], statement: [] as number[], vote: [] as number[] }
  const own = Object.entries(counts)
  own.forEach(([, [agree, pass, disagree]], statement) => {
    const votes = [...Array(agree).fill(1), ...Array(pass).fill(0), ...Array(disagree).fill(-1)] as number[]
    votes.forEach((vote, participant) => {
      columns.participant.push(participant)
      columns.statement.push(statement)
      columns.vote.push(vote)
    })
  })
  const statements = own.map(([number]) => ({ number: Number(number), text: `Påstående ${number}`, textEnglish: null, isWithdrawn: false, isQuote: false }))
  return { statements, participants: Math.max(...columns.participant) + 1, columns }
}
/** The maps that are frozen of votes as they were, one after the other. */
function frozen(...each: readonly Each[]) {
  const maps: (EarlierMap & ReturnType<typeof withoutDifferences>)[] = []
  for (const counts of each) {
    const reading = readingOf(counts)
    maps.push({ number: maps.length + 1, ...withoutDifferences(opinionFindings(reading, threshold), countVotes(reading), maps, threshold) })
  }
  return maps
}
const shownIn = (map: ReturnType<typeof frozen>[number] | undefined, number: number) => map?.findings.statements.find((each) => each.number === number)

describe('from a map and an earlier one', () => {
  test.each<[string, VoteCounts]>([
    ['one who came', [21, 0, 15]],
    ['four who came', [22, 0, 17]],
    ['one who changed their mind', [19, 0, 16]],
    ['four who took theirs back', [18, 0, 13]],
    ['two who came as two others went', [20, 2, 13]],
  ])('the votes of %s on a statement can’t be reckoned: it keeps its figures, and says of which map', (_, then) => {
    const [first, second] = frozen({ 1: [20, 0, 15], 2: [20, 0, 15] }, { 1: then, 2: [30, 0, 25] })
    expect(shownIn(first, 1)).toMatchObject({ votes: 35, all: { kind: 'share', percent: 57 } })
    expect(shownIn(second, 1)).toEqual({ ...shownIn(first, 1), since: 1 })
    expect(shownIn(second, 2)).toMatchObject({ votes: 55, all: { kind: 'share', percent: 55 } })
  })
  test('the votes of few who come map by map can’t either, and are told of when they are enough', () => {
    const maps = frozen({ 1: [20, 0, 15], 2: [20, 0, 15] }, { 1: [22, 0, 16], 2: [30, 0, 15] }, { 1: [24, 0, 17], 2: [40, 0, 15] }, { 1: [25, 0, 20], 2: [50, 0, 15] })
    expect(maps.map((map) => [shownIn(map, 1)?.votes, shownIn(map, 1)?.since])).toEqual([
      [35, undefined],
      [35, 1],
      [41, undefined],
      [41, 3],
    ])
  })
  test('that what has been shown once comes near again tells of nobody', () => {
    const [, , third] = frozen({ 1: [20, 0, 15], 2: [20, 0, 15] }, { 1: [30, 0, 25], 2: [20, 0, 25] }, { 1: [21, 0, 15], 2: [20, 0, 35] })
    expect(shownIn(third, 1)).toMatchObject({ votes: 55, since: 2 })
  })
  test('how the few on one side of those who came voted can’t be reckoned: a band is said of all', () => {
    const [, second, third] = frozen({ 1: [20, 0, 15] }, { 1: [40, 0, 16] }, { 1: [45, 0, 25] })
    expect(shownIn(second, 1)).toMatchObject({ votes: 56, all: { kind: 'band', band: 'most' } })
    // What was a band before leaves nothing to take away.
    expect(shownIn(third, 1)).toMatchObject({ votes: 70, all: { kind: 'share', percent: 64 } })
  })
  test('nothing is said of a figure that a higher threshold hides', () => {
    const [first] = frozen({ 1: [8, 0, 6], 2: [20, 0, 15] })
    const reading = readingOf({ 1: [9, 0, 6], 2: [30, 0, 25] })
    const { findings } = withoutDifferences(opinionFindings(reading, 20), countVotes(reading), first ? [first] : [], 20)
    expect(findings.statements.find(({ number }) => number === 1)).toMatchObject({ votes: null, all: { kind: 'too-few' } })
  })
  test('the votes of a statement that has too few are not what is left when those of the others are taken away', () => {
    const maps = frozen({ 1: [20, 0, 15], 2: [2, 0, 1] }, { 1: [30, 0, 25], 2: [2, 0, 2] })
    expect(maps.map(({ findings }) => [findings.votes, findings.statements.map(({ votes }) => votes)])).toEqual([
      [35, [35, null]],
      [55, [55, null]],
    ])
    expect(Object.keys(maps[1]?.counts ?? {})).toEqual(['1'])
  })
})
