import type { ActionFunctionArgs } from 'react-router'
import { z } from 'zod'
import { visitOf } from '#http/visit'
import { otherTongues } from '#kernel/languages'
import { readSurvey } from '../read-survey.ts'
import { givenOfJson } from '../rules/answer-json.ts'
import { mostQuestions } from '../rules/question.ts'
import { submitAnswer } from '../submit-answer.ts'
import { problemText } from './answer-problems.ts'
import { askedLanguage, problemResponse } from './api-problem.ts'
import { readJson } from './read-json.ts'
import { newSubmissionKey } from './survey-of.ts'

const body = z.strictObject({ answers: z.record(z.string().max(80), z.unknown()), code: z.string().max(60).nullish(), language: z.enum(['sv', ...otherTongues]).optional() })

/** `POST /api/v1/dialogues/{slug}/answers`: the same use case as the form, and so the same rules. */
export async function action({ context, request, params }: ActionFunctionArgs): Promise<Response> {
  const { now } = visitOf(context)
  const language = askedLanguage(request)
  if (request.method !== 'POST') return problemResponse('wrong-method', language)
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return problemResponse('not-json', language)
  const dialogue = await readSurvey(params.slug ?? '', now)
  if (dialogue?.kind !== 'survey' || dialogue.state === 'draft') return problemResponse('not-found', language)
  const sent = await readJson(request)
  if (sent === undefined) return problemResponse('unreadable-json', language)
  const read = body.safeParse(sent)
  if (!read.success) return problemResponse('wrong-shape', language)
  const asked = new Set(dialogue.questions.map(({ key }) => key))
  // By what was sent: a name that every object has is left out of what was read. No more are told than there can be questions.
  const unknown = Object.keys((sent as typeof read.data).answers)
    .filter((key) => !asked.has(key))
    .slice(0, mostQuestions)
  const { given, unreadable } = givenOfJson(read.data.answers, dialogue.questions)
  const errors = [...unknown.map((key) => ({ key, problem: 'unknown-question' })), ...unreadable.filter((key) => asked.has(key)).map((key) => ({ key, problem: 'no-such-choice' }))]
  if (errors.length > 0) return problemResponse('unreadable', language, { errors })
  const submissionKey = request.headers.get('idempotency-key') ?? newSubmissionKey()
  const result = await submitAnswer({ dialogue, submissionKey, given, language: read.data.language, oneTimeCode: read.data.code ?? undefined, strict: true }, now)
  if (result.granted) {
    const { code, before, same } = result.value
    return Response.json({ receipt: code, before, same, follow: '/folj' }, { status: before ? 200 : 201, headers: { 'content-language': language, 'cache-control': 'no-store' } })
  }
  const { refusal } = result
  if (refusal.refused === 'unreadable') {
    const errors = refusal.problems.map(({ key, problem, row }) => ({
      key,
      problem,
      row,
      detail: problemText(problem, dialogue.questions.find((question) => question.key === key)?.form ?? {}, language),
    }))
    return problemResponse('unreadable', language, { errors })
  }
  return problemResponse(refusal.refused, language, refusal.refused === 'not-asked' ? { errors: refusal.keys.map((key) => ({ key, problem: 'not-asked' })) } : {})
}

export function loader({ request }: ActionFunctionArgs): Response {
  return problemResponse('wrong-method', askedLanguage(request))
}
