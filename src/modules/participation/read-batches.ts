import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import type { SurveyReading } from './read-survey.ts'
import { type Written, writtenOf } from './rules/written-answers.ts'
import * as store from './store.server.ts'

/** The batches of a dialogue with how far each has come. */
export async function readBatches(dialogueId: string) {
  return store.listBatches(dialogueId)
}

export type DeskReading = Awaited<ReturnType<typeof store.listBatches>>[number] & {
  readonly aside: readonly { readonly number: string; readonly because: string | null }[]
  /** The number of the form that follows on the last one. */
  readonly next: string
  /** What the reader entered last and may correct: their own words of today, so no reading of somebody else's. */
  readonly last: { readonly number: string; readonly language: string; readonly written: Written } | undefined
}

/** One batch as it stands for whoever enters it. */
export async function readDesk(dialogue: SurveyReading, batchId: string, actor: Actor, now: Moment): Promise<DeskReading | undefined> {
  const batch = (await store.listBatches(dialogue.id)).find(({ id }) => id === batchId)
  if (!batch) return undefined
  const last = await store.findLastSheet(batch.id, actor.person)
  const ideas = last?.response ? await store.listStatementsOfResponses([last.response.id]) : []
  // Somebody has masked it since: then it is no longer there to be read or written over.
  const isOpen = last?.response?.receivedOn === now.day && !ideas.some(({ isMasked }) => isMasked)
  return {
    ...batch,
    aside: await store.listSetAside(batch.id),
    next: last ? numberAfter(last.sheet.number) : '1',
    last:
      last?.response && isOpen
        ? { number: last.sheet.number, language: last.response.language ?? 'sv', written: writtenOf(dialogue.questions, last.response.answers, ideas) }
        : undefined,
  }
}

function numberAfter(number: string): string {
  return number.replace(/\d{1,9}$/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'))
}
