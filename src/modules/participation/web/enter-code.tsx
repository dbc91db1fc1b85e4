import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { isHttps } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { PublicPage } from '#ui/page'
import { codeCookie } from '../code-cookie.ts'
import { codeWords } from '../code-words.ts'
import { findDialogueOfCode, weighCode } from '../one-time-code.ts'
import { readSurvey } from '../read-survey.ts'
import type { CodeProblem } from '../rules/code-state.ts'
import { readReceiptCode } from '../rules/receipt-code.ts'

type Now = Parameters<typeof readSurvey>[1]

/** Says what is the matter with the code that this device has from a link, and takes another. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const frame = publicFrame(visit, request)
  if (params.slug === undefined) return { frame, problem: new URL(request.url).searchParams.has('fel') ? ('code-unknown' as const) : undefined }
  const code = codeCookie.read(request.headers)
  const state = await stateIn(params.slug, code, visit.now)
  if (state === undefined || state === 'good') throw redirect(`/delta/${params.slug}`)
  return { frame, problem: state === 'code-missing' ? undefined : state }
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
  const { frame, problem: known } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const word = codeWords(frame.language)
  const problem = answer?.problem ?? known
  const text = problem && word[problem]
  return (
    <PublicPage frame={frame} title={word.title} lead={word.lead}>
      <title>{`${word.title} – ${frame.municipality}`}</title>
      <ErrorSummary problems={text ? [{ field: 'kod', text }] : []} language={frame.language} />
      <Form>
        <TextField name="kod" label={word.code} hint={word.hint} value={answer?.written} error={text} exact short />
        <Button>{word.go}</Button>
      </Form>
      <p className="soft">{word.kept}</p>
    </PublicPage>
  )
}

async function stateIn(slug: string, code: string | undefined, now: Now) {
  const dialogue = await readSurvey(slug, now)
  if (dialogue?.kind !== 'survey' || dialogue.state === 'draft') refuse({ refused: 'not-found' })
  return weighCode(dialogue.id, code, now)
}

function unplaced(written: string): CodeProblem {
  if (written.trim() === '') return 'code-missing'
  return readReceiptCode(written.slice(0, 60)) ? 'code-unknown' : 'code-mistyped'
}
