import { apiWords } from '../api-words.ts'
import { codeWords } from '../code-words.ts'
import type { Language } from '../rules/in-language.ts'

export type ApiProblem = keyof typeof statuses

// What a refusal is in HTTP.
const statuses = {
  'not-found': 404,
  'not-json': 415,
  'unreadable-json': 400,
  'wrong-shape': 422,
  incomplete: 422,
  unreadable: 422,
  'not-asked': 422,
  'no-key': 400,
  closed: 409,
  compiled: 409,
  erased: 409,
  'not-shown': 404,
  'code-missing': 403,
  'code-mistyped': 422,
  'code-unknown': 403,
  'code-used': 409,
  'code-revoked': 403,
  'code-expired': 403,
  'no-vote': 422,
  'no-such-participant': 403,
  'no-such-statement': 404,
  'statement-withdrawn': 409,
  'wrong-method': 405,
} as const

export const apiProblems = Object.keys(statuses) as ApiProblem[]

/** What each is called, for people to read. */
export function apiProblemWords(language: Language) {
  return { ...codeWords(language), ...apiWords(language) }
}

/** A refusal as RFC 9457 says it: a type that never changes, a title and a detail in the asked language, and each question that must be mended. */
export function problemResponse(problem: ApiProblem, language: Language, more: Readonly<Record<string, unknown>> = {}): Response {
  const status = statuses[problem]
  const word = apiProblemWords(language)
  return Response.json(
    { type: `/api#${problem}`, title: word[problem], status, ...more },
    { status, headers: { 'content-type': 'application/problem+json', 'content-language': language, 'cache-control': 'no-store' } },
  )
}

/** The language that was asked for: `?language=`, else Accept-Language, else Swedish. */
export function askedLanguage(request: Request): Language {
  const asked = new URL(request.url).searchParams.get('language')
  if (asked === 'en' || asked === 'sv') return asked
  const [first = ''] = (request.headers.get('accept-language') ?? '').split(',')
  return /^en\b/i.test(first.trim()) ? 'en' : 'sv'
}
