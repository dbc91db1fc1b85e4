import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { isUpload, readUpload } from '#http/read-upload'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { ErrorSummary } from '#ui/error-summary'
import { WorkroomPage } from '#ui/workroom-page'
import { mayAddQuestion } from '../access.ts'
import { addQuestion } from '../add-question.ts'
import { questionKindWords } from '../builder-words.ts'
import { type QuestionKind, questionKinds } from '../rules/question.ts'
import { addPicture } from './add-picture.ts'
import { draftAt } from './draft-at.ts'
import { KindExamples } from './kind-examples.tsx'
import { QuestionForm } from './question-form.tsx'
import { problemsOfQuestion, sentProblems } from './question-problems.ts'
import { questionSent } from './question-sent.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayAddQuestion(visit.actor)) refuse({ refused: 'forbidden' })
  const { slug, title, kind } = await draftAt(params.slug, visit.now)
  const { searchParams } = new URL(request.url)
  const kinds = kind === 'notes' ? questionKinds.filter((each) => each === 'lines') : questionKinds
  const chosen = kinds.length === 1 ? kinds[0] : kindIn(searchParams)
  return { frame: workroomFrame(visit, request), slug, title, kinds, chosen, after: searchParams.get('efter') ?? '', beginsPart: searchParams.get('del') === 'ny' }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  if (!mayAddQuestion(actor)) refuse({ refused: 'forbidden' })
  const { id, slug } = await draftAt(params.slug, now)
  const form = isUpload(request) ? await readUpload(request) : await readForm(request)
  const added = await addPicture(actor, form, now)
  if (added) return data({ problems: added.problems, kept: added.kept }, { status: added.status })
  const kind = questionKinds.find((each) => each === form.text('kind')) ?? kindIn(new URL(request.url).searchParams) ?? 'lines'
  const sent = questionSent(form, kind)
  const beforehand = sentProblems(sent, form.has('beginsPart') && form.text('sectionHeading').trim() === '')
  if (beforehand.length > 0) return data({ problems: beforehand, kept: form.kept() }, { status: 422 })
  const result = await addQuestion(actor, { dialogueId: id, after: form.text('after'), question: sent.question }, now)
  if (result.granted) throw redirect(`/arbete/dialoger/${slug}#fraga-${result.value.key}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  return data({ problems: problemsOfQuestion(refusal), kept: form.kept() }, { status: statusOf(refusal) })
}

export default function NewQuestion() {
  const { frame, slug, title, kinds, chosen, after, beginsPart } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const to = (kind: QuestionKind) => `?${new URLSearchParams({ sort: kind, ...(after && { efter: after }), ...(beginsPart && { del: 'ny' }) })}`
  const act = beginsPart ? 'Lägg till en del' : 'Lägg till en fråga'
  return (
    <WorkroomPage frame={frame} title={act} lead={chosen ? questionKindWords[chosen][0] : 'Välj vilken sorts fråga det ska vara. Så här ser den ut för den som svarar.'}>
      <title>{`${act} – ${title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {chosen ? (
        <QuestionForm
          kind={chosen}
          hidden={{ kind: chosen, after, ...(beginsPart && { beginsPart: 'ja' }) }}
          kept={answer?.kept ?? { whole: 'ja' }}
          problems={answer?.problems ?? []}
          beginsPart={beginsPart}
          button="Lägg till frågan"
        />
      ) : (
        <KindExamples kinds={kinds} hrefOf={to} />
      )}
      <p>
        <a href={`/arbete/dialoger/${slug}`}>Tillbaka till utkastet</a>
      </p>
    </WorkroomPage>
  )
}

function kindIn(searchParams: URLSearchParams): QuestionKind | undefined {
  return questionKinds.find((kind) => kind === searchParams.get('sort'))
}
