import { Readable } from 'node:stream'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { type ExportedFile, type ExportFormat, exportAnswers } from '../export-answers.ts'

/** The file itself. It is asked for by POST, for that it was fetched is written down. */
export async function action({ context, request, params }: ActionFunctionArgs): Promise<Response> {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const [slug, format] = [params.slug ?? '', form.text('format')]
  const texts = form.text('texts') === 'raw' ? 'raw' : 'shown'
  const result = await exportAnswers(actor, { slug, format: format as ExportFormat, texts, reason: form.text('reason') }, now)
  if (result.granted) return fileResponse(result.value)
  if (result.refusal.refused === 'invalid' && result.refusal.problems.every(({ field }) => field === 'reason'))
    return redirect(`/arbete/dialoger/${encodeURIComponent(slug)}/utlamning?saknas=skal&format=${encodeURIComponent(format)}`)
  return refuse(result.refusal)
}

export function loader({ params }: LoaderFunctionArgs): Response {
  return redirect(`/arbete/dialoger/${encodeURIComponent(params.slug ?? '')}/utlamning`)
}

/** A file to keep, never shown by the browser and never kept on the way. */
export function fileResponse({ name, type, content }: ExportedFile): Response {
  return new Response(Readable.toWeb(Readable.from(content)) as ReadableStream<Uint8Array>, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  })
}
