import { type Bridging, bridgingScores } from './bridging-scores.ts'
import { canonicalOrder } from './canonical-order.ts'
import { centreVotes } from './centre-votes.ts'
import { chooseGroupCount, type GroupCount } from './choose-group-count.ts'
import { consensusStatements } from './consensus-statements.ts'
import { groupInformedConsensus } from './group-informed-consensus.ts'
import { groupParticipants } from './group-participants.ts'
import { groupStability } from './group-stability.ts'
import { type GroupStatistic, groupStatistics } from './group-statistics.ts'
import { polisGroups } from './polis-groups.ts'
import { principalComponents } from './principal-components.ts'
import { projectParticipants } from './project-participants.ts'
import { proportionalSlate, type Slate } from './proportional-slate.ts'
import { type Representative, representativeStatements } from './representative-statements.ts'
import { everyNth } from './sample-participants.ts'
import { statementExtremity } from './statement-extremity.ts'
import { statementPriority } from './statement-priority.ts'
import { voteCounts } from './vote-counts.ts'
import type { VoteTable } from './vote-table.ts'

export type MapOptions = {
  /** `samsyn`: groups that depend on the votes alone. `polis`: as Polis makes them, for comparison. Samsyn when not said. */
  readonly mode?: 'samsyn' | 'polis'
  /** So many groups at most; chosen from the votes when not said. */
  readonly k?: number
  /** Groups that are given: of each participant, -1 for none. Then nothing is grouped. */
  readonly groups?: Int32Array
  /** Statements that are moderated out, and those about the dialogue itself. */
  readonly moderatedOut?: ReadonlySet<number>
  readonly meta?: ReadonlySet<number>
  readonly stability?: boolean
  readonly seed?: number
  readonly slateSize?: number
  /** Told when each part of the work begins, for whoever takes the time. */
  readonly stage?: (name: string) => void
}

export type OpinionMap = {
  /** 1 means no distinct groups. */
  readonly k: number
  /** What other numbers of groups would foretell; nothing when k was said or the groups given. */
  readonly tried: GroupCount['tried']
  /** Of each participant; -1 for who is in none. */
  readonly groups: Int32Array
  /** Two numbers a participant. */
  readonly places: Float64Array
  /** Of each group; undefined when it was not asked for, or there are no distinct groups. */
  readonly stability: readonly number[] | undefined
  readonly components: readonly Float64Array[]
  readonly centre: Float64Array
  /** Disagree, pass and agree of each statement, over everybody. */
  readonly counts: Uint32Array
  /** [group][statement] */
  readonly statistics: readonly (readonly GroupStatistic[])[]
  readonly consensus: { readonly agree: readonly number[]; readonly disagree: readonly number[] }
  readonly groupInformedConsensus: readonly number[]
  readonly bridging: readonly Bridging[]
  /** Statements that the two consensus scores place most apart: high by one and in the lower half by the other. */
  readonly scoresDiffer: readonly number[]
  readonly extremity: Float64Array
  readonly priority: readonly number[]
  readonly representative: readonly (readonly Representative[])[]
  readonly slate: Slate
  /** How many participants the number of groups and the stability, and the bridging scores and the slate, were worked out from. */
  readonly sampled: { readonly grouping: number; readonly bridging: number }
}

/**
 * The whole map of a dialogue: who votes alike, what each group stands for, and what brings them together. Participants and
 * statements are numbered as in the table; in Samsyn mode their order changes nothing.
 *
 * Method: see each part. Above a million votes the number of groups and the stability are worked out from at most 20,000
 * participants, above five million the bridging scores and the slate from at most 100,000: every nth in canonical order.
 *
 * @example
 * const table = voteTable({ participants: 4, statements: 2, participant: [0, 0, 1, 1, 2, 2, 3, 3], statement: [0, 1, 0, 1, 0, 1, 0, 1], vote: [1, 1, 1, 1, 1, -1, 1, -1] })
 * const map = mapOpinions(table, { k: 2 })
 * map.groups[0] === map.groups[1] && map.groups[1] !== map.groups[2] // => true
 */
