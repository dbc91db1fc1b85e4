import { addDays } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import type { SurveyReading } from './read-survey.ts'
import { fewestInBurst, isOver, slotOf } from './rules/burst.ts'
import * as store from './store.server.ts'

type Source = Parameters<typeof store.addBursts>[0][number]['source']
type Slot = { readonly dialogueId: string; readonly source: Source; readonly beganAt: string; readonly fewest: number; answers: number; readonly texts: Map<string, number> }

/** Shorter texts than this many people write alike without knowing of each other. */
export const shortestAlike = 15
// A count of texts takes room: what is written alike comes early in a burst.
const [mostTexts, longestKept] = [2000, 200]
const daysKept = 30
const slots = new Map<string, Slot>()

/**
 * Counts that an answer has come, in this process's memory only: which answer it was isn't known here, and what is too few to be a burst when its ten
 * minutes are over is forgotten (decision 0031).
 */
export function countArrival({ id, group }: Pick<SurveyReading, 'id' | 'group'>, source: Source, groupings: readonly string[], now: Moment): void {
  const beganAt = slotOf(now.at)
  const name = `${id} ${source} ${beganAt}`
  const slot = slots.get(name) ?? { dialogueId: id, source, beganAt, fewest: Math.max(fewestInBurst, group.threshold), answers: 0, texts: new Map<string, number>() }
  slots.set(name, slot)
  slot.answers += 1
  for (const text of new Set(groupings.filter(({ length }) => length >= shortestAlike).map((grouping) => grouping.slice(0, longestKept))))
    if (slot.texts.has(text) || slot.texts.size < mostTexts) slot.texts.set(text, (slot.texts.get(text) ?? 0) + 1)
}

/** Writes down the bursts whose ten minutes are over, and forgets what was none. */
export async function keepBursts(now: Moment): Promise<void> {
  const over = [...slots].filter(([, { beganAt }]) => isOver(beganAt, now.at))
  // Taken out before they are written, so that nobody else who looks at this moment adds them once more.
  for (const [name] of over) slots.delete(name)
  const bursts = over.filter(([, { answers, fewest }]) => answers >= fewest)
  try {
    await store.addBursts(
      bursts.map(([, { dialogueId, source, beganAt, answers, texts, fewest }]) => {
        const sameText = Math.max(0, ...texts.values())
        return { dialogueId, source, beganAt, answers, sameText: sameText >= fewest ? sameText : null }
      }),
    )
  } catch (fault) {
    // The database is away: they are written next time.
    for (const [name, slot] of bursts) slots.set(name, slot)
    throw fault
  }
}

/** Takes away the bursts of dialogues that closed a month ago. */
export async function forgetOldBursts(now: Moment): Promise<void> {
  await store.deleteBurstsOf(await store.listClosedWithBursts(addDays(now.day, -daysKept)))
}
