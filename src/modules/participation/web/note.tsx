import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { asSentence, formatCount } from '#ui/format'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { mayEnterNote } from '../access.ts'
import { enterNote } from '../enter-note.ts'
import { readDialogue } from '../read-dialogues.ts'
import { refusalWords } from '../words.ts'
import { problemText } from './answer-problems.ts'
import { newSubmissionKey } from './survey-of.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayEnterNote(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await readDialogue(params.slug ?? '', visit.now)
  if (dialogue?.kind !== 'notes') refuse({ refused: 'not-found' })
  const { title, slug, group, questions, responses } = dialogue
  return {
    frame: workroomFrame(visit, request),
    dialogue: { title, slug, group: group.name, unit: group.unit, responses, questions: questions.map(({ id, wording }) => ({ id, wording })) },
    isSaved: new URL(request.url).searchParams.get('sparad') === 'ja',
    newKey: newSubmissionKey(),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const dialogue = await readDialogue(params.slug ?? '', now)
  if (!dialogue) refuse({ refused: 'not-found' })
  const lines = dialogue.questions.map(({ id }) => ({ questionId: id, text: form.text(id) }))
  const result = await enterNote(
    actor,
    { dialogueId: dialogue.id, label: form.text('label'), persons: form.text('persons'), lines, submissionKey: form.text('submissionKey') },
    now,
  )
  if (result.granted) throw redirect(`/arbete/dialoger/${encodeURIComponent(params.slug ?? '')}/anteckning?sparad=ja`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems =
    refusal.refused === 'unreadable'
      ? refusal.unreadable.map(({ question, problem }) => ({ field: question, text: problemText(problem, {}, 'sv') }))
      : problemTexts(refusal, refusalWords)
  return data({ problems, kept: form.kept() }, { status: refusal.refused === 'unreadable' ? 422 : statusOf(refusal) })
}

export default function Note() {
  const { frame, dialogue, isSaved, newKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const field = (name: string) => ({ name, value: answer?.kept[name], error: answer?.problems.find((problem) => problem.field === name)?.text })
  return (
    <WorkroomPage frame={frame} title="Skriv in en anteckning" lead={`${asSentence(dialogue.title)} ${dialogue.group}.`}>
      <title>{`Skriv in en anteckning – ${dialogue.title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {isSaved && !answer && (
        <Notice kind="good">
          <p>Anteckningen är sparad. Nu finns {formatCount(dialogue.responses, 'anteckning', 'anteckningar')}. Skriv in nästa här under.</p>
        </Notice>
      )}
      <Form hidden={{ submissionKey: answer?.kept.submissionKey || newKey }}>
        <TextField {...field('label')} label="Vad anteckningen kallas" hint="Till exempel Bord 3, 10 november. Inga namn på personer." />
        <TextField {...field('persons')} label="Hur många de var" type="number" value={answer?.kept.persons ?? (dialogue.unit === 'persons' ? '1' : undefined)} short />
        {dialogue.questions.map((question) => (
          <TextArea key={question.id} {...field(question.id)} label={question.wording} hint="En sak på varje rad, med gruppens egna ord." rows={6} />
        ))}
        <Button>Spara anteckningen</Button>
      </Form>
      <p>
        <a href={`/arbete/dialoger/${dialogue.slug}`}>Tillbaka till dialogen</a>
      </p>
    </WorkroomPage>
  )
}
