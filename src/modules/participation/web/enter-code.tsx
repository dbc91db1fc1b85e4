import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { frameWith, publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { isHttps } from '#http/surroundings'
import { visitOf } from '#http/visit'
import type { Moment } from '#kernel/moment'
import { codeCookie } from '../code-cookie.ts'
import { findDialogueOfCode, weighCode } from '../one-time-code.ts'
import type { CodeProblem } from '../rules/code-state.ts'
import { inLanguage } from '../rules/in-language.ts'
import { readReceiptCode } from '../rules/receipt-code.ts'
import { CodePage } from './code-page.tsx'
import { openedSurvey } from './opened-survey.ts'

/** Says what is the matter with the code that this device has from a link, and takes another. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  if (params.slug === undefined)
    return { frame: publicFrame(visit, request), survey: undefined, address: '/k', problem: new URL(request.url).searchParams.has('fel') ? ('code-unknown' as const) : undefined }
  const dialogue = await openedSurvey(params.slug, visit.now)
  const state = await weighCode(dialogue, codeCookie.read(request.headers), visit.now)
  if (state === undefined) throw redirect(`/delta/${encodeURIComponent(params.slug ?? '')}`)
  const said = await frameWith(visit, request, [{ text: dialogue.title, given: { en: dialogue.titleEnglish } }])
  const survey = inLanguage(visit.language, dialogue.title, dialogue.titleEnglish, said.content)
  return { frame: said, survey, address: `/delta/${params.slug}/kod`, problem: state === 'code-missing' || state === 'good' ? undefined : state }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { now } = visitOf(context)
  const written = (await readForm(request)).text('kod')
  const found = await findDialogueOfCode(written)
  const slug = params.slug ?? found?.slug
  const state = slug === undefined ? unplaced(written) : await stateIn(slug, written, now)
  const code = readReceiptCode(written.slice(0, 60))
  if (slug === undefined || !code || state !== 'good') return data({ written, problem: state as CodeProblem }, { status: 422 })
  throw redirect(`/delta/${slug}`, { headers: { 'set-cookie': codeCookie.keep(slug, code, isHttps(request)) } })
}

export default function EnterCode() {
  const { frame, survey, problem, address } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <CodePage frame={frame} survey={survey} action={address} problem={answer?.problem ?? problem} written={answer?.written} />
}

async function stateIn(slug: string, code: string | undefined, now: Moment) {
  const dialogue = await openedSurvey(slug, now)
  return weighCode(dialogue, code, now)
}

function unplaced(written: string): CodeProblem {
  if (written.trim() === '') return 'code-missing'
  return readReceiptCode(written.slice(0, 60)) ? 'code-unknown' : 'code-mistyped'
}
