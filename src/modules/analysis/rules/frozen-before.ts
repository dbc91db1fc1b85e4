import { agreementOfAll, type OpinionFindings, type StatementFinding, type VotesReading } from './opinion-findings.ts'

export type VoteCounts = readonly [agree: number, pass: number, disagree: number]
/** By the number of the statement. */
export type ShownCounts = Readonly<Record<string, VoteCounts>>
export type EarlierMap = {
  readonly number: number
  readonly findings: Pick<OpinionFindings, 'participants' | 'statements'>
  /** What its figures were counted from. */
  readonly counts: ShownCounts
}

/** How many agree, pass and disagree of each statement that stands. */
export function countVotes({ statements, columns }: VotesReading): ShownCounts {
  const counts = statements.map((): [number, number, number] => [0, 0, 0])
  columns.statement.forEach((at, row) => {
    const own = counts[at]
    if (own) own[1 - (columns.vote[row] ?? 0)] = (own[1 - (columns.vote[row] ?? 0)] ?? 0) + 1
  })
  return Object.fromEntries(statements.flatMap(({ number, isWithdrawn }, at) => (isWithdrawn ? [] : [[number, counts[at] ?? [0, 0, 0]]])))
}

/**
 * Findings from which no earlier map can be taken away to learn what fewer than the threshold voted. A statement of which fewer have come, gone or changed
 * their mind since some earlier map keeps the figures it was last shown with, and says of which map. Where what is new has fewer than the threshold on one side,
 * beside a share that was shown, there is a band instead of a share. How many votes there are is the sum of what is shown.
 */
export function withoutDifferences(
  findings: OpinionFindings,
  counted: ShownCounts,
  earlier: readonly EarlierMap[],
  threshold: number,
): { readonly findings: OpinionFindings; readonly counts: ShownCounts } {
  const counts: Record<string, VoteCounts> = {}
  const statements = findings.statements.map((statement): StatementFinding => {
    const now = counted[statement.number] ?? [0, 0, 0]
    const before = shownBefore(statement.number, earlier)
    const last = before.at(-1)
    if (last && before.some(({ votes }) => isBetween(differing(votes, now), threshold))) {
      counts[statement.number] = last.votes
      return { ...statement, ...figuresOf(last.votes, threshold, last.shown.all.kind !== 'share'), since: last.shown.since ?? last.number }
    }
    if (statement.votes !== null) counts[statement.number] = now
    return tellsOfFew(before, now, threshold) ? { ...statement, ...figuresOf(now, threshold, true) } : statement
  })
  return { findings: { ...findings, statements, votes: statements.reduce((sum, { votes }) => sum + (votes ?? 0), 0) }, counts }
}

/** The figures of each statement of a map counted again from the votes that they were counted from, beside the maps before it: a band where a share would tell of few. */
export function countAgain({ findings, counts }: EarlierMap, earlier: readonly EarlierMap[], threshold: number): (Pick<StatementFinding, 'votes' | 'all'> & { number: number })[] {
  return findings.statements.map(({ number, since }) => {
    const votes: VoteCounts = counts[number] ?? [0, 0, 0]
    const before = shownBefore(number, earlier)
    const isBand = since === undefined ? tellsOfFew(before, votes, threshold) : before.at(-1)?.shown.all.kind !== 'share'
    return { number, ...figuresOf(votes, threshold, isBand) }
  })
}

type Shown = { readonly number: number; readonly shown: StatementFinding; readonly votes: VoteCounts }

/** What earlier maps have shown of a statement, and of which votes. */
function shownBefore(statement: number, earlier: readonly EarlierMap[]): Shown[] {
  return earlier.flatMap(({ number, findings, counts }) => {
    const [shown, votes] = [findings.statements.find((each) => each.number === statement), counts[statement]]
    return shown && votes ? [{ number, shown, votes }] : []
  })
}
/** Whether a share would tell how the few on one side of those who are new voted. */
function tellsOfFew(before: readonly Shown[], now: VoteCounts, threshold: number): boolean {
  return before.some(({ shown, votes }) => shown.all.kind === 'share' && !isSame(votes, now) && sidesBetween(votes, now) < threshold)
}

function figuresOf([agree, pass, disagree]: VoteCounts, threshold: number, isBand: boolean): Pick<StatementFinding, 'votes' | 'all'> {
  const votes = agree + pass + disagree
  return { votes: votes < threshold ? null : votes, all: agreementOfAll(agree, disagree, threshold, { isBand }) }
}
function isBetween(persons: number, threshold: number): boolean {
  return persons > 0 && persons < threshold
}
function isSame(one: VoteCounts, other: VoteCounts): boolean {
  return differing(one, other) === 0
}
/** So many persons at least have come, gone or changed their mind. */
function differing(one: VoteCounts, other: VoteCounts): number {
  const changes = one.map((count, kind) => (other[kind] ?? 0) - count)
  const sum = (sign: 1 | -1) => changes.reduce((all, change) => all + Math.max(0, sign * change), 0)
  return Math.max(sum(1), sum(-1))
}
/** How many of those at least there are on each side. */
function sidesBetween(one: VoteCounts, other: VoteCounts): number {
  return Math.min(Math.abs(one[0] - other[0]), Math.abs(one[2] - other[2]))
}
