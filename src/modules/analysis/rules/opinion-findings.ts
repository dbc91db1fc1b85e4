import type { readVotes } from '#participation'
import { bandShare, type GroupStatistic, mapOpinions, type OpinionMap, type ShareBand, voteTable, wilsonInterval } from '#statistics'
import { type Dot, type Place, placeOnMap } from './opinion-places.ts'

export type VotesReading = Awaited<ReturnType<typeof readVotes>>
export type Direction = 'agree' | 'disagree'
/** Of those who took a stand, how many agree: in whole percent with its interval, in a band where few stand on one side, or nothing. */
export type Agreement =
  | { readonly kind: 'too-few' }
  | { readonly kind: 'band'; readonly band: ShareBand }
  | { readonly kind: 'share'; readonly percent: number; readonly low: number; readonly high: number }
export type StatementFinding = {
  readonly number: number
  readonly text: string
  readonly textEnglish: string | null
  /** How many voted on it, pass among the votes; nothing when too few. */
  readonly votes: number | null
  /** So few have come since an earlier map that the figures are those of that map, by its number. */
  readonly since?: number
  readonly all: Agreement
  /** In the order of the groups; never anything but a band. */
  readonly groups: readonly Agreement[]
}
export type Claim = { readonly number: number; readonly direction: Direction }
export type GroupFinding = {
  readonly key: string
  /** Of all participants, to the nearest five percent. */
  readonly percent: number
  /** How surely it would be found again with others of the same kind, in hundredths. */
  readonly stability: number
  readonly place: Place
  /** What sets it apart. */
  readonly marks: readonly Claim[]
}
export type OpinionFindings = {
  /** Why there are groups or not. */
  readonly form: 'too-few' | 'small-room' | 'no-groups' | 'unstable' | 'groups'
  readonly participants: number
  readonly votes: number
  readonly statements: readonly StatementFinding[]
  readonly groups: readonly GroupFinding[]
  /** What every group agrees with, or disagrees with; where there are no groups, what most do. */
  readonly together: readonly Claim[]
  /** What some groups agree with and others disagree with. */
  readonly dividing: readonly { readonly number: number; readonly agree: readonly string[]; readonly disagree: readonly string[] }[]
  /** What people agree with who else differ, without regard to any group. */
  readonly bridging: readonly number[]
  readonly dots: readonly Dot[]
}

// So few make no map: a handful of them would make a group.
const fewestOnMap = 50
// Hennig's words for a cluster that is there.
const leastStability = 0.75
// One-sided 90 %, as Polis.
const significant = 1.2816
const mostListed = 5
const mostBridging = 3
const seed = 2021

/**
 * What the votes say, as it may be shown: no count of a group, no share where fewer than the threshold stand on one side, no group smaller than the
 * threshold. Groups only when they are large enough and would be found again; of fewer than fifty participants a table and no map. In what order
 * participants and statements come changes nothing. Statements that have been withdrawn are not in it.
 */
