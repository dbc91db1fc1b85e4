import { createContext, data, redirect } from 'react-router'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { isHttps } from '#http/surroundings'
import type { Visit } from '#http/visit'
import { begunCookie } from '../begun-cookie.ts'
import { codeCookie } from '../code-cookie.ts'
import { canBeKept, forgetBegunAnswer, keepBegunAnswer, readBegunAnswer } from '../keep-begun-answer.ts'
import { readPoster } from '../read-poster-places.ts'
import type { SurveyReading } from '../read-survey.ts'
import { sectionsOf } from '../rules/show-question.ts'
import { givenOf, type Written } from '../rules/written-answers.ts'
import { type SaidAnswer, sayAnswer } from '../say-answer.ts'
import { isFormSent, type Receipt, submitAnswer } from '../submit-answer.ts'
import { isCodeProblem, problemsIn } from './answer-problems.ts'
import { openedSurvey } from './opened-survey.ts'
import type { FieldProblem } from './survey-form.tsx'
import { placeAfter, problemsOfPart, withPart } from './survey-parts.ts'

const ofTheForm = new Set(['submissionKey', 'act', 'del', 'via'])

/** What became of a form: what the page is told, and of one that was stored now or before in the same words the survey, without its questions. */
export type Sent = {
  readonly answer: ReturnType<
    typeof data<{
      readonly receipt: Receipt | undefined
      readonly said: readonly SaidAnswer[]
      readonly problems: readonly FieldProblem[]
      readonly written: Written
      readonly poster: string | undefined
      readonly submissionKey: string
    }>
  >
  readonly thanked?: { readonly dialogue: SurveyReading; readonly receipt: Receipt }
}

/** What became of a form that was taken by the side of the pages, for the page that is left to say it. */
export const sentContext = createContext<Promise<Sent> | null>(null)

/** Takes the form of a survey, or of one part of it. The receipt is the answer to the POST itself: no code in any address, title or log. */
export async function sendAnswer(request: Request, slug: string | undefined, visit: Visit): Promise<Sent> {
  const form = await readForm(request)
  const dialogue = await openedSurvey(slug, visit.now)
  const fields = Object.keys(form.kept()).filter((name) => !ofTheForm.has(name))
  const sent = Object.fromEntries(fields.map((name) => [name, form.all(name)]))
  const isSecure = isHttps(request)
  const isLong = sectionsOf(dialogue.questions).length > 1
  const begun = await readBegunAnswer(dialogue, begunCookie.read(request.headers) ?? '', visit.now)
  const poster = begun?.poster ?? (await readPoster(dialogue, form.text('via'), visit.now))
  const place = Number(form.text('del') || 1)
  const written = isLong ? withPart(dialogue, begun?.written ?? {}, sent, place) : sent
  // Part by part more can come than one form holds.
  if (isLong && !canBeKept(written)) throw new Response('too-large', { status: 413 })
  // What was answered now may have brought one more part, after one that was the last.
  const goesOn = isLong && form.text('act') === 'send' && (await placeAfter(dialogue, written, place, 'next', visit.now)) > place
  const act = goesOn ? 'next' : form.text('act')
  // One that another device has sent is not begun anew: it is answered with its receipt.
  const isSent = isLong && !begun && (await isFormSent(dialogue.id, form.text('submissionKey')))
  if (isLong && act !== 'send' && !isSent && dialogue.state === 'open') {
    const problems = act === 'next' ? await problemsOfPart(dialogue, written, place, visit, begun?.changes !== undefined) : []
    if (problems.length > 0) return { answer: data({ receipt: undefined, said: [], problems, written, poster, submissionKey: form.text('submissionKey') }, { status: 422 }) }
    const kept = await keepBegunAnswer(dialogue, begun?.code, written, visit.now, { changes: begun?.changes, poster })
    const to = act === 'save' ? `?del=${place}&sparat` : `?del=${await placeAfter(dialogue, written, place, act, visit.now)}`
    throw redirect(`/delta/${dialogue.slug}${to}`, {
      headers: { 'set-cookie': begunCookie.keep(dialogue.slug, kept.code, dialogue.draftDays, isSecure) },
    })
  }
  const submissionKey = begun?.submissionKey ?? form.text('submissionKey')
  const result = await submitAnswer(
    {
      dialogue,
      submissionKey,
      given: givenOf(written, dialogue.questions),
      language: visit.tongue,
      changes: begun?.changes,
      poster,
      oneTimeCode: codeCookie.read(request.headers),
    },
    visit.now,
  )
  if (result.granted) {
    const { same } = result.value
    if (begun) await forgetBegunAnswer(begun.code)
    const said = sayAnswer(dialogue.questions, result.value.values, result.value.stored, visit.language)
    const answer = { receipt: result.value, said, problems: [], written: same ? {} : written, poster, submissionKey }
    return {
      answer: data(answer, { headers: endedCookies(request, dialogue.slug, begun !== undefined) }),
      // The page that says thanks neither reads nor carries what was asked.
      ...(same && { thanked: { dialogue: { ...dialogue, questions: [] }, receipt: result.value } }),
    }
  }
  const { refusal } = result
  if (refusal.refused === 'not-found') refuse(refusal)
  const answer = {
    receipt: undefined,
    said: [],
    problems: problemsIn(refusal, dialogue.questions, visit.language),
    written,
    poster,
    submissionKey: refusal.refused === 'no-key' || refusal.refused === 'erased' ? '' : submissionKey,
  }
  // What was begun has been sent and taken back: it is gone on with by another key.
  const headers = new Headers()
  if (begun && refusal.refused === 'erased') {
    const kept = await keepBegunAnswer(dialogue, undefined, written, visit.now, { changes: begun.changes, poster })
    await forgetBegunAnswer(begun.code)
    headers.append('set-cookie', begunCookie.keep(dialogue.slug, kept.code, dialogue.draftDays, isSecure))
  }
  const status = refusal.refused === 'unreadable' || refusal.refused === 'no-key' || (isCodeProblem(refusal.refused) && refusal.refused !== 'code-used') ? 422 : statusOf(refusal)
  return { answer: data(answer, { headers, status }) }
}

/** What this device remembered of an answer that is sent now. */
function endedCookies(request: Request, slug: string, hasBegun: boolean): Headers {
  const headers = new Headers()
  if (hasBegun) headers.append('set-cookie', begunCookie.end(slug, isHttps(request)))
  if (codeCookie.read(request.headers)) headers.append('set-cookie', codeCookie.end(slug, isHttps(request)))
  return headers
}
