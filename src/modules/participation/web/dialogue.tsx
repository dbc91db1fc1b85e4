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
import { formatDays, formatNumber } from '#ui/format'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { mayEnterNote, mayOpenDialogue } from '../access.ts'
import { closeDialogue } from '../close-dialogue.ts'
import { enterNote } from '../enter-note.ts'
import { openDialogue } from '../open-dialogue.ts'
import { readDialogue } from '../read-dialogues.ts'
import { missingBeforeOpening } from '../rules/opening-gate.ts'
import { missingWords, refusalWords, stateWords } from '../words.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const dialogue = await readDialogue(params.slug ?? '', visit.now.day)
  if (!dialogue) refuse({ refused: 'not-found' })
  return { frame: workroomFrame(visit, request), dialogue, missing: missingBeforeOpening(dialogue), mayOpen: mayOpenDialogue(visit.actor) !== undefined, mayNote: mayEnterNote(visit.actor) !== undefined }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const dialogue = await readDialogue(params.slug ?? '', now.day)
  if (!dialogue) refuse({ refused: 'not-found' })
  const [dialogueId, act] = [dialogue.id, form.text('act')]
  const acts = {
    open: () => openDialogue(actor, { dialogueId }, now),
    close: () => closeDialogue(actor, { dialogueId, reason: form.text('reason') }, now),
    note: () => enterNote(actor, { dialogueId, label: form.text('label'), persons: form.text('persons'), lines: dialogue.questions.map(({ id }) => ({ questionId: id, text: form.text(id) })) }, now),
  }
  if (!(act in acts)) refuse({ refused: 'not-found' })
  const result = await acts[act as keyof typeof acts]()
  if (result.granted) throw redirect(`/arbete/dialoger/${params.slug}`)
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, refusalWords), kept: form.kept() }, { status: statusOf(result.refusal) })
}

export default function Dialogue() {
  const { frame, dialogue, missing, mayOpen, mayNote } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? {}
  return (
    <WorkroomPage frame={frame} title={dialogue.title}>
      <title>{dialogue.title}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      <p>
        {stateWords[dialogue.state]}. {dialogue.group.name}, {formatDays(dialogue.opensOn, dialogue.closesOn)}. {formatNumber(dialogue.responses)} svar, {formatNumber(dialogue.persons)} personer bakom.{' '}
        {dialogue.kind === 'survey' && dialogue.state !== 'draft' && <a href={`/delta/${dialogue.slug}`}>Den öppna sidan</a>}
      </p>
      <h2>Frågor</h2>
      <ol>
        {dialogue.questions.map((question) => (
          <li key={question.id}>{question.wording}</li>
        ))}
      </ol>
      <h2>Löfte</h2>
      <p>{dialogue.promise}</p>
      {dialogue.state === 'draft' && mayOpen && (
        <>
          {missing.length > 0 && (
            <Notice kind="warn">
              <p>Innan dialogen kan öppnas behövs: {missing.map((each) => missingWords[each]).join(', ')}.</p>
            </Notice>
          )}
          <Form act="open">
            <p>När dialogen är öppnad kan frågorna inte ändras.</p>
            <Button>Öppna dialogen</Button>
          </Form>
        </>
      )}
      {(dialogue.state === 'open' || dialogue.state === 'waiting') && mayOpen && (
        <Form act="close">
          <h2>Stäng i förtid</h2>
          <TextField name="reason" label="Skälet" hint="Det här läser alla." value={kept.reason} />
          <Button quiet>Stäng dialogen</Button>
        </Form>
      )}
      {dialogue.kind === 'notes' && dialogue.state !== 'draft' && mayNote && (
        <Form act="note">
          <h2>Skriv in en grupps anteckning</h2>
          <TextField name="label" label="Vad anteckningen kallas" hint="Till exempel Bord 3, 10 november. Inga namn." value={kept.label} />
          <TextField name="persons" label="Hur många de var" type="number" value={kept.persons} short />
          {dialogue.questions.map((question) => (
            <TextArea key={question.id} name={question.id} label={question.wording} hint="En sak på varje rad." value={kept[question.id]} />
          ))}
          <Button>Spara anteckningen</Button>
        </Form>
      )}
    </WorkroomPage>
  )
}
