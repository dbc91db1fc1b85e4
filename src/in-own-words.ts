import { gzipSync } from 'node:zlib'
import { textOf } from '#http/whole-page'
import { hasTerms, inTerms, type TermList } from '#kernel/terms'

const leastToCompress = 1024

/** The one place where pages get the municipality's words: whatever is text, as it leaves. */
export async function inOwnWords(response: Response, terms: TermList, request: Request): Promise<Response> {
  if (!response.body || !/^(?:text\/|application\/(?:json|ld\+json|xml))/.test(response.headers.get('content-type') ?? '')) return response
  return pageInOwnWords(await textOf(response), response.headers, terms, request, response.status)
}

/** The same of a page whose text is known whole. */
export function pageInOwnWords(text: string, given: HeadersInit, terms: TermList, request: Request, status = 200): Response {
  const said = hasTerms(text) ? inTerms(text, terms) : text
  const headers = new Headers(given)
  headers.delete('content-length')
  // Compressed here and at once, because the stream that else does it costs as much as the page.
  const isPlain = said.length < leastToCompress || !/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '') || headers.has('content-encoding')
  if (isPlain) return new Response(said, { status, headers })
  headers.set('content-encoding', 'gzip')
  headers.append('vary', 'Accept-Encoding')
  return new Response(gzipSync(said), { status, headers })
}
