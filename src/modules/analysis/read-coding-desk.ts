import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { type RawStatement, readRawStatements } from '#participation'
import { mayCodeStatement } from './access.ts'
import { beginLearning } from './keep-suggestions.ts'
import { type FilterReading, readDeskFilter } from './read-desk-filter.ts'
import { readMemos } from './read-memos.ts'
import { readSuggestions, type SuggestionReading } from './read-suggestions.ts'
import { alikeTexts } from './rules/search-index.ts'
import { stateOf } from './rules/statement-state.ts'
import { markSpans, type Part, partsOf } from './rules/text-parts.ts'
import * as store from './store.server.ts'

export type DeskStatement = {
  readonly id: string
  readonly text: string
  readonly question: string
  readonly group: string
  readonly language: RawStatement['language']
  readonly translation: RawStatement['translation']
  readonly stance: 'keep' | 'leave' | 'want' | null
  /** How it stands, to be sent with what the coder decides. */
  readonly seen: string
  readonly parts: readonly Part[]
  readonly pieces: readonly { readonly text: string; readonly names: readonly string[] }[]
  readonly codings: Awaited<ReturnType<typeof store.listHeld>>
  readonly aside: { readonly reason: string; readonly by: string } | undefined
  /** The other coder who has it before them. */
  readonly claimedBy: string | undefined
  readonly suggestions: readonly SuggestionReading[] | 'blind' | undefined
  readonly alike: readonly { readonly id: string; readonly text: string; readonly decided: string | undefined }[]
  readonly memos: Awaited<ReturnType<typeof readMemos>>
}
export type CodingDesk = FilterReading & {
  /** How many the filter finds. */
  readonly found: number
  /** How many are not in the queue because two read them in a round. */
  readonly inRounds: number
  readonly statement: DeskStatement | undefined
  readonly next: string | undefined
  readonly previous: string | undefined
  /** The coder's last act, that can be undone. */
  readonly last: Awaited<ReturnType<typeof store.describeLastAct>>
}

// As long as one thinks of a hard one, and shorter than a coffee.
const claimMinutes = 10
const triesForOne = 4
const mostAlike = 5
// Those that a coder comes to next have their suggestions first.
const nextToCome = 100

/**
 * The desk of a coder: the statement asked for, else the first after one that nobody else has before them, what lies beside it and what is known of it. It is
 * claimed for the coder for ten minutes. A constant number of statements, and none that looks at more than what the filter finds.
 */
export async function readCodingDesk(
  actor: Actor,
  processId: string,
  now: Moment,
  { address, at, after }: { address: URLSearchParams; at?: string | undefined; after?: string | undefined },
): Promise<CodingDesk> {
  const { narrowing, material, ...filter } = await readDeskFilter(actor, processId, address)
  const mayClaim = mayCodeStatement(actor) !== undefined
  const find = () => store.findSpot(processId, narrowing, { ...(at && { at }), ...(after && { after }), person: actor.person, now: now.at })
  let spot = await find()
  // Two who come at the same moment are given the same one; the second looks again.
  for (let tries = 1; mayClaim && spot.here && !(await claim(processId, spot.here, actor, now)) && spot.here !== at && tries < triesForOne; tries++) spot = await find()
  const last = mayClaim ? await store.describeLastAct(processId, actor.person) : undefined
  const desk = {
    ...filter,
    found: spot.found,
    inRounds: filter.filter.state === 'uncoded' ? await store.countDrawn(processId) : 0,
    statement: spot.here ? await readStatement(actor, spot.here, material, now) : undefined,
    next: spot.next ?? undefined,
    previous: spot.previous ?? undefined,
    last,
  }
  // Last, so that the database does it while the page is drawn.
  beginLearning(processId, async () => (spot.here ? [spot.here, ...(await store.listSpots(processId, narrowing, { after: spot.here, limit: nextToCome }))] : []))
  return desk
}

async function claim(processId: string, statementId: string, actor: Actor, now: Moment): Promise<boolean> {
  const isTheirs = await store.putClaim(statementId, actor.person, now.at, new Date(Date.parse(now.at) + claimMinutes * 60_000).toISOString())
  if (isTheirs) await store.dropOtherClaims(processId, actor.person, statementId)
  return isTheirs
}

async function readStatement(
  actor: Actor,
  id: string,
  { index, numberOf }: Awaited<ReturnType<typeof readDeskFilter>>['material'],
  now: Moment,
): Promise<DeskStatement | undefined> {
  const number = numberOf.get(id)
  const alikeIds = number === undefined ? [] : alikeTexts(index, number, mostAlike).map((other) => index.ids[other] as string)
  const texts = new Map((await readRawStatements(actor, [id, ...alikeIds], now)).map((each) => [each.id, each]))
  const statement = texts.get(id)
  if (!statement) return undefined
  const [held, asides] = [await store.listHeld([id, ...alikeIds]), await store.listAsides([id, ...alikeIds])]
  const [codings, mine] = [held.filter(({ statementId }) => statementId === id), asides.filter(({ statementId }) => statementId === id)]
  const claimed = await store.findClaim(id)
  const decidedAs = (other: string) =>
    held
      .filter(({ statementId }) => statementId === other)
      .map(({ theme }) => theme)
      .join(', ') || (asides.some(({ statementId }) => statementId === other) ? 'brus' : undefined)
  const { text, question, group, stance, length, language, translation } = statement
  return {
    ...{ id, text, question, group, stance, codings, language, translation },
    seen: stateOf(length, codings, mine),
    parts: partsOf(text),
    pieces: markSpans(
      text,
      codings.flatMap(({ spanFrom, spanTo, theme }) => (spanFrom === null || spanTo === null ? [] : [{ from: spanFrom, to: spanTo, name: theme }])),
    ),
    aside: mine[0] && { reason: mine[0].reason, by: mine[0].by },
    claimedBy: claimed && claimed.claimedBy !== actor.person && Date.parse(claimed.expiresAt) > Date.parse(now.at) ? claimed.name : undefined,
    suggestions: codings.length + mine.length > 0 ? undefined : await readSuggestions(statement.processId, id, actor.person),
    alike: alikeIds.flatMap((other) => asAlike(texts.get(other), decidedAs)),
    memos: await readMemos({ statementId: id }),
  }
}

function asAlike(statement: RawStatement | undefined, decidedAs: (id: string) => string | undefined) {
  return statement ? [{ id: statement.id, text: statement.text, decided: decidedAs(statement.id) }] : []
}