export function opinionFindings(reading: VotesReading, threshold: number): OpinionFindings {
  const { statements, table, participants } = shownOnly(reading)
  const nothing = { participants, votes: 0, statements: [], groups: [], together: [], dividing: [], bridging: [], dots: [] }
  if (participants < threshold) return { ...nothing, form: 'too-few', participants: 0 }
  const grouped = participants < fewestOnMap ? undefined : groupsThatStand(table, threshold)
  const map = grouped?.map ?? mapOpinions(table, { k: 1, seed })
  const order = grouped?.stands ? bySize(map, participants) : []
  const onMap = grouped?.stands ? placeOnMap(map, threshold) : undefined
  const statistics = order.map(({ group }) => map.statistics[group] ?? [])
  const named = (at: number) => statements[at]?.number ?? 0
  const findings = statements.map(({ number, text, textEnglish }, at) => {
    const [disagree = 0, pass = 0, agree = 0] = map.counts.slice(at * 3, at * 3 + 3)
    const seen = agree + pass + disagree
    return {
      ...{ number, text, textEnglish },
      votes: seen < threshold ? null : seen,
      all: agreementOfAll(agree, disagree, threshold),
      groups: statistics.map((group) => agreementOfGroup(group[at], threshold)),
    }
  })
  const isSaid = (at: number) => (statistics.length > 0 ? findings[at]?.groups.every(({ kind }) => kind !== 'too-few') : findings[at]?.all.kind !== 'too-few') === true
  const said = statements.map((_, at) => at).filter(isSaid)
  return {
    ...nothing,
    form: participants < fewestOnMap ? 'small-room' : grouped?.stands ? 'groups' : grouped?.tried ? 'unstable' : 'no-groups',
    // Not what is too little to show: it could be reckoned by taking away the rest.
    votes: findings.reduce((sum, each) => sum + (each.votes ?? 0), 0),
    statements: findings,
    groups: order.map(({ group, size }, at) => ({
      key: keyOf(at),
      percent: Math.round((size / participants) * 20) * 5,
      stability: Math.round((map.stability?.[group] ?? 0) * 100),
      place: onMap?.centres[group] ?? { x: 0.5, y: 0.5 },
      marks: (map.representative[group] ?? [])
        .filter(({ statement }) => findings[statement]?.groups[at]?.kind === 'band')
        .map(({ statement, direction }) => ({ number: named(statement), direction })),
    })),
    together: (statistics.length > 0 ? saidByEveryGroup(said, statistics, map) : saidByMost(map, isSaid)).map(({ at, direction }) => ({ number: named(at), direction })),
    dividing: dividing(said, statistics).map(({ at, agree, disagree }) => ({ number: named(at), agree: agree.map(keyOf), disagree: disagree.map(keyOf) })),
    bridging: participants < fewestOnMap ? [] : bridging(map, isSaid).map(named),
    dots: (onMap?.dots ?? []).map((dot) => ({ ...dot, group: order.findIndex(({ group }) => group === dot.group) })),
  }
}

function keyOf(at: number): string {
  return 'ABCDE'[at] ?? String(at + 1)
}

/** The votes on statements that stand, of those who have any. */
function shownOnly({ statements, columns }: VotesReading) {
  const kept = statements.flatMap((statement, at) => (statement.isWithdrawn ? [] : [{ ...statement, at }]))
  const places = new Map(kept.map(({ at }, place) => [at, place]))
  const who = new Map<number, number>()
  const own = { participant: [] as number[], statement: [] as number[], vote: [] as number[] }
  columns.vote.forEach((vote, row) => {
    const place = places.get(columns.statement[row] ?? -1)
    const participant = columns.participant[row] ?? 0
    if (place === undefined) return
    if (!who.has(participant)) who.set(participant, who.size)
    own.participant.push(who.get(participant) ?? 0)
    own.statement.push(place)
    own.vote.push(vote)
  })
  return { statements: kept, participants: who.size, table: voteTable({ participants: who.size, statements: kept.length, ...own }) }
}

/** The most groups that the votes bear and that are large and stable enough; without any, whether some were tried. */
function groupsThatStand(table: Parameters<typeof mapOpinions>[0], threshold: number): { readonly map: OpinionMap; readonly stands: boolean; readonly tried: boolean } {
  const chosen = mapOpinions(table, { stability: true, seed })
  for (let k = chosen.k; k > 1; k--) {
    const map = k === chosen.k ? chosen : mapOpinions(table, { k, stability: true, seed })
    const sizes = sizesOf(map)
    if (map.k > 1 && sizes.every((size) => size >= threshold) && map.stability?.every((each) => each >= leastStability)) return { map, stands: true, tried: true }
  }
  return { map: chosen, stands: false, tried: chosen.k > 1 }
}

