import type { z } from 'zod'
import { lastSuggestions } from './keep-suggestions.ts'
import { isBlindTo } from './read-suggestions.ts'
import * as store from './store.server.ts'
import type { shownSuggestion } from './suggestion-schema.ts'

type Wish = {
  readonly processId: string
  readonly statementId: string
  readonly themeIds: readonly string[]
  readonly shown: readonly z.output<typeof shownSuggestion>[]
  readonly person: string
  readonly at: string
}

/**
 * Keeps what a coder, by reading a statement, answered to what was suggested for it, and answers with what the coder knew of it. What a blind coder chose is
 * compared with the suggestion that was hidden: it says how right suggestions are when nobody is led by them. In the caller's transaction.
 */
export async function answerSuggestions({ processId, statementId, themeIds, shown, person, at }: Wish): Promise<'none' | 'hidden' | 'seen'> {
  const hidden = shown.length === 0 && (await isBlindTo(statementId, { processId, person })) ? lastSuggestions(processId, statementId) : undefined
  // The first is what the suggestion says; the others were never looked at.
  const answered = hidden ? hidden.suggestions.slice(0, 1).map((each) => ({ ...each, learntFrom: hidden.learntFrom })) : shown
  const known = new Set((await store.listThemeRows({ ids: answered.map(({ themeId }) => themeId) })).filter((theme) => theme.processId === processId).map(({ id }) => id))
  await store.putAnsweredSuggestions(
    answered
      .filter(({ themeId }) => known.has(themeId))
      .map(({ themeId, certainty, learntFrom }) => ({
        ...{ statementId, themeId, certainty, learntFrom, wasSeen: !hidden, answeredBy: person, answeredAt: at },
        answer: themeIds.includes(themeId) ? ('taken' as const) : ('left' as const),
      })),
  )
  return hidden ? 'hidden' : shown.length > 0 ? 'seen' : 'none'
}
