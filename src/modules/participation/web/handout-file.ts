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
  return redirect(`/arbete/dialoger/${slug}/begaran?${result.refusal.problems.map(({ field }) => `saknas=${field}`).join('&')}`)
}

export function loader({ params }: LoaderFunctionArgs): Response {
  return redirect(`/arbete/dialoger/${params.slug}/begaran`)
}
