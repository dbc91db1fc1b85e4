import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { z } from 'zod'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { surroundings } from '#http/surroundings'
import { signedInVisit } from '#http/visit'
import { requiredText } from '#kernel/fields'
import type { Tongue } from '#kernel/languages'
import { mayEnterPaper } from '../access.ts'
import { printPaper, printPosters } from '../print-paper.ts'
import { readWrittenLanguages } from '../read-written-languages.ts'
import { openedSurvey } from './opened-survey.ts'

const whole = (most: number) => z.coerce.number().int().min(1).max(most)
const printForm = z.object({ copies: whole(200), first: whole(1_000_000), returnTo: requiredText(300) })

/** The form as PDF. By POST, for every copy has a code that nobody else may have. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { dialogue, languages, municipality, address } = await toPrint({ context, request, slug: params.slug })
  const form = await readForm(request)
  const wish = printForm.safeParse({ copies: form.text('copies'), first: form.text('first'), returnTo: form.text('returnTo') })
  const written = languages.find(({ tongue }) => tongue === (form.text('sprak') || 'sv'))
  if (!wish.success || !written) {
    // A file can't come from the page itself, so what was written goes back with the reader.
    const kept = new URLSearchParams(['copies', 'first', 'returnTo', 'sprak'].map((name) => [name, form.text(name).slice(0, 400)]))
    for (const { path } of wish.error?.issues ?? []) kept.append('saknas', String(path[0]))
    if (!written) kept.append('saknas', 'sprak')
    return redirect(`/arbete/dialoger/${encodeURIComponent(dialogue.slug)}/papper?${kept}`)
  }
  const { copies, first, returnTo } = wish.data
  return pdf(await printPaper(dialogue, { copies, first, written }, { municipality, address, returnTo }), nameOf(dialogue.slug, 'blankett', written.tongue))
}

/** The posters or the cards as PDF. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const [, name = ''] = /\/(affischer|kort)\.pdf$/.exec(pathname) ?? []
  const { dialogue, languages, municipality, address, now } = await toPrint({ context, request, slug: params.slug })
  const written = languages.find(({ tongue }) => tongue === (searchParams.get('sprak') || 'sv'))
  if (!name || !written) refuse({ refused: 'not-found' })
  const kind = name === 'kort' ? 'cards' : 'posters'
  return pdf(await printPosters(dialogue, { kind, written }, { municipality, address }, now), nameOf(dialogue.slug, name, written.tongue))
}

async function toPrint({ context, request, slug }: Pick<ActionFunctionArgs, 'context' | 'request'> & { slug: string | undefined }) {
  const visit = signedInVisit(context, request)
  if (!mayEnterPaper(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await openedSurvey(slug, visit.now)
  return { dialogue, languages: await readWrittenLanguages(dialogue, visit.tongues), municipality: visit.municipality?.name ?? '', address: surroundings().address, now: visit.now }
}

function nameOf(slug: string, what: string, tongue: Tongue): string {
  return [slug, what, ...(tongue === 'sv' ? [] : [tongue])].join('-')
}

function pdf(body: Uint8Array<ArrayBuffer>, name: string) {
  return new Response(body, { headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${name}.pdf"`, 'cache-control': 'no-store' } })
}
