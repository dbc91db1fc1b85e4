import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { forgetOldBursts, keepBursts, shortestAlike } from './count-arrival.ts'
import { logReading } from './log-reading.ts'
import * as store from './store.server.ts'

/** So many answers with the same text are told of. */
const fewestAlike = 3
const mostShown = 50

export type NotesReading = {
  readonly bursts: Awaited<ReturnType<typeof store.listBursts>>
  readonly alike: Awaited<ReturnType<typeof store.listSameTexts>>
}

/** What may be worth a look in the answers of a dialogue: many in a short time, and the same words in several. Nothing comes of it by itself. That the texts are read is written down. */
export async function readNotes(dialogueId: string, actor: Actor, now: Moment): Promise<NotesReading> {
  await keepBursts(now)
  await forgetOldBursts(now)
  const [bursts, alike] = [await store.listBursts(dialogueId), await store.listSameTexts(dialogueId, shortestAlike, fewestAlike, mostShown)]
  if (alike.length > 0) await logReading(actor, 'notes', Array(alike.length).fill({ dialogueId }), now)
  return { bursts, alike }
}
