import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { frameWith, publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { isHttps } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { beginChange, begunCookie, withdrawAnswer } from '#participation'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { PublicPage } from '#ui/page'
import { traceAnswer } from '../trace-answer.ts'
import { words } from '../words.ts'
import { AnswerPage } from './answer-page.tsx'

export function loader({ context, request }: LoaderFunctionArgs) {
  return { frame: publicFrame(visitOf(context), request) }
}

/** The code comes in the body and the page goes out in the answer to it: no address, no log and no history holds it. */
export async function action({ context, request }: ActionFunctionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const [act, code] = [form.text('act'), form.text('code')]
  if (act === 'withdraw') {
    const result = await withdrawAnswer(code, visit.now)
    if (result.granted) return { traced: undefined, frame: undefined, isWithdrawn: true, isCompiled: false, code: '' }
    if (result.refusal.refused === 'not-found') return data({ traced: undefined, frame: undefined, isWithdrawn: false, isCompiled: false, code: '' }, { status: 404 })
  }
  if (act === 'change') {
    const result = await beginChange(code, visit.now)
    if (result.granted) {
      const { slug, code: begun, draftDays } = result.value
      throw redirect(`/delta/${slug}`, { headers: { 'set-cookie': begunCookie.keep(slug, begun, draftDays, isHttps(request)) } })
    }
  }
  const traced = await traceAnswer(code, visit.now, visit.language)
  const frame = traced && (await frameWith(visit, request, textsOf(traced)))
  const answer = { traced, frame, isWithdrawn: false, isCompiled: act === 'withdraw', code: traced ? code : '' }
  return traced && act === '' ? answer : data(answer, { status: traced ? 409 : 404 })
}

function textsOf({ answer, picture }: NonNullable<Awaited<ReturnType<typeof traceAnswer>>>) {
  return [
    answer.dialogue,
    ...answer.statements.flatMap(({ question, themes }) => [question, ...themes.map(({ name }) => name)]),
    ...(picture?.phrases ?? []).map(({ text }) => text),
    ...(picture?.point ? [picture.point.organ, picture.point.clauses.join(' ')] : []),
    ...(picture?.goals ?? []).map(({ text }) => text),
  ]
}

export default function Follow() {
  const { frame } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const word = words(frame.language)
  if (answer?.traced) return <AnswerPage frame={answer.frame ?? frame} traced={answer.traced} code={answer.code} isCompiled={answer.isCompiled} />
  if (answer?.isWithdrawn)
    return (
      <PublicPage frame={frame} title={word.withdrawn} lead={word.withdrawnLead}>
        <title>{`${word.withdrawn} – ${frame.municipality}`}</title>
      </PublicPage>
    )
  const error = answer ? word.unknownCode : undefined
  return (
    <PublicPage frame={frame} title={word.follow} lead={word.followLead}>
      <title>{`${word.follow} – ${frame.municipality}`}</title>
      <ErrorSummary problems={error ? [{ field: 'code', text: error }] : []} language={frame.language} />
      <Form>
        <TextField exact name="code" label={word.codeLabel} hint={word.codeHint} error={error} />
        <Button>{word.showMine}</Button>
      </Form>
    </PublicPage>
  )
}
