import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { mailLeaves, surroundings } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Form } from '#ui/form'
import { PublicPage } from '#ui/page'
import { askToBeTold } from '../ask-to-be-told.ts'
import { noticeWords } from '../notice-words.ts'
import { tellings } from '../rules/what-has-come.ts'
import { AskToBeTold } from './ask-to-be-told.tsx'
import { openedSurvey } from './opened-survey.ts'

const fieldOf = { 'not-an-email': 'email', nothing: 'tellings', 'too-many': '', 'no-mail': '' } as const

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const { slug, title } = await openedSurvey(params.slug, visit.now)
  return { frame: publicFrame(visit, request), slug, title, mailLeaves: mailLeaves() }
}

/** The address comes in the body and the page goes out in the answer to it: no address, no log and no history holds it. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const { id, title } = await openedSurvey(params.slug, visit.now)
  const chosen = tellings.filter((telling) => form.all('tellings').includes(telling))
  const asked = { dialogue: { id, title }, email: form.text('email'), tellings: chosen, language: visit.language, from: visit.address, site: surroundings().address }
  const kept = { email: asked.email.slice(0, 200), tellings: chosen }
  if (!mailLeaves()) return data({ undo: '', refused: 'no-mail' as const, kept }, { status: 503 })
  const result = await askToBeTold(asked, visit.now)
  if (result.granted) return { undo: result.value.undo, refused: undefined, kept: undefined }
  const { refused } = result.refusal
  return data({ undo: '', refused, kept }, { status: refused === 'too-many' ? 429 : 422 })
}

export default function BeTold() {
  const { frame, slug, title, mailLeaves } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { language } = frame
  const word = noticeWords(language)
  if (answer?.undo)
    return (
      <PublicPage frame={frame} title={word.askedTitle} lead={word.asked}>
        <title>{`${word.askedTitle} – ${frame.municipality}`}</title>
        <p>{word.askedBefore}</p>
        <Form action={`/besked/${answer.undo}`}>
          <p>{word.undoText}</p>
          <Button quiet>{word.undo}</Button>
        </Form>
      </PublicPage>
    )
  const problem = answer?.refused && { field: fieldOf[answer.refused], text: word[answer.refused] }
  return (
    <PublicPage frame={frame} title={word.title} lead={word.lead}>
      <title>{`${word.title} – ${frame.municipality}`}</title>
      <ErrorSummary problems={problem ? [problem] : []} language={language} />
      <p className="soft" lang="sv">
        {title}
      </p>
      <AskToBeTold slug={slug} language={language} mailLeaves={mailLeaves} kept={answer?.kept} problem={problem} />
    </PublicPage>
  )
}
