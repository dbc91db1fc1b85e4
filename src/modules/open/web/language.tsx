import { type LoaderFunctionArgs, redirect } from 'react-router'
import { languageCookie } from '#http/language'
import { refuse } from '#http/respond'
import { isHttps } from '#http/surroundings'
import { visitOf } from '#http/visit'

/** Remembers the reader's language for a year and goes back where they came from, which is always a page of ours; by which poster they came there isn't lost. */
export function loader({ context, params, request }: LoaderFunctionArgs) {
  if (!visitOf(context).tongues.some((tongue) => tongue === params.language)) refuse({ refused: 'not-found' })
  const wanted = new URL(request.url).searchParams.get('till') ?? '/'
  const back = /^\/(?![/\\])[\w\-/åäöÅÄÖ]*(?:\?via=[\w-]{1,80})?$/.test(wanted) ? wanted : '/'
  const secure = isHttps(request) ? '; Secure' : ''
  return redirect(back, { headers: { 'set-cookie': `${languageCookie}=${params.language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}` } })
}
