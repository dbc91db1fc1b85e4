import type { OpinionMap } from '#statistics'
import type { NamedVotes } from './read-votes.ts'

export type Timing = { readonly [stage: string]: number }

/** The map as JSON, piece by piece: a million participants are never one text. */
export function* opinionJson(map: OpinionMap, { pids, tids }: NamedVotes, groupNames: readonly string[], timing: Timing, summary: boolean): Generator<string> {
  const [named, tid] = [idsOf(pids), idsOf(tids)]
  const groupId = idsOf(groupNames)
  yield `{"k":${map.k},"participants":[`
  for (let who = 0; who < pids.length && !summary; who++) {
    const group = map.groups[who] as number
    yield `${who === 0 ? '' : ',\n'}{"pid":${named(who)},"group":${group < 0 ? 'null' : groupId(group)},"x":${map.places[who * 2]},"y":${map.places[who * 2 + 1]}}`
  }
  const sizes = groupNames.map((_, group) => map.groups.reduce((sum, each) => sum + (each === group ? 1 : 0), 0))
  yield `],\n"groups":${JSON.stringify(sizes.map((size, group) => ({ group: plain(groupNames[group] ?? ''), size, stability: map.stability?.[group] ?? null, small: size < smallGroup })))},`
  yield `\n"distinctGroups":${map.k > 1},"tried":${JSON.stringify(map.tried)},"components":${JSON.stringify(map.components.map((component) => [...component]))},`
  yield `"center":${JSON.stringify([...map.centre])},"tids":${JSON.stringify(tids.map(plain))},\n"statements":[`
  for (let what = 0; what < tids.length; what++) {
    const [disagree, pass, agree] = [map.counts[what * 3] as number, map.counts[what * 3 + 1] as number, map.counts[what * 3 + 2] as number]
    const byGroup = Object.fromEntries(groupNames.map((name, group) => [name, { ...map.statistics[group]?.[what] }]))
    const rest = {
      agree,
      disagree,
      pass,
      seen: agree + disagree + pass,
      groupInformedConsensus: map.groupInformedConsensus[what],
      pairwiseDisagreement: map.bridging[what]?.pairwiseDisagreement,
      pMean: map.bridging[what]?.pMean,
      extremity: map.extremity[what],
      priority: map.priority[what],
      byGroup,
    }
    yield `${what === 0 ? '' : ',\n'}{"tid":${tid(what)},${JSON.stringify(rest).slice(1)}`
  }
  const list = (whats: readonly number[]) => whats.map((what) => plain(tids[what] ?? ''))
  const representative = Object.fromEntries(map.representative.map((each, group) => [groupNames[group], each.map(({ statement }) => plain(tids[statement] ?? ''))]))
  const details = Object.fromEntries(
    map.representative.map((each, group) => [groupNames[group], each.map(({ statement, ...rest }) => ({ tid: plain(tids[statement] ?? ''), ...rest }))]),
  )
  yield `],\n"representative":${JSON.stringify(representative)},"representativeDetails":${JSON.stringify(details)},`
  yield `\n"consensus":${JSON.stringify({ agree: list(map.consensus.agree), disagree: list(map.consensus.disagree) })},`
  yield `"slate":${JSON.stringify(list(map.slate.statements))},"slateJustified":${map.slate.justified},"scoresDiffer":${JSON.stringify(list(map.scoresDiffer))},`
  yield `\n"sampled":${JSON.stringify(map.sampled)},"timing":${JSON.stringify(timing)}}\n`
}

/** A group that is so small that it says little of anybody outside it. */
export const smallGroup = 10

/** Ids as they would be written in JSON: whole numbers as numbers. */
function idsOf(names: readonly string[]): (at: number) => string {
  return (at) => JSON.stringify(plain(names[at] ?? ''))
}

function plain(name: string): string | number {
  return /^(0|[1-9]\d{0,14})$/.test(name) ? Number(name) : name
}
