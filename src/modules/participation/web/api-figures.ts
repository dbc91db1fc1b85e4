import type { LoaderFunctionArgs } from 'react-router'
import { visitOf } from '#http/visit'
import { readPublicFigures } from '../read-figures.ts'
import { askedLanguage, problemResponse } from './api-problem.ts'

/** `GET /api/v1/dialogues/{slug}/figures`: what everybody may see; `null` is a number that is too small to show. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  const figures = await readPublicFigures(params.slug ?? '', visitOf(context).now)
  return figures ? Response.json(figures, { headers: { 'cache-control': 'no-cache' } }) : problemResponse('not-shown', askedLanguage(request))
}

export function action({ request }: LoaderFunctionArgs): Response {
  return problemResponse('wrong-method', askedLanguage(request))
}
