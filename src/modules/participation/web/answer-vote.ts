import { z } from 'zod'
import type { Moment } from '#kernel/moment'
import { castVote } from '../cast-vote.ts'
import { isSubmissionKey } from '../mint-receipt.ts'
import { askedLanguage, problemResponse } from './api-problem.ts'
import { statementInApi } from './api-statements.ts'
import { readJson } from './read-json.ts'

const body = z.strictObject({ statement: z.int().min(1), vote: z.union([z.literal(-1), z.literal(0), z.literal(1)]), token: z.string().max(200).nullish() })

/** Answers `POST /api/v1/dialogues/{slug}/votes`: the same use case as the page, and so the same rules. */
export async function answerVote(request: Request, slug: string, now: Moment): Promise<Response> {
  const language = askedLanguage(request)
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return problemResponse('not-json', language)
  const sent = await readJson(request)
  if (sent === undefined) return problemResponse('unreadable-json', language)
  const read = body.safeParse(sent)
  if (!read.success) return problemResponse('no-vote', language)
  const key = request.headers.get('idempotency-key') ?? undefined
  if (key !== undefined && !isSubmissionKey(key)) return problemResponse('no-key', language)
  const { statement, vote, token } = read.data
  const result = await castVote({ slug, token: token ?? undefined, key, statement, vote }, now)
  if (!result.granted) return problemResponse(result.refusal.refused, language)
  const { token: own, isFirst, answered, of, next } = result.value
  const told = JSON.stringify({ token: own, statement, vote, answered, of, next: next ? statementInApi(next, language) : null })
  // With its length, so that nobody takes the trouble to compress so little.
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(told)), 'content-language': language, 'cache-control': 'no-store' }
  return new Response(told, { status: isFirst ? 201 : 200, headers })
}
