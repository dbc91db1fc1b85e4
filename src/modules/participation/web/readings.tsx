import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Empty } from '#ui/empty'
import { FilterLinks } from '#ui/filter-links'
import { formatInstant, formatNumber } from '#ui/format'
import { Pagination } from '#ui/pagination'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadReadings } from '../access.ts'
import { type ReadingsWish, readReadings } from '../read-readings.ts'
import { purposeWords, readingPageWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadReadings(visit.actor)) refuse({ refused: 'forbidden' })
  const wish = wishIn(request.url)
  const readings = await readReadings(wish)
  return { frame: workroomFrame(visit, request), wish: { ...wish, page: readings.page }, readings }
}

export default function Readings() {
  const { frame, wish, readings } = useLoaderData<typeof loader>()
  return (
    <WorkroomPage frame={frame} title="Vem som läst svaren" lead="Här står vem som har läst svar med folks egna ord, när och varför.">
      <title>Vem som läst svaren</title>
      <p>
        En rad är en person, en dag, en dialog och en sida. Läser någon mer samma dag växer raden. Samma text räknas varje gång den visas. Ingen rad kan tas bort. De öppna sidorna
        räknas inte.
      </p>
      {readings.readers.length > 1 && (
        <FilterLinks
          label="Visa person"
          links={[
            { href: addressOf({ ...wish, person: undefined, page: 1 }), label: 'Alla personer', here: wish.person === undefined },
            ...readings.readers.map(({ id, name }) => ({ href: addressOf({ ...wish, person: id, page: 1 }), label: name, here: wish.person === id })),
          ]}
        />
      )}
      {readings.dialogues.length > 1 && (
        <FilterLinks
          label="Visa dialog"
          links={[
            { href: addressOf({ ...wish, dialogue: undefined, page: 1 }), label: 'Alla dialoger', here: wish.dialogue === undefined },
            ...readings.dialogues.map(({ slug, title }) => ({ href: addressOf({ ...wish, dialogue: slug, page: 1 }), label: title, here: wish.dialogue === slug })),
          ]}
        />
      )}
      {readings.rows.length === 0 ? (
        <Empty title="Ingen har läst">
          <p>När någon läser svar i arbetsrummet skrivs det upp här.</p>
        </Empty>
      ) : (
        <Table
          cards
          caption="Läsningar, den senaste dagen först"
          columns={[
            { title: 'Vem' },
            { title: 'Dag, och när senast' },
            { title: 'Dialog' },
            { title: 'Sida' },
            { title: 'För att' },
            { title: 'Visade texter', number: true },
            { title: 'Gånger', number: true },
          ]}
          rows={readings.rows.map((row) => [
            row.person,
            formatInstant(row.lastAt),
            row.dialogue,
            readingPageWords[row.page],
            purposeWords[row.purpose],
            formatNumber(row.statements),
            formatNumber(row.times),
          ])}
        />
      )}
      {readings.originals.length > 0 && (
        <Table
          cards
          caption="Varför maskerade ord har lästs, det senaste först"
          columns={[{ title: 'Vem' }, { title: 'När' }, { title: 'Varför' }, { title: 'Texten' }]}
          rows={readings.originals.map((row) => [
            row.name,
            formatInstant(row.at),
            <bdi key="why">{row.why}</bdi>,
            <a key="text" href={`/arbete/granska/${row.subjectId}`}>
              Texten som den är maskerad
            </a>,
          ])}
        />
      )}
      <Pagination page={readings.page} pages={readings.pages} href={(page) => addressOf({ ...wish, page })} />
    </WorkroomPage>
  )
}

function wishIn(url: string): ReadingsWish {
  const { searchParams } = new URL(url)
  const found = (name: string, pattern: RegExp) => pattern.exec(searchParams.get(name) ?? '')?.[0]
  return { person: found('person', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/), dialogue: found('dialog', /^[a-z0-9-]{1,60}$/), page: Number(found('sida', /^\d{1,6}$/) ?? 1) }
}

function addressOf({ person, dialogue, page }: ReadingsWish): string {
  const words = Object.entries({ person, dialog: dialogue, sida: page > 1 ? String(page) : undefined }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  )
  return words.length === 0 ? '/arbete/lasning' : `/arbete/lasning?${words.join('&')}`
}
