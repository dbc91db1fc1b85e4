import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { isHttps } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { PublicPage } from '#ui/page'
import { begunCookie } from '../begun-cookie.ts'
import { readBegunAnswer } from '../keep-begun-answer.ts'
import { words } from '../words.ts'
import { openedSurvey } from './opened-survey.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  await openedSurvey(params.slug, visit.now)
  return { frame: publicFrame(visit, request) }
}

/** Goes on with what was begun on another device. A code that can't be one, of another survey, and one whose days have gone are answered alike. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const dialogue = await openedSurvey(params.slug, visit.now)
  const begun = await readBegunAnswer(dialogue, form.text('kod'), visit.now)
  if (!begun) return data({ code: form.text('kod') }, { status: 422 })
  const isSecure = isHttps(request)
  throw redirect(`/delta/${dialogue.slug}`, { headers: { 'set-cookie': begunCookie.keep(dialogue.slug, begun.code, dialogue.draftDays, isSecure) } })
}

export default function ResumeAnswer() {
  const { frame } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const word = words(frame.language)
  const problem = answer && word.noSuchBegun
  return (
    <PublicPage frame={frame} title={word.goOn} lead={word.goOnLead}>
      <title>{`${word.goOn} – ${frame.municipality}`}</title>
      <ErrorSummary problems={problem ? [{ field: 'kod', text: problem }] : []} language={frame.language} />
      <Form>
        <TextField name="kod" label={word.resumeCode} value={answer?.code} error={problem} exact short />
        <Button>{word.goOnNow}</Button>
      </Form>
    </PublicPage>
  )
}
