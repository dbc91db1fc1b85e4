import { Readable } from 'node:stream'
import { type ActionFunctionArgs, redirect } from 'react-router'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { exportCodings } from '../export-codings.ts'
import { exchangedProcess } from './exchange-at.ts'

const here = '/arbete/kodning/utbyte'

/** The file itself. It is asked for by POST, for that it was fetched is written down. */
export async function action({ context, request }: ActionFunctionArgs): Promise<Response> {
  const visit = signedInVisit(context, request)
  const form = await readForm(request)
  const asked = { format: form.text('format') as 'qdpx', reason: form.text('reason') }
  const result = await exportCodings(visit.actor, { processId: await exchangedProcess(visit), ...asked }, visit.now)
  if (!result.granted) {
    const { refusal } = result
    if (refusal.refused === 'too-many-statements') return redirect(`${here}?saknas=plats`)
    const isReason = refusal.refused === 'invalid' && refusal.problems.every(({ field }) => field === 'reason')
    return isReason ? redirect(`${here}?saknas=skal&format=${encodeURIComponent(asked.format)}`) : refuse(refusal)
  }
  const { name, type, content } = result.value
  return new Response(Readable.toWeb(Readable.from(content)) as ReadableStream<Uint8Array>, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  })
}

export function loader(): Response {
  return redirect(here)
}
