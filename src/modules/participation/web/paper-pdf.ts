import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { z } from 'zod'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { surroundings } from '#http/surroundings'
import { signedInVisit } from '#http/visit'
import { requiredText } from '#kernel/fields'
import { mayEnterPaper } from '../access.ts'
import { printPaper, printPosters } from '../print-paper.ts'
import { openedSurvey } from './opened-survey.ts'

const whole = (most: number) => z.coerce.number().int().min(1).max(most)
const printForm = z.object({ copies: whole(200), first: whole(1_000_000), returnTo: requiredText(300) })

/** The form as PDF. By POST, for every copy has a code that nobody else may have. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { dialogue, municipality, address } = await toPrint({ context, request, slug: params.slug })
  const form = await readForm(request)
  const wish = printForm.safeParse({ copies: form.text('copies'), first: form.text('first'), returnTo: form.text('returnTo') })
  if (!wish.success) {
    // A file can't come from the page itself, so what was written goes back with the reader.
    const kept = new URLSearchParams(['copies', 'first', 'returnTo'].map((name) => [name, form.text(name).slice(0, 400)]))
    for (const { path } of wish.error.issues) kept.append('saknas', String(path[0]))
    return redirect(`/arbete/dialoger/${encodeURIComponent(dialogue.slug)}/papper?${kept}`)
  }
  return pdf(await printPaper(dialogue, wish.data, { municipality, address, returnTo: wish.data.returnTo }), `${dialogue.slug}-blankett`)
}

/** The posters or the cards as PDF. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const [, name = ''] = /\/(affischer|kort)\.pdf$/.exec(new URL(request.url).pathname) ?? []
  if (!name) refuse({ refused: 'not-found' })
  const { dialogue, municipality, address, now } = await toPrint({ context, request, slug: params.slug })
  return pdf(await printPosters(dialogue, name === 'kort' ? 'cards' : 'posters', { municipality, address }, now), `${dialogue.slug}-${name}`)
}

async function toPrint({ context, request, slug }: Pick<ActionFunctionArgs, 'context' | 'request'> & { slug: string | undefined }) {
  const visit = signedInVisit(context, request)
  if (!mayEnterPaper(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await openedSurvey(slug, visit.now)
  return { dialogue, municipality: visit.municipality?.name ?? '', address: surroundings().address, now: visit.now }
}

function pdf(body: Uint8Array<ArrayBuffer>, name: string) {
  return new Response(body, { headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${name}.pdf"`, 'cache-control': 'no-store' } })
}
