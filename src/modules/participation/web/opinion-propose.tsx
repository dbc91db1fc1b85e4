import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { visitOf } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextArea } from '#ui/field'
import { Form } from '#ui/form'
import { PublicPage } from '#ui/page'
import { opinionWords } from '../opinion-words.ts'
import { proposeStatement } from '../propose-statement.ts'
import { openedOpinion } from './opened-opinion.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const { dialogue } = await openedOpinion(params.slug, request, visit.now)
  if (dialogue.state !== 'open') throw redirect(`/delta/${dialogue.slug}/pastaenden`)
  return { frame: publicFrame(visit, request), slug: dialogue.slug }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const { dialogue, token } = await openedOpinion(params.slug, request, visit.now)
  const text = form.text('text')
  const word = opinionWords(visit.language)
  const told = (problem: string, status: number) => data({ text, problem: word[`problem-${problem}` as 'problem-empty'] ?? word['problem-empty'] }, { status })
  if (token === undefined) return told('too-early', 409)
  const result = await proposeStatement({ slug: dialogue.slug, token, text }, visit.now)
  if (result.granted) throw redirect(`/delta/${dialogue.slug}/pastaenden/mina?skickat`)
  const { refusal } = result
  if (refusal.refused === 'not-found' || refusal.refused === 'closed') refuse(refusal)
  return told(refusal.refused === 'invalid' ? (refusal.problems[0]?.problem ?? 'empty') : refusal.refused, statusOf(refusal))
}

export default function OpinionPropose() {
  const { frame, slug } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const word = opinionWords(frame.language)
  return (
    <PublicPage frame={frame} title={word.own} lead={word.ownLead}>
      <title>{`${word.own} – ${frame.municipality}`}</title>
      <ErrorSummary problems={answer ? [{ field: 'text', text: answer.problem }] : []} language={frame.language} />
      <Form>
        <TextArea name="text" label={word.ownLabel} hint={word.ownHint} rows={3} value={answer?.text} error={answer?.problem} />
        <p className="soft">{word.ownCareful}</p>
        <Button>{word.send}</Button>
      </Form>
      <p>
        <a href={`/delta/${slug}/pastaenden`}>{word.back}</a>
      </p>
    </PublicPage>
  )
}
