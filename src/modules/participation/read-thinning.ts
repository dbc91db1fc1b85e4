import { listDocuments } from '#documents'
import { momentOf } from '#http/clock'
import type { Moment } from '#kernel/moment'
import { readRetention } from '#people'
import { listProcesses, readRelease } from '#process'
import { readSurvey, type SurveyReading } from './read-survey.ts'
import { type ThinningDay, thinningDay } from './rules/thinning-day.ts'
import * as store from './store.server.ts'

export type ProtocolReading = {
  readonly kind: 'handout' | 'thinning'
  readonly number: number
  readonly decision: string
  readonly reason: string
  readonly madeAt: string
  readonly sha256: string
}
export type ThinningReading = {
  readonly dialogue: SurveyReading
  readonly day: ThinningDay
  readonly isDue: boolean
  /** What would be erased, and what something rests on and therefore stays; where statements are voted on, the persons who have. */
  readonly free: number
  readonly resting: number
  readonly begun: number
  /** Statements that people have written and that nobody is shown. */
  readonly proposals: number
}

/** What of a dialogue may be thinned, from which day and by whose rule. Nothing of a draft. */
export async function readThinning(slug: string, now: Moment): Promise<ThinningReading | undefined> {
  const dialogue = await readSurvey(slug, now)
  if (!dialogue || dialogue.state === 'draft') return undefined
  const process = (await listProcesses(now.day)).find(({ id }) => id === dialogue.processId)
  const compiled = process && readRelease(process, 'analysis')
  const decided = (await readRetention()).find(({ dataClass }) => dataClass === 'answers') ?? { rule: 'kept' as const, years: null, decision: null }
  const day = thinningDay(dialogue, decided, compiled?.released ? momentOf(new Date(compiled.at)).day : undefined)
  const { all, resting } = dialogue.kind === 'opinion' ? { all: await store.countParticipants(dialogue.id), resting: 0 } : await store.countResting(dialogue.id)
  const isDue = dialogue.state === 'closed' && 'from' in day && day.from <= now.day
  return { dialogue, day, isDue, free: all - resting, resting, begun: await store.countBegunAnswers(dialogue.id), proposals: await store.countUnshownProposals(dialogue.id) }
}

/** The protocols of a dialogue, the latest first, each with the hash that its document is found by. */
export async function readProtocols(dialogueId: string): Promise<ProtocolReading[]> {
  const rows = await store.listProtocols(dialogueId)
  const documents = new Map((await listDocuments(rows.map(({ documentId }) => documentId))).map(({ id, sha256 }) => [id, sha256]))
  return rows.map(({ documentId, ...row }) => ({ ...row, sha256: documents.get(documentId) ?? '' }))
}
