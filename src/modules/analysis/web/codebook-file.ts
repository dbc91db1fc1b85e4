import { type ActionFunctionArgs, redirect } from 'react-router'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { exportCodebook } from '../export-codebook.ts'
import { exchangedProcess } from './exchange-at.ts'

/** The codebook itself. It is asked for by POST, for that it was fetched is written down. */
export async function action({ context, request }: ActionFunctionArgs): Promise<Response> {
  const visit = signedInVisit(context, request)
  // Nothing is asked but that it is a form of ours.
  await readForm(request)
  const result = await exportCodebook(visit.actor, { processId: await exchangedProcess(visit) }, visit.now)
  if (!result.granted) return result.refusal.refused === 'empty-codebook' ? redirect('/arbete/kodbok/utbyte?tom=ja') : refuse(result.refusal)
  const { name, content } = result.value
  return new Response(content, {
    headers: { 'content-type': 'application/xml', 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  })
}

export function loader(): Response {
  return redirect('/arbete/kodbok/utbyte')
}