export function mapOpinions(table: VoteTable, options: MapOptions = {}): OpinionMap {
  const { mode = 'samsyn', seed = 1, moderatedOut = new Set<number>(), meta = new Set<number>(), slateSize = 10, stage = () => {} } = options
  const setAside = new Set([...moderatedOut, ...meta])
  stage('counts')
  const counts = voteCounts(table)
  const centre = centreVotes(counts, setAside)
  stage('order')
  const ordered = canonicalOrder(table)
  const asideOrdered = placesIn(ordered.statements, setAside)
  stage('components')
  const orderedCentre = Float64Array.from(ordered.statements, (what) => centre[what] as number)
  const found = principalComponents(ordered.table, orderedCentre, 2, asideOrdered)
  const components = found.components.map((component) => scattered(component, ordered.statements))
  stage('places')
  const placesOrdered = projectParticipants(ordered.table, found.components, orderedCentre, asideOrdered)
  const places = new Float64Array(placesOrdered.length)
  ordered.participants.forEach((who, at) => {
    places[who * 2] = placesOrdered[at * 2] as number
    places[who * 2 + 1] = placesOrdered[at * 2 + 1] as number
  })
  const grouped = groupedBy(table, { ...options, mode, seed, stage }, { places, placesOrdered, ordered, asideOrdered, setAside })
  const { groups, k } = grouped
  stage('statistics')
  const statistics = groupStatistics(table, groups, k)
  const extremity = statementExtremity(components, centre)
  const priority = Array.from({ length: table.statements }, (_, what) => {
    const seen = { agree: 0, pass: 0, seen: 0 }
    for (const group of statistics) {
      const each = group[what] as GroupStatistic
      seen.agree += each.agree
      seen.seen += each.seen
      seen.pass += each.seen - each.agree - each.disagree
    }
    return statementPriority({ ...seen, extremity: extremity[what] as number, meta: meta.has(what) })
  })
  const informed = groupInformedConsensus(statistics)
  stage('bridging')
  const step = table.codes.length > votesBridgedInFull ? Math.ceil(table.participants / participantsBridged) : 1
  const some = step > 1 ? everyNth(ordered.table, step) : ordered.table
  const bridging = scatteredList(bridgingScores(some), ordered.statements)
  stage('slate')
  const slate = proportionalSlate(some, slateSize, asideOrdered)
  const named = (what: number) => ordered.statements[what] as number
  stage('')
  return {
    ...grouped,
    places,
    components,
    centre,
    counts,
    statistics,
    consensus: consensusStatements(counts, setAside),
    groupInformedConsensus: informed,
    bridging,
    scoresDiffer: differing(
      informed,
      bridging.map(({ pairwiseDisagreement }) => pairwiseDisagreement),
      setAside,
    ),
    extremity,
    priority,
    representative: k > 1 ? statistics.map((group) => representativeStatements(group, setAside)) : [],
    slate: { statements: slate.statements.map(named), justified: slate.justified, missing: slate.missing.map(named) },
    sampled: { grouping: grouped.sampledGrouping, bridging: some.participants },
  }
}

const votesChosenInFull = 1_000_000
const participantsChosen = 20_000
const votesBridgedInFull = 5_000_000
const participantsBridged = 100_000

type Grouped = Pick<OpinionMap, 'k' | 'tried' | 'groups' | 'stability'> & { readonly sampledGrouping: number }
type Parts = {
  readonly places: Float64Array
  readonly placesOrdered: Float64Array
  readonly ordered: ReturnType<typeof canonicalOrder>
  readonly asideOrdered: ReadonlySet<number>
  readonly setAside: ReadonlySet<number>
}

