import { type LoaderFunctionArgs, redirect } from 'react-router'
import { isHttps } from '#http/surroundings'
import { codeCookie } from '../code-cookie.ts'
import { findDialogueOfCode } from '../one-time-code.ts'

/** A code as a link. It goes into a cookie and out of the address at once, so that no page has it in its referrer, title or history; opening it uses nothing. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const found = await findDialogueOfCode(params.code ?? '')
  if (!found) throw redirect('/k?fel')
  throw redirect(`/delta/${found.slug}`, { headers: { 'set-cookie': codeCookie.keep(found.slug, found.code, isHttps(request)) } })
}
