import { type FrozenDocument, listDocuments } from '#documents'
import type { Moment } from '#kernel/moment'
import { listDialogues, readVotes } from '#participation'
import program from '../../../package.json' with { type: 'json' }
import type { FrozenMap } from './opinion-document.ts'
import * as store from './opinion-store.server.ts'
import { type Compared, compared, uncounted } from './rules/compare-figures.ts'
import { countAgain, countVotes, type EarlierMap } from './rules/frozen-before.ts'
import { type OpinionFindings, opinionFindings, type VotesReading } from './rules/opinion-findings.ts'

type Map = EarlierMap & FrozenMap & { readonly document: FrozenDocument }

/**
 * Counts the frozen maps of a process again. The figures of each statement, from the votes that were kept with the map. The groups and what comes of them, from the votes
 * as they are: where those are not the same any more, for who has voted may change or take back their votes, they can't be counted, and it is said.
 */
export async function recomputeOpinionMaps(processId: string, now: Moment): Promise<{ readonly document: FrozenDocument; readonly all: readonly Compared[] }[]> {
  const found: { document: FrozenDocument; all: readonly Compared[] }[] = []
  for (const { id, group } of (await listDialogues(now)).filter((dialogue) => dialogue.kind === 'opinion' && dialogue.processId === processId)) {
    const rows = await store.listOpinionMaps(id)
    if (rows.length === 0) continue
    const documents = await listDocuments(rows.map(({ documentId }) => documentId))
    const maps = rows.flatMap(({ number, counts, documentId }): Map[] => {
      const document = documents.find((each) => each.id === documentId)
      return document ? [{ ...(document.content.data as FrozenMap), number, counts, document }] : []
    })
    const votes = await readVotes(id)
    maps.forEach((map, at) => {
      found.push({ document: map.document, all: recomputeMap(map, maps.slice(0, at), votes, map.threshold ?? group.threshold) })
    })
  }
  return found
}

function recomputeMap(map: Map, earlier: readonly Map[], votes: VotesReading, threshold: number): Compared[] {
  const { findings, counts } = map
  const isKept = Object.keys(counts).length > 0 || findings.statements.every(({ votes: shown }) => shown === null)
  if (!isKept) return [uncounted('Röster på varje påstående', findings.votes, 'not-kept'), uncounted('Grupperna och kartan', findings.participants, 'not-kept')]
  const again = countAgain(map, earlier, threshold)
  const why = map.threshold === undefined ? ('not-kept' as const) : isOther(map) ? ('other-program' as const) : undefined
  const sum = again.reduce((all, each) => all + (each.votes ?? 0), 0)
  const ofStatements = [
    compared('Röster', findings.votes, sum, why),
    ...findings.statements.map(({ number, votes: shown, all }, at) =>
      compared(nameOf(number), { votes: shown, all }, again[at] && { votes: again[at].votes, all: again[at].all }, why),
    ),
  ]
  const then = onlyOf(findings, votes)
  const likeness = likenessOf(map, then)
  if (likeness === 'other') return [...ofStatements, uncounted('Grupperna och kartan', findings.participants, 'votes-since')]
  const now = opinionFindings(then, threshold)
  const ofGroups = why ?? (likeness === 'unsure' ? ('votes-since' as const) : undefined)
  return [
    ...ofStatements,
    ...(['form', 'participants', 'groups', 'together', 'dividing', 'bridging', 'dots'] as const).map((key) => compared(partNames[key], findings[key], now[key], ofGroups)),
    ...findings.statements.map(({ number, groups }, at) => compared(`${nameOf(number)}, i grupperna`, groups, now.statements[at]?.groups, ofGroups)),
  ]
}

const partNames = {
  ...{ form: 'Om det finns grupper', participants: 'Deltagare', groups: 'Grupperna', together: 'Det gemensamma', dividing: 'Skiljelinjerna' },
  ...{ bridging: 'Det som förenar olika', dots: 'Kartan' },
} as const
const nameOf = (statement: number) => `Påstående ${statement}`

function isOther(map: Map): boolean {
  return map.program !== program.version
}

/** The votes on the statements of a map: what was withdrawn after it is with them, and what was added is not. */
function onlyOf(findings: OpinionFindings, votes: VotesReading): VotesReading {
  const told = new Set(findings.statements.map(({ number }) => number))
  return { ...votes, statements: votes.statements.map((statement) => ({ ...statement, isWithdrawn: !told.has(statement.number) })) }
}

/**
 * Whether the votes are those that a map was made of, as far as can be seen: as many participants, and as many of each vote on every statement. Of a statement that has
 * the figures of an earlier map, or too few votes, it is not known how many there were.
 */
function likenessOf({ findings, counts }: Map, votes: VotesReading): 'same' | 'unsure' | 'other' {
  const [now, places] = [countVotes(votes), new Set(votes.statements.flatMap(({ isWithdrawn }, at) => (isWithdrawn ? [] : [at])))]
  const participants = new Set(votes.columns.participant.filter((_, row) => places.has(votes.columns.statement[row] ?? -1))).size
  const known = findings.statements.filter(({ number, since }) => since === undefined && counts[number] !== undefined)
  const isSame = known.every(({ number }) => counts[number]?.every((count, kind) => count === now[number]?.[kind]))
  if (participants !== findings.participants || !isSame) return 'other'
  return known.length === findings.statements.length ? 'same' : 'unsure'
}
