import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { refused } from '#kernel/result'
import { writeTranslation } from '#translations'
import { gatherTexts } from './gather-texts.ts'

type Input = { readonly place: string; readonly original: string; readonly text: string; readonly language: string; readonly madeBy: string }

/**
 * Puts in what the text at a place is in another language. Refuses `not-found` for a place that isn't there, and `stale` with how it stands
 * now when the Swedish has changed since the form was shown.
 */
export async function translateText(actor: Actor, input: Input, now: Moment) {
  const place = (await gatherTexts(now)).find((each) => each.place === input.place)
  if (!place) return refused({ refused: 'not-found' })
  if (place.text !== input.original) return refused({ refused: 'stale', now: place.text })
  return writeTranslation(actor, input as Parameters<typeof writeTranslation>[1], now)
}
