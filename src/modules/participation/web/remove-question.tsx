import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Acts, Button, ButtonLink } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Form } from '#ui/form'
import { WorkroomPage } from '#ui/workroom-page'
import { mayRemoveQuestion } from '../access.ts'
import { questionBasisOf, questionText } from '../read-draft.ts'
import { removeQuestion } from '../remove-question.ts'
import { refusalWords } from '../words.ts'
import { draftAt } from './draft-at.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayRemoveQuestion(visit.actor)) refuse({ refused: 'forbidden' })
  const { slug, title, questions } = await draftAt(params.slug, visit.now)
  const question = questions.find(({ key }) => key === params.key)
  if (!question) refuse({ refused: 'not-found' })
  return { frame: workroomFrame(visit, request), slug, title, text: questionText(question), basis: questionBasisOf(question) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const { id, slug } = await draftAt(params.slug, now)
  const result = await removeQuestion(actor, { dialogueId: id, key: params.key ?? '', basis: form.text('basis') }, now)
  if (result.granted) throw redirect(`/arbete/dialoger/${slug}#fragor`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const named =
    refusal.refused === 'depended-on' ? refusal.by.map((wording) => ({ field: '', text: `Frågan behövs för villkoret på ”${wording}”. Ta bort villkoret först` })) : undefined
  const stale = refusal.refused === 'stale' ? [{ field: '', text: 'Någon har ändrat frågan sedan du öppnade sidan. Läs den en gång till' }] : undefined
  return data({ problems: named ?? stale ?? problemTexts(refusal, refusalWords) }, { status: statusOf(refusal) })
}

export default function RemoveQuestion() {
  const { frame, slug, title, text, basis } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title="Ta bort frågan" lead="Frågan och dess val försvinner ur utkastet. Det går inte att ångra.">
      <title>{`Ta bort en fråga – ${title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      <div className="panel">
        <p className="written">{text}</p>
      </div>
      <Form hidden={{ basis }}>
        <Acts>
          <Button grave>Ta bort frågan</Button>
          <ButtonLink quiet href={`/arbete/dialoger/${slug}`}>
            Behåll den
          </ButtonLink>
        </Acts>
      </Form>
    </WorkroomPage>
  )
}
