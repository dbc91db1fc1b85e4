import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { dayOf } from '#http/clock'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { readPeople } from '#people'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { CheckboxGroup, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatDay } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayDrawRound, mayReadCoding } from '../access.ts'
import { drawRound } from '../draw-round.ts'
import { readRounds } from '../read-rounds.ts'
import { roundRefusals } from '../round-words.ts'
import { DeskPages } from './desk-filters.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const rounds = process ? await readRounds(process.id) : []
  const coders = (await readPeople(visit.now.day)).filter(({ assignments }) => assignments.some(({ role }) => role === 'analyst' || role === 'process-leader'))
  return {
    frame: workroomFrame(visit, request),
    processId: process?.id ?? '',
    rounds: rounds.map(({ number, drawnAt, endedAt }) => ({ number, drawnOn: formatDay(dayOf(drawnAt)), endedOn: endedAt && formatDay(dayOf(endedAt)) })),
    coders: coders.map(({ id, name }) => ({ id, name })),
    mayDraw: mayDrawRound(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const result = await drawRound(actor, { processId: form.text('processId'), coderIds: form.all('coderIds'), size: form.text('size'), wanted: form.text('wanted') }, now)
  if (result.granted) throw redirect(`/arbete/parkodning/${result.value.number}`)
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, roundRefusals), kept: form.kept(), chosen: form.all('coderIds') }, { status: statusOf(result.refusal) })
}

export default function Rounds() {
  const { frame, processId, rounds, coders, mayDraw } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title="Koda i par" lead="Två läser samma yttranden, var för sig. Då syns vilka koder som betyder samma sak för båda.">
      <title>Koda i par</title>
      <DeskPages here="/arbete/parkodning" />
      <ErrorSummary problems={answer?.problems ?? []} />
      {rounds.length === 0 ? (
        <Empty>
          <p>Ingen har kodat i par än. Börja när kodboken känns färdig, med minst femtio yttranden.</p>
        </Empty>
      ) : (
        <Table
          caption="Omgångar"
          columns={[{ title: 'Omgång' }, { title: 'Dragen' }, { title: 'Avslutad' }]}
          rows={rounds.map(({ number, drawnOn, endedOn }) => [
            <a key="round" href={`/arbete/parkodning/${number}`}>
              Parkodning {number}
            </a>,
            drawnOn,
            endedOn ?? 'Pågår',
          ])}
        />
      )}
      {mayDraw && processId && (
        <Form hidden={{ processId }}>
          <h2>Dra en ny omgång</h2>
          <CheckboxGroup
            name="coderIds"
            label="Vilka två läser?"
            choices={coders.map(({ id, name }) => ({ value: id, label: name }))}
            values={answer?.chosen}
            error={problemOf('coderIds')}
          />
          <TextField
            name="size"
            label="Hur många yttranden"
            hint="Minst en tiondel av alla, eller femtio."
            inputMode="numeric"
            value={answer?.kept.size ?? '50'}
            short
            error={problemOf('size')}
          />
          <TextField
            name="wanted"
            label="Önskat alfa"
            hint="0,8 är bra. 0,667 är det lägsta att dra försiktiga slutsatser av."
            inputMode="decimal"
            value={answer?.kept.wanted ?? '0,667'}
            short
            error={problemOf('wanted')}
          />
          <Button>Dra yttranden</Button>
        </Form>
      )}
    </WorkroomPage>
  )

  function problemOf(name: string) {
    return answer?.problems.find(({ field }) => field.startsWith(name))?.text
  }
}
