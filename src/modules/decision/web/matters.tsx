import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { DayField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatDay } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayOpenMatter } from '../access.ts'
import { openMatter } from '../open-matter.ts'
import { listMatters } from '../read-matter.ts'
import { outcomeWords, refusalWords, standingWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  return { frame: workroomFrame(visit, request), matters: await listMatters(visit.now.day), mayOpen: mayOpenMatter(visit.actor) !== undefined, today: visit.now.day }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const result = await openMatter(actor, { number: form.text('number'), title: form.text('title'), openedOn: form.text('openedOn') }, now)
  if (result.granted) throw redirect(`/arbete/arenden/${result.value.id}`)
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, refusalWords), kept: form.kept() }, { status: statusOf(result.refusal) })
}

export default function Matters() {
  const { frame, matters, mayOpen, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title="Ärenden och beslut">
      <title>Ärenden och beslut</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {matters.length === 0 ? (
        <Empty>
          <h2>Här bor besluten</h2>
          <p>Nämndsekreteraren öppnar ett ärende med diarienummer. Förslag lämnas in hit, och varje organs beslut skrivs in med paragraf och datum.</p>
        </Empty>
      ) : (
        <Table
          caption="Ärenden"
          columns={[{ title: 'Diarienummer' }, { title: 'Ärende' }, { title: 'Öppnat' }, { title: 'Senaste beslut' }]}
          rows={matters.map((matter) => {
            const last = matter.points.at(-1)
            return [
              <a key="a" href={`/arbete/arenden/${matter.id}`}>
                {matter.number}
              </a>,
              matter.title,
              formatDay(matter.openedOn),
              last ? `${last.organ} ${formatDay(last.meetingOn)}: ${outcomeWords[last.outcome].toLowerCase()}. ${standingWords[last.standing.standing]}` : 'Inget beslut än',
            ]
          })}
        />
      )}
      {mayOpen && (
        <section>
          <h2>Öppna ett ärende</h2>
          <Form>
            <TextField name="number" label="Diarienummer" hint="Till exempel KS 19/287." value={answer?.kept.number} short />
            <TextField name="title" label="Vad ärendet gäller" value={answer?.kept.title} />
            <DayField name="openedOn" label="Öppnat" value={answer?.kept.openedOn ?? today} />
            <Button>Öppna ärendet</Button>
          </Form>
        </section>
      )}
    </WorkroomPage>
  )
}
