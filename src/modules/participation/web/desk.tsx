import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { ErrorSummary } from '#ui/error-summary'
import { scopeOf } from '#ui/form'
import { asSentence, formatCount, formatNumber } from '#ui/format'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayEnterPaper } from '../access.ts'
import { correctPaper } from '../correct-paper.ts'
import { enterPaper } from '../enter-paper.ts'
import { readDesk } from '../read-batches.ts'
import { readDoubleEntry } from '../read-double-entry.ts'
import { readSurvey } from '../read-survey.ts'
import { questionOf } from '../rules/spoken-question.ts'
import { givenOf } from '../rules/written-answers.ts'
import { setAsidePaper } from '../set-aside-paper.ts'
import { sheetRefusals } from '../sheet-words.ts'
import { problemsIn } from './answer-problems.ts'
import { SetAsideForm, SheetForm } from './sheet-form.tsx'
import { newSubmissionKey } from './survey-of.ts'

const ofTheForm = new Set(['act', 'scope', 'number', 'code', 'submissionKey', 'reason', 'language'])

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayEnterPaper(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await readSurvey(params.slug ?? '', visit.now)
  const desk = dialogue && (await readDesk(dialogue, params.batch ?? '', visit.actor, visit.now))
  if (!desk) refuse({ refused: 'not-found' })
  const { searchParams } = new URL(request.url)
  return {
    frame: workroomFrame(visit, request),
    tongues: visit.tongues,
    dialogue: { slug: dialogue.slug, title: dialogue.title, questions: dialogue.questions.map((question) => ({ ...questionOf(question, 'sv'), required: false })) },
    desk,
    double: await readDoubleEntry(desk.id, visit.actor, visit.now),
    done: searchParams.get('klar'),
    isCorrecting: searchParams.has('ratta') && desk.last !== undefined,
    newKey: newSubmissionKey(),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  if (!mayEnterPaper(actor)) refuse({ refused: 'forbidden' })
  const form = await readForm(request)
  const dialogue = await readSurvey(params.slug ?? '', now)
  const desk = dialogue && (await readDesk(dialogue, params.batch ?? '', actor, now))
  if (!desk) refuse({ refused: 'not-found' })
  const [kept, act, batchId, number] = [form.kept(), form.text('act'), desk.id, form.text('number')]
  const written = Object.fromEntries(
    Object.keys(kept)
      .filter((name) => !ofTheForm.has(name))
      .map((name) => [name, form.all(name)]),
  )
  const given = givenOf(written, dialogue.questions)
  const language = form.has('language') ? form.text('language') : undefined
  const result =
    act === 'aside'
      ? await setAsidePaper(actor, { batchId, number, reason: form.text('reason') }, now)
      : act === 'correct'
        ? await correctPaper(actor, { batchId, given, language }, now)
        : await enterPaper(actor, { batchId, number, code: form.text('code'), given, language, submissionKey: form.text('submissionKey') }, now)
  if (result.granted)
    throw redirect(`/arbete/dialoger/${encodeURIComponent(params.slug ?? '')}/inskrivning/${batchId}?klar=${act === 'aside' || act === 'correct' ? act : 'enter'}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems =
    refusal.refused === 'unreadable'
      ? problemsIn({ refused: 'unreadable', problems: refusal.unreadable }, dialogue.questions, 'sv')
      : problemTexts(refusal, sheetRefusals).map((problem) => ({ ...problem, field: problem.field || (fieldOf[refusal.refused] ?? '') }))
  return data({ problems, kept, written, act }, { status: refusal.refused === 'unreadable' ? 422 : statusOf(refusal) })
}

// The field where a refusal is mended.
const fieldOf: Record<string, string> = { 'same-number': 'number', 'mistyped-code': 'code', 'code-used': 'code' }
const doneWords: Record<string, string> = { enter: 'Blanketten är sparad.', correct: 'Rättelsen är sparad.', aside: 'Blanketten är lagd åt sidan.' }

export default function Desk() {
  const { frame, tongues, dialogue, desk, double, done, isCorrecting, newKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { slug } = dialogue
  const here = `/arbete/dialoger/${slug}/inskrivning/${desk.id}`
  const left = desk.forms - desk.entered - desk.setAside
  const count = `${desk.forms} mottagna, ${desk.entered} inskrivna${desk.setAside > 0 ? `, ${desk.setAside} lagda åt sidan` : ''}.`
  const correcting = isCorrecting || answer?.act === 'correct'
  const of = (act: string) => (answer?.act === act ? answer : undefined)
  return (
    <WorkroomPage frame={frame} title={correcting ? `Rätta blankett ${desk.last?.number ?? ''}` : `Skriv in: ${desk.origin}`} lead={`${asSentence(dialogue.title)} ${count}`}>
      <title>{`Skriv in – ${dialogue.title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={scopeOf(answer?.act)} />
      {done && !answer && !correcting && doneWords[done] && (
        <Notice kind="good">
          <p>
            {doneWords[done]} {left === 0 ? 'Hela bunten är klar.' : `${left} kvar.`}
            {desk.last && done !== 'aside' && (
              <>
                {' '}
                <a href={`${here}?ratta`}>Rätta blankett {desk.last.number}</a>
              </>
            )}
          </p>
        </Notice>
      )}
      {correcting ? (
        <SheetForm
          key="correct"
          act="correct"
          questions={dialogue.questions}
          written={answer?.written ?? desk.last?.written ?? {}}
          problems={answer?.problems ?? []}
          tongues={tongues}
          language={answer?.kept.language ?? desk.last?.language}
        />
      ) : (
        left > 0 && (
          <>
            <SheetForm
              act="enter"
              questions={dialogue.questions}
              written={of('enter')?.written ?? {}}
              problems={of('enter')?.problems ?? []}
              opening={{ number: of('enter')?.kept.number ?? desk.next, code: of('enter')?.kept.code, submissionKey: of('enter')?.kept.submissionKey || newKey }}
              tongues={tongues}
              language={of('enter')?.kept.language}
              isBegun={!answer}
            />
            <SetAsideForm number={of('aside')?.kept.number ?? desk.next} reason={of('aside')?.kept.reason} problems={of('aside')?.problems ?? []} />
          </>
        )
      )}
      {desk.aside.length > 0 && (
        <Table caption="Lagda åt sidan" columns={[{ title: 'Blankett' }, { title: 'Varför' }]} rows={desk.aside.map(({ number, because }) => [number, because])} />
      )}
      {left === 0 && !correcting && (
        <p>
          {double && `${formatCount(double.enteredTwice, 'blankett är inskriven', 'blanketter är inskrivna')} två gånger, ${formatNumber(double.differed)} skilde sig. `}
          <a href={`${here}/stickprov`}>{double ? 'Se stickprovet' : 'Skriv in ett stickprov en andra gång'}</a>
        </p>
      )}
      <p>
        <a href={correcting ? here : `/arbete/dialoger/${slug}/inskrivning`}>{correcting ? 'Tillbaka utan att rätta' : 'Alla buntar'}</a>
      </p>
    </WorkroomPage>
  )
}
