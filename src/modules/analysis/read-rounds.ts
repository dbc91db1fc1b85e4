import { listDocuments } from '#documents'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { readRawStatements } from '#participation'
import { readPeople } from '#people'
import { agreementOf, likenessOf } from './rules/agreement.ts'
import * as store from './store.server.ts'

export type RoundReading = NonNullable<Awaited<ReturnType<typeof readRound>>>

/** The rounds of a process, the latest first. */
export async function readRounds(processId: string) {
  return (await store.listRounds(processId)).map(({ number, drawnAt, endedAt, wanted }) => ({ number, drawnAt, endedAt, wanted }))
}

/** A round as the actor may see it: whoever has statements left to read in it sees nothing of how the other has read. */
export async function readRound(actor: Actor, processId: string, number: number, now: Moment) {
  const round = (await store.listRounds(processId)).find((each) => each.number === number)
  if (!round) return undefined
  const [drawn, coderIds, readings] = [await store.listRoundStatements(round.id), await store.listRoundCoders(round.id), await store.listRoundReadings(round.id)]
  const people = await readPeople(now.day)
  const coders = coderIds.map((id) => ({ id, name: people.find((person) => person.id === id)?.name ?? 'Någon', read: readings.filter(({ coderId }) => coderId === id).length }))
  const mine = coders.find(({ id }) => id === actor.person)
  const isBlind = (await store.listBlindRounds(processId, actor.person)).has(round.id)
  // Intervals take a thousand draws a theme, and are reckoned when the round ends.
  const agreement = isBlind ? undefined : agreementOf(readings, { draws: 0 })
  const settled = new Set(drawn.filter(({ settledAt }) => settledAt !== null).map(({ statementId }) => statementId))
  const outOfUse = new Set(agreement && (await store.listOutOfUse(agreement.themes.map(({ themeId }) => themeId))))
  const byHand = new Set(readings.filter(({ codes }) => codes.some(({ themeId }) => outOfUse.has(themeId))).map(({ statementId }) => statementId))
  const alike = agreement?.alike.filter((id) => !settled.has(id)) ?? []
  const [document] = round.documentId ? await listDocuments([round.documentId]) : []
  return {
    id: round.id,
    number,
    wanted: round.wanted,
    endedAt: round.endedAt,
    document: document && { sha256: document.sha256, content: document.content },
    drawn: drawn.length,
    coders,
    isMine: mine !== undefined,
    left: mine ? drawn.length - mine.read : 0,
    isBlind,
    agreement,
    unsettledAlike: alike.filter((id) => !byHand.has(id)).length,
    /** What they read otherwise than each other, and what they read alike as a theme that was taken out of use since: settled one by one. */
    unsettled: [...(agreement?.differing.filter((id) => !settled.has(id)) ?? []), ...alike.filter((id) => byHand.has(id))],
    outOfUse: alike.filter((id) => byHand.has(id)).length,
  }
}

/** The first statements that the two have read otherwise than each other, in their words, with what each of them read. That they were read is written down. */
export async function readDifferences(actor: Actor, round: Pick<RoundReading, 'id' | 'unsettled'>, now: Moment, most: number) {
  const readings = await store.listRoundReadings(round.id)
  const statements = await readRawStatements(actor, round.unsettled.slice(0, most), now)
  return statements.map(({ id, text, question, group }) => ({ id, text, question, group, readings: readings.filter(({ statementId }) => statementId === id) }))
}

/** The next statement that the coder has not read, or the one asked for while it may still be changed. */
export async function readNextInRound(actor: Actor, roundId: string, now: Moment, at?: string) {
  const [drawn, readings] = [await store.listRoundStatements(roundId), await store.listRoundReadings(roundId)]
  const mine = new Map(readings.filter(({ coderId }) => coderId === actor.person).map((reading) => [reading.statementId, reading]))
  const asked = drawn.find(({ statementId }) => statementId === at)
  const next = asked ?? drawn.find(({ statementId }) => !mine.has(statementId))
  const [statement] = next ? await readRawStatements(actor, [next.statementId], now) : []
  const before = drawn.filter(({ statementId, position }) => mine.has(statementId) && (next === undefined || position < next.position)).at(-1)
  return { statement, mine: next && mine.get(next.statementId), place: next ? drawn.indexOf(next) + 1 : drawn.length, all: drawn.length, before: before?.statementId }
}

/**
 * Statements that two coders have read otherwise than each other and that nobody has settled; undefined where there is no round to see. Whoever reads in a
 * round that goes on, and has statements left in it, is told nothing of that round.
 */
export async function differingStatements(actor: Actor, processId: string): Promise<string[] | undefined> {
  const blind = await store.listBlindRounds(processId, actor.person)
  const seen = (await store.listRounds(processId)).map(({ id }) => id).filter((id) => !blind.has(id))
  if (seen.length === 0) return undefined
  const open = await store.listReadings(seen, { onlyUnsettled: true })
  return [...new Set([...Map.groupBy(open, ({ roundId }) => roundId).values()].flatMap((readings) => likenessOf(readings).differing))]
}
