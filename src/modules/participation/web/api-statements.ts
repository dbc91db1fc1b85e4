import type { LoaderFunctionArgs } from 'react-router'
import { type OpinionStatement, readOpinionBoard } from '../read-opinion-board.ts'
import type { Language } from '../rules/in-language.ts'
import { askedLanguage, problemResponse } from './api-problem.ts'

/** `GET /api/v1/dialogues/{slug}/statements`: what can be voted on, by the numbers that votes are sent by. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const language = askedLanguage(request)
  const board = await readOpinionBoard(params.slug ?? '')
  if (!board) return problemResponse('not-found', language)
  return Response.json(
    { statements: [...board.statements.values()].map((statement) => statementInApi(statement, language)) },
    { headers: { 'content-language': language, 'cache-control': 'no-cache' } },
  )
}

export function action({ request }: LoaderFunctionArgs): Response {
  return problemResponse('wrong-method', askedLanguage(request))
}

/** A statement as programs get it: its number, its words in the language that was asked for where they are, and where it comes from. */
export function statementInApi({ number, text, textEnglish, origin, source }: OpinionStatement, language: Language) {
  const words = language === 'en' && textEnglish ? { text: textEnglish, language: 'en' } : { text, language: 'sv' }
  return { statement: number, ...words, origin, source }
}
