import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { DayField, RadioGroup, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { asSentence, formatDay, formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayEnterPaper } from '../access.ts'
import { readBatches } from '../read-batches.ts'
import { receiveBatch } from '../receive-batch.ts'
import { sheetRefusals } from '../sheet-words.ts'
import { sourceWords } from '../words.ts'
import { openedSurvey } from './opened-survey.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const dialogue = await dialogueAtDesk(params.slug, visit.actor, visit.now)
  const { slug, title, state, closedBecause } = dialogue
  return {
    frame: workroomFrame(visit, request),
    dialogue: { slug, title },
    isReceiving: state !== 'waiting' && closedBecause === null,
    today: visit.now.day,
    batches: await readBatches(dialogue.id),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const dialogue = await dialogueAtDesk(params.slug, actor, now)
  const result = await receiveBatch(
    actor,
    { dialogueId: dialogue.id, source: form.text('source') as 'paper', origin: form.text('origin'), forms: form.text('forms'), receivedOn: form.text('receivedOn') },
    now,
  )
  if (result.granted) throw redirect(`/arbete/dialoger/${encodeURIComponent(params.slug ?? '')}/inskrivning/${result.value.batchId}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  return data({ problems: problemTexts(refusal, sheetRefusals), kept: form.kept() }, { status: statusOf(refusal) })
}

export default function Batches() {
  const { frame, dialogue, isReceiving, today, batches } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const field = (name: string) => ({ name, value: answer?.kept[name], error: answer?.problems.find((problem) => problem.field === name)?.text })
  return (
    <WorkroomPage frame={frame} title="Papper och intervjuer" lead={`${asSentence(dialogue.title)} Svar som kom på annat sätt än på webben skrivs in här, bunt för bunt.`}>
      <title>{`Papper och intervjuer – ${dialogue.title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {batches.length === 0 ? (
        <Empty title="Ingen bunt än">
          <p>När blanketter har kommit in börjar du med att skriva hur många de är.</p>
        </Empty>
      ) : (
        <Table
          cards
          caption="Buntar, den senaste först"
          columns={[
            { title: 'Varifrån' },
            { title: 'Sätt' },
            { title: 'Dag' },
            { title: 'Tog emot' },
            { title: 'Mottagna', number: true },
            { title: 'Inskrivna', number: true },
            { title: 'Lagda åt sidan', number: true },
          ]}
          rows={batches.map(({ id, origin, source, receivedOn, receivedBy, forms, entered, setAside }) => [
            <a key={id} href={`/arbete/dialoger/${dialogue.slug}/inskrivning/${id}`}>
              {origin}
            </a>,
            sourceWords[source],
            formatDay(receivedOn),
            receivedBy,
            formatNumber(forms),
            formatNumber(entered),
            formatNumber(setAside),
          ])}
        />
      )}
      {isReceiving && (
        <Form>
          <h2>Ta emot en bunt</h2>
          <RadioGroup
            {...field('source')}
            label="Hur svaren kom"
            value={answer?.kept.source ?? 'paper'}
            choices={[
              { value: 'paper', label: 'På papper' },
              { value: 'interview', label: 'I intervju' },
            ]}
          />
          <TextField {...field('origin')} label="Varifrån" hint="Till exempel biblioteket i Fränsta. Inga namn på personer." />
          <TextField {...field('forms')} label="Hur många de är" inputMode="numeric" short />
          <DayField {...field('receivedOn')} label="Dagen de kom" value={answer?.kept.receivedOn ?? today} />
          <Button>Ta emot bunten</Button>
        </Form>
      )}
      <p>
        <a href={`/arbete/dialoger/${dialogue.slug}/papper`}>Skriv ut blankett och affischer</a>
      </p>
      <p>
        <a href={`/arbete/dialoger/${dialogue.slug}`}>Tillbaka till dialogen</a>
      </p>
    </WorkroomPage>
  )
}

async function dialogueAtDesk(slug: string | undefined, actor: Actor, now: Moment) {
  if (!mayEnterPaper(actor)) refuse({ refused: 'forbidden' })
  const dialogue = await openedSurvey(slug, now)
  return dialogue
}
