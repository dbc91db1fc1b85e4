import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { maskPersonalData } from '#text'
import { flagTexts } from './flag-texts.ts'
import { logReading } from './log-reading.ts'
import { type FlagKind, flagKinds, flagsOf } from './rules/flags.ts'
import { otherLanguageOf } from './rules/other-language.ts'
import * as store from './store.server.ts'

export type ReviewState = store.ReviewState
export type ReviewWish = { readonly page: number; readonly state: ReviewState; readonly flag?: FlagKind; readonly dialogue?: string; readonly group?: string }
export type ReviewRow = {
  readonly id: string
  /** Its own words until somebody has masked it; from then on the masked. */
  readonly text: string
  readonly group: string
  readonly question: string
  /** As it would be shown: as somebody has masked it, else with what looks like personal data masked. */
  readonly suggestion: string
  /** What a machine points out in the words as they stand now. */
  readonly flags: readonly FlagKind[]
  /** The language, when it isn't Swedish. */
  readonly language: string | undefined
  readonly translation: string | null
  readonly isMasked: boolean
  /** The review that holds; empty when nobody has read it. */
  readonly reviewId: string
  /** How many statements have the same words, this one among them. */
  readonly same: number
}
export type ReviewQueue = {
  readonly counts: Readonly<Record<ReviewState, number>>
  /** Of those in the state asked for, how many have each flag in the words that were written. */
  readonly flagged: Readonly<Partial<Record<FlagKind, number>>>
  readonly page: number
  readonly pages: number
  readonly statements: readonly ReviewRow[]
}

const perPage = 25

/**
 * A page of the statements that wait for review or have had it, with what should be masked pointed out. Texts that have come since last are read by the
 * machine first. That they were read by a person is written down; six statements at the most.
 */
export async function readReviewQueue(actor: Actor, { page, ...filter }: ReviewWish, now: Moment): Promise<ReviewQueue> {
  await flagTexts()
  const counted = (await store.countForReview(filter)).map((row) => ({ ...row, states: statesOf(row) }))
  const among = (state: ReviewState, flag?: FlagKind) =>
    counted.reduce((sum, { states, kinds, count }) => sum + (states.includes(state) && (flag === undefined || kinds?.includes(flag)) ? count : 0), 0)
  const pages = Math.max(1, Math.ceil(among(filter.state, filter.flag) / perPage))
  const at = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  const rows = await store.listForReview(filter, perPage, (at - 1) * perPage)
  await logReading(actor, 'review', rows, now)
  const same = new Map((await store.countSameWords([...new Set(rows.map(({ grouping }) => grouping))])).map(({ grouping, count }) => [grouping, count]))
  return {
    counts: { all: among('all'), waiting: among('waiting'), 'may-be-shown': among('may-be-shown'), masked: among('masked'), withheld: among('withheld') },
    flagged: Object.fromEntries(flagKinds.map((flag) => [flag, among(filter.state, flag)]).filter(([, count]) => count !== 0)),
    page: at,
    pages,
    statements: rows.map(({ id, text, group, question, grouping, isMasked, reviewId, answeredIn, translation }) => ({
      id,
      text,
      group,
      question,
      suggestion: isMasked ? text : maskPersonalData(text).text,
      flags: flagsOf(text, answeredIn),
      language: otherLanguageOf(text, answeredIn),
      translation,
      isMasked,
      reviewId: reviewId ?? '',
      same: same.get(grouping) ?? 1,
    })),
  }
}

function statesOf({ verdict, isMasked }: { readonly verdict: 'may-be-shown' | 'withheld' | null; readonly isMasked: boolean }): readonly ReviewState[] {
  if (verdict === null) return ['all', 'waiting']
  return verdict === 'may-be-shown' && isMasked ? ['all', verdict, 'masked'] : ['all', verdict]
}
