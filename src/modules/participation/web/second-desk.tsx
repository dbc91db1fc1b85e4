import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { ErrorSummary } from '#ui/error-summary'
import { scopeOf } from '#ui/form'
import { asSentence } from '#ui/format'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { enterSecond } from '../enter-second.ts'
import { readDoubleEntry } from '../read-double-entry.ts'
import { questionOf } from '../rules/spoken-question.ts'
import { givenOf } from '../rules/written-answers.ts'
import { secondEntryRefusals } from '../second-entry-words.ts'
import { problemsIn } from './answer-problems.ts'
import { batchAt } from './batch-at.ts'
import { SheetForm } from './sheet-form.tsx'

const ofTheForm = new Set(['act', 'scope', 'number'])

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const { dialogue, batch, here } = await batchAt(params, visit.actor, visit.now)
  const reading = await readDoubleEntry(batch.id, visit.actor, visit.now)
  if (!reading) refuse({ refused: 'not-found' })
  return {
    frame: workroomFrame(visit, request),
    here,
    title: dialogue.title,
    origin: batch.origin,
    questions: dialogue.questions.map((question) => ({ ...questionOf(question, 'sv'), required: false })),
    numbers: reading.mine,
    isSaved: new URL(request.url).searchParams.has('klar'),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const { dialogue, batch, here } = await batchAt(params, actor, now)
  const [kept, number] = [form.kept(), form.text('number')]
  const written = Object.fromEntries(
    Object.keys(kept)
      .filter((name) => !ofTheForm.has(name))
      .map((name) => [name, form.all(name)]),
  )
  const result = await enterSecond(actor, { batchId: batch.id, number, given: givenOf(written, dialogue.questions) }, now)
  if (result.granted) throw redirect(`${here}/skriv-in?klar`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const [first] = dialogue.questions
  const problems =
    refusal.refused === 'unreadable'
      ? problemsIn({ refused: 'unreadable', problems: refusal.unreadable }, dialogue.questions, 'sv')
      : problemTexts(refusal, secondEntryRefusals).map(({ text }) => ({ field: refusal.refused === 'incomplete' ? (first?.id ?? '') : 'number', text }))
  return data({ problems, written, number }, { status: refusal.refused === 'unreadable' ? 422 : statusOf(refusal) })
}

export default function SecondDesk() {
  const { frame, here, title, origin, questions, numbers, isSaved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [next] = numbers
  return (
    <WorkroomPage
      frame={frame}
      title={`Skriv in en andra gång: ${origin}`}
      lead={`${asSentence(title)} Ta fram blanketten och skriv av den. Det som skrevs första gången visas inte.`}
    >
      <title>{`Skriv in en andra gång – ${title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={scopeOf('second')} />
      {isSaved && !answer && (
        <Notice kind="good">
          <p>Blanketten är sparad. {numbers.length === 0 ? 'Du har inga fler att skriva in.' : `${numbers.length} kvar för dig.`}</p>
        </Notice>
      )}
      {(next !== undefined || answer) && (
        <>
          <p>Blanketter kvar för dig: {numbers.join(', ')}</p>
          <SheetForm
            act="second"
            questions={questions}
            written={answer?.written ?? {}}
            problems={answer?.problems ?? []}
            opening={{ number: answer?.number ?? next ?? '' }}
            isBegun={!answer}
          />
        </>
      )}
      <p>
        <a href={here}>Tillbaka till stickprovet</a>
      </p>
    </WorkroomPage>
  )
}