function sizesOf({ groups, k }: OpinionMap): number[] {
  const sizes = new Array<number>(k).fill(0)
  for (const group of groups) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1
  return sizes
}
/** The largest first. */
function bySize(map: OpinionMap, participants: number) {
  const sizes = sizesOf(map).map((size, group) => ({ group, size }))
  return participants === 0 ? [] : sizes.sort((one, other) => other.size - one.size || one.group - other.group)
}

/** Of all who took a stand; a band where few stand on one side, or where there is to be no share. */
export function agreementOfAll(agree: number, disagree: number, threshold: number, { isBand = false } = {}): Agreement {
  const stood = agree + disagree
  if (stood < threshold) return { kind: 'too-few' }
  if (isBand || Math.min(agree, disagree) < threshold) return banded(agree, stood)
  const { low, high } = wilsonInterval(agree, stood)
  const percent = (share: number) => Math.round(share * 100)
  return { kind: 'share', percent: percent(agree / stood), low: percent(low), high: percent(high) }
}
function agreementOfGroup(group: GroupStatistic | undefined, threshold: number): Agreement {
  const stood = group ? group.agree + group.disagree : 0
  return group && stood >= threshold ? banded(group.agree, stood) : { kind: 'too-few' }
}
function banded(agree: number, stood: number): Agreement {
  const band = bandShare(agree, stood)
  return band ? { kind: 'band', band } : { kind: 'too-few' }
}

const agrees = ({ agreeTest, agreeShare }: GroupStatistic) => agreeTest > significant && agreeShare > 0.5
const disagrees = ({ disagreeTest, disagreeShare }: GroupStatistic) => disagreeTest > significant && disagreeShare > 0.5

function saidByEveryGroup(said: readonly number[], statistics: readonly (readonly GroupStatistic[])[], { groupInformedConsensus }: OpinionMap) {
  const of = (at: number) => statistics.flatMap((group) => group[at] ?? [])
  const score = (at: number, direction: Direction) =>
    direction === 'agree' ? (groupInformedConsensus[at] ?? 0) : of(at).reduce((product, { disagreeShare }) => product * disagreeShare, 1)
  const listed = (direction: Direction) =>
    said
      .filter((at) => of(at).every(direction === 'agree' ? agrees : disagrees))
      .sort((one, other) => score(other, direction) - score(one, direction) || one - other)
      .slice(0, mostListed)
      .map((at) => ({ at, direction }))
  return [...listed('agree'), ...listed('disagree')]
}
function saidByMost({ consensus }: OpinionMap, isSaid: (at: number) => boolean) {
  const listed = (direction: Direction) => consensus[direction].filter(isSaid).map((at) => ({ at, direction }))
  return [...listed('agree'), ...listed('disagree')]
}

function dividing(said: readonly number[], statistics: readonly (readonly GroupStatistic[])[]) {
  const which = (at: number, is: (group: GroupStatistic) => boolean) => statistics.flatMap((group, place) => (group[at] && is(group[at]) ? [place] : []))
  const apart = (at: number) => {
    const shares = statistics.map((group) => group[at]?.agreeShare ?? 0)
    return Math.max(...shares) - Math.min(...shares)
  }
  return said
    .map((at) => ({ at, agree: which(at, agrees), disagree: which(at, disagrees) }))
    .filter(({ agree, disagree }) => agree.length > 0 && disagree.length > 0)
    .sort((one, other) => apart(other.at) - apart(one.at) || one.at - other.at)
    .slice(0, mostListed)
}

/** Of what most agree with, what those who agree with it most disagree on everything else. */
function bridging({ bridging: scores, counts }: OpinionMap, isSaid: (at: number) => boolean): number[] {
  const score = (at: number) => scores[at]?.pairwiseDisagreement ?? 0
  return scores
    .map((_, at) => at)
    .filter((at) => isSaid(at) && (counts[at * 3 + 2] ?? 0) > (counts[at * 3] ?? 0) + (counts[at * 3 + 1] ?? 0))
    .sort((one, other) => score(other) - score(one) || one - other)
    .slice(0, mostBridging)
}
