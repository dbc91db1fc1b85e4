import { readCodings } from '#analysis'
import { weakSaid } from '#analysis/words'
import type { Moment } from '#kernel/moment'
import { findReceipt } from '#participation'
import type { Language } from '#ui/catalogue'
import { composeThread } from './compose-thread.ts'
import { type Picture, readPicture } from './read-picture.ts'

/**
 * Follows an answer by its receipt: its own words, the themes they were read as, the phrases that rest on those, the decision,
 * and the goals with how they go. Never further than what is published. Nothing for a code that nobody has.
 */
export async function traceAnswer(code: string, now: Moment, language: Language) {
  const found = await findReceipt(code, now, language)
  if (!found) return undefined
  const picture = await readPicture(now)
  if (!picture || picture.process.id !== found.processId) return { answer: answerOf(found, [], () => undefined), picture: undefined, thread: undefined }
  const codings = picture.snapshot ? await readCodings(found.statements.map(({ id }) => id)) : []
  // A theme is marked as it was in the analysis that is public.
  const weakOf = (themeId: string) => weakSaid(picture.snapshot?.rows.find(({ theme, isWeak }) => theme === themeId && isWeak) ?? {}, language)
  const themes = [...new Set(codings.map(({ themeId }) => themeId))]
  const thread = composeThread(picture, { themes }, 'voices', language)
  // One's own voice is never a broken stop, however few are beside it.
  const stops = thread.stops.map((stop) => (stop.stop === 'voices' ? { stop: stop.stop, here: true, count: stop.count } : stop))
  return { answer: answerOf(found, codings, weakOf), picture: outcomeOf(picture, thread.followed), thread: stops }
}

type Found = NonNullable<Awaited<ReturnType<typeof findReceipt>>>

function answerOf(found: Found, codings: Awaited<ReturnType<typeof readCodings>>, weakOf: (themeId: string) => string | undefined) {
  return {
    dialogue: found.dialogue,
    slug: found.slug,
    chosen: found.chosen,
    mayChange: found.mayChange,
    receivedOn: found.receivedOn,
    statements: found.statements.map(({ id, question, text, heldBack }) => ({
      question,
      text,
      heldBack,
      themes: codings.filter(({ statementId }) => statementId === id).map(({ themeId, theme, slug }) => ({ name: theme, slug, weak: weakOf(themeId) })),
    })),
  }
}

function outcomeOf(picture: Picture, followed: ReturnType<typeof composeThread>['followed']) {
  const proposals = picture.vision ? [picture.vision.proposal] : picture.proposals
  return {
    released: picture.released,
    phrases: proposals
      .flatMap(({ phrases }) => phrases)
      .filter(({ id }) => followed.phrases.includes(id))
      .map(({ id, text }) => ({ id, text })),
    point: picture.points.find(({ id }) => id === followed.decision),
    goals: picture.goals
      .filter(({ id }) => followed.goals.includes(id))
      .map(({ id, text }) => ({ id, text, judgement: picture.rounds.flatMap(({ judgements }) => judgements).find(({ goalId }) => goalId === id) })),
  }
}
