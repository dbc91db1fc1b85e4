import type { OpinionMap } from '#statistics'
import { smallGroup } from './opinion-json.ts'
import type { NamedVotes } from './read-votes.ts'

/** The map in words, for whoever reads it in a terminal. */
export function* opinionReport(map: OpinionMap, { table, tids }: NamedVotes, groupNames: readonly string[], texts: ReadonlyMap<string, string>): Generator<string> {
  const said = (what: number) => `${tids[what]}${texts.has(tids[what] ?? '') ? ` ”${short(texts.get(tids[what] ?? '') ?? '')}”` : ''}`
  const share = (part: number, all: number) => (all === 0 ? '–' : `${Math.round((100 * part) / all)} %`)
  const votes = table.codes.length
  yield `${number(table.participants)} deltagare har lagt ${number(votes)} röster på ${number(table.statements)} påståenden.\n`
  if (map.tried.length > 0)
    yield `Antalet grupper är valt efter hur väl grupperna förutser dolda röster (nats per röst): ${map.tried.map(({ k, gain }) => `${k} grupper ${gain.toFixed(3)}`).join(', ')}.\n`
  if (map.k <= 1) yield '\nInga tydliga grupper: deltagarna går inte att dela in så att rösterna blir lättare att förutse.\n'
  for (let group = 0; group < groupNames.length && map.k > 1; group++) {
    const size = map.groups.reduce((sum, each) => sum + (each === group ? 1 : 0), 0)
    const stability = map.stability?.[group]
    yield `\nGrupp ${groupNames[group]}: ${number(size)} deltagare${size < smallGroup ? ' (liten: säger lite om andra)' : ''}${stability === undefined ? '' : `, stabilitet ${stability.toFixed(2)}${stability < 0.5 ? ' (osäker)' : ''}`}.\n`
    for (const { statement, direction, share: own, ratio } of map.representative[group] ?? [])
      yield `  ${direction === 'agree' ? 'håller med om' : 'säger nej till'} ${said(statement)}: ${Math.round(own * 100)} %, ${ratio.toFixed(1)} gånger de andras andel\n`
  }
  const list = function* (title: string, whats: readonly number[]): Generator<string> {
    if (whats.length === 0) return
    yield `\n${title}\n`
    for (const what of whats) {
      const [disagree, pass, agree] = [map.counts[what * 3] as number, map.counts[what * 3 + 1] as number, map.counts[what * 3 + 2] as number]
      yield `  ${said(what)}: ${share(agree, agree + disagree + pass)} för, ${share(disagree, agree + disagree + pass)} emot av ${number(agree + disagree + pass)}\n`
    }
  }
  yield* list('De flesta håller med om', map.consensus.agree)
  yield* list('De flesta säger nej till', map.consensus.disagree)
  yield* list('Tillsammans ger de här flest något att hålla med om', map.slate.statements)
  if (!map.slate.justified) yield '  Listan räcker inte: en grupp som är stor nog för en plats har inget i den.\n'
  yield* list('De två måtten på samförstånd är oense om', map.scoresDiffer)
  if (map.sampled.grouping < table.participants) yield `\nAntal grupper och stabilitet är räknade på ${number(map.sampled.grouping)} av deltagarna.\n`
  if (map.sampled.bridging < table.participants) yield `Måtten på överbryggning och listan är räknade på ${number(map.sampled.bridging)} av deltagarna.\n`
}

function number(value: number): string {
  return value.toLocaleString('sv-SE')
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 90 ? `${line.slice(0, 89)}…` : line
}
