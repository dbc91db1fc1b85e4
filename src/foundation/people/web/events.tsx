import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listEvents } from '#trail'
import { Empty } from '#ui/empty'
import { formatInstant } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadTrail } from '../access.ts'
import { roleWords } from '../words.ts'
import { actWords } from './act-words.ts'

const perPage = 100

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadTrail(visit.actor)) refuse({ refused: 'forbidden' })
  const before = Number(new URL(request.url).searchParams.get('fore'))
  const events = await listEvents({ before: Number.isSafeInteger(before) && before > 0 ? before : undefined, limit: perPage })
  return { frame: workroomFrame(visit, request), events }
}

export default function Events() {
  const { frame, events } = useLoaderData<typeof loader>()
  const last = events.at(-1)
  return (
    <WorkroomPage frame={frame} title="Händelser">
      <title>Händelser</title>
      <p>Allt som görs i arbetsrummet skrivs upp här och kan inte ändras. Invånarnas svar står inte här: de har egna förseglade rader utan klockslag.</p>
      {events.length === 0 ? (
        <Empty>
          <p>Inget har hänt än.</p>
        </Empty>
      ) : (
        <Table
          caption="Händelser, den senaste först"
          columns={[{ title: 'När' }, { title: 'Vem' }, { title: 'Vad' }, { title: 'Varför' }, { title: 'Länk i kedjan', number: true }]}
          rows={events.map((event) => [
            formatInstant(event.at),
            `${event.name ?? 'Samsyn'}, ${event.role === 'system' ? 'systemet' : roleWords[event.role as keyof typeof roleWords].toLowerCase()}`,
            actWords[event.act] ?? event.act,
            event.why ?? '',
            event.position === null ? 'länkas strax' : String(event.position),
          ])}
        />
      )}
      {last && events.length === perPage && <a href={`?fore=${last.id}`}>Äldre händelser</a>}
    </WorkroomPage>
  )
}
