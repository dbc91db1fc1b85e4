import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { handOutTexts } from '../hand-out-texts.ts'
import { fileResponse } from './export-file.ts'

/** The files of a handout, made at this moment. */
export async function action({ context, request, params }: ActionFunctionArgs): Promise<Response> {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const slug = params.slug ?? ''
  const result = await handOutTexts(actor, { slug, decision: form.text('decision'), reason: form.text('reason') }, now)
  if (result.granted) return fileResponse(result.value)
  if (result.refusal.refused !== 'invalid' || result.refusal.problems.some(({ field }) => field === 'slug')) return refuse(result.refusal)
  // A file can't come from the page itself, so what was written goes back with the reader.
  const kept = new URLSearchParams({ decision: form.text('decision').slice(0, 200), reason: form.text('reason').slice(0, 600) })
  for (const { field } of result.refusal.problems) kept.append('saknas', field)
  return redirect(`/arbete/dialoger/${encodeURIComponent(slug)}/begaran?${kept}`)
}

export function loader({ params }: LoaderFunctionArgs): Response {
  return redirect(`/arbete/dialoger/${encodeURIComponent(params.slug ?? '')}/begaran`)
}