function groupedBy(
  table: VoteTable,
  { mode, k, groups, stability, seed = 1, stage = () => {} }: MapOptions,
  { places, placesOrdered, ordered, asideOrdered, setAside }: Parts,
): Grouped {
  const plain = { tried: [], stability: undefined, sampledGrouping: table.participants }
  if (groups) return { ...plain, groups, k: groups.reduce((most, group) => Math.max(most, group + 1), 0) }
  if (mode === 'polis') {
    stage('groups')
    const votes = Uint32Array.from({ length: table.participants }, (_, who) => votesThatCount(table, who, setAside))
    const found = polisGroups(places, votes, table.statements, k)
    return { ...plain, groups: found.of, k: found.k }
  }
  const counted = asideOrdered.size > 0 ? without(ordered.table, asideOrdered) : ordered.table
  const step = counted.codes.length > votesChosenInFull ? Math.ceil(counted.participants / participantsChosen) : 1
  const some = step > 1 ? everyNth(counted, step) : counted
  stage('choosing')
  const chosen = k === undefined ? chooseGroupCount(some, { seed }) : { k, tried: [] }
  stage('groups')
  const of = groupParticipants(counted, chosen.k, { seed, places: placesOrdered })
  const found = of.reduce((most, group) => Math.max(most, group + 1), 1)
  stage('stability')
  const sure =
    stability && found > 1 ? groupStability(some, step > 1 ? Int32Array.from({ length: some.participants }, (_, at) => of[at * step] as number) : of, found, { seed }) : undefined
  const back = new Int32Array(table.participants)
  ordered.participants.forEach((who, at) => {
    // Who has voted on nothing that counts is in no group.
    back[who] = counted.starts[at] === counted.starts[at + 1] ? -1 : (of[at] as number)
  })
  return { k: found, tried: chosen.tried, groups: back, stability: sure, sampledGrouping: some.participants }
}

function votesThatCount({ starts, codes }: VoteTable, who: number, setAside: ReadonlySet<number>): number {
  let votes = (starts[who + 1] as number) - (starts[who] as number)
  if (setAside.size === 0) return votes
  for (let at = starts[who] as number; at < (starts[who + 1] as number); at++) if (setAside.has(((codes[at] as number) / 3) | 0)) votes--
  return votes + setAside.size
}

/** The table less the votes on some statements, which keep their numbers. */
function without({ participants, statements, starts, codes }: VoteTable, setAside: ReadonlySet<number>): VoteTable {
  const kept = codes.filter((code) => !setAside.has((code / 3) | 0))
  const from = new Uint32Array(participants + 1)
  let next = 0
  for (let who = 0; who < participants; who++) {
    for (let at = starts[who] as number; at < (starts[who + 1] as number); at++) if (!setAside.has(((codes[at] as number) / 3) | 0)) next++
    from[who + 1] = next
  }
  return { participants, statements, starts: from, codes: kept }
}

function placesIn(order: Uint32Array, wanted: ReadonlySet<number>): Set<number> {
  const found = new Set<number>()
  order.forEach((what, at) => {
    if (wanted.has(what)) found.add(at)
  })
  return found
}

function scattered(values: Float64Array, order: Uint32Array): Float64Array {
  const back = new Float64Array(values.length)
  order.forEach((what, at) => {
    back[what] = values[at] as number
  })
  return back
}

function scatteredList<Item>(values: readonly Item[], order: Uint32Array): Item[] {
  const back: Item[] = new Array(values.length)
  order.forEach((what, at) => {
    back[what] = values[at] as Item
  })
  return back
}

/** In the highest fifth by one score and in the lower half by the other. */
function differing(one: readonly number[], other: readonly number[], setAside: ReadonlySet<number>): number[] {
  const counted = one.map((_, what) => what).filter((what) => !setAside.has(what))
  const rankBy = (scores: readonly number[]) => {
    const order = counted.toSorted((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
    return new Map(order.map((what, place) => [what, (place + 0.5) / counted.length]))
  }
  const [first, second] = [rankBy(one), rankBy(other)]
  return counted.filter((what) => {
    const [a, b] = [first.get(what) ?? 1, second.get(what) ?? 1]
    return (a <= 0.2 && b > 0.5) || (b <= 0.2 && a > 0.5)
  })
}
