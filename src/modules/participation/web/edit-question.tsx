import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { isUpload, readUpload } from '#http/read-upload'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { ErrorSummary } from '#ui/error-summary'
import { TwoTexts } from '#ui/two-texts'
import { WorkroomPage } from '#ui/workroom-page'
import { mayEditQuestion } from '../access.ts'
import { questionKindWords } from '../builder-words.ts'
import { editQuestion } from '../edit-question.ts'
import { questionBasisOf } from '../read-draft.ts'
import { addPicture } from './add-picture.ts'
import { draftAt } from './draft-at.ts'
import { QuestionForm } from './question-form.tsx'
import { problemsOfQuestion, sentProblems } from './question-problems.ts'
import { keptOfQuestion, questionSent } from './question-sent.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayEditQuestion(visit.actor)) refuse({ refused: 'forbidden' })
  const { slug, questions } = await draftAt(params.slug, visit.now)
  const question = questions.find(({ key }) => key === params.key)
  if (!question) refuse({ refused: 'not-found' })
  return { frame: workroomFrame(visit, request), slug, kind: question.kind, wording: question.wording, kept: keptOfQuestion(question), basis: questionBasisOf(question) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  if (!mayEditQuestion(actor)) refuse({ refused: 'forbidden' })
  const { id, slug, questions } = await draftAt(params.slug, now)
  const question = questions.find(({ key }) => key === params.key)
  if (!question) refuse({ refused: 'not-found' })
  const form = isUpload(request) ? await readUpload(request) : await readForm(request)
  const added = await addPicture(actor, form, now)
  if (added) return data({ problems: added.problems, kept: added.kept, stale: undefined }, { status: added.status })
  const sent = questionSent(form, question.kind, question)
  const beforehand = sentProblems(sent)
  if (beforehand.length > 0) return data({ problems: beforehand, kept: form.kept(), stale: undefined }, { status: 422 })
  const result = await editQuestion(actor, { dialogueId: id, key: question.key, basis: form.text('basis'), question: sent.question }, now)
  if (result.granted) throw redirect(`/arbete/dialoger/${slug}#fraga-${question.key}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const stale = refusal.refused === 'stale' ? { now: refusal.now, yours: refusal.yours } : undefined
  return data({ problems: problemsOfQuestion(refusal), kept: form.kept(), stale }, { status: statusOf(refusal) })
}

export default function EditQuestion() {
  const { frame, slug, kind, wording, kept, basis } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title="Ändra frågan" lead={questionKindWords[kind][0]}>
      <title>{`Ändra frågan: ${wording}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {answer?.stale && <TwoTexts {...answer.stale} />}
      <QuestionForm
        kind={kind}
        // The one who saves again has seen both texts.
        hidden={{ basis: answer && !answer.stale ? (answer.kept.basis ?? basis) : basis }}
        kept={answer?.kept ?? kept}
        problems={answer?.problems ?? []}
        button="Spara frågan"
      />
      <p>
        <a href={`/arbete/dialoger/${slug}`}>Tillbaka till utkastet</a>
      </p>
    </WorkroomPage>
  )
}
