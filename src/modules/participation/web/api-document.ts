import { apiDocument } from './openapi.ts'

/** `GET /api/v1/openapi.json`. */
export function loader(): Response {
  return Response.json(apiDocument, { headers: { 'cache-control': 'no-cache' } })
}
