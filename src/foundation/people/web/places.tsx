import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { addPlaces, endPlace, movePlace, readPlaceHistory } from '#people'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { TextArea } from '#ui/field'
import { Form } from '#ui/form'
import { formatCount, formatDay } from '#ui/format'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import { mayAddPlaces, mayReadSettings } from '../access.ts'
import { placesOfLines } from '../rules/place-lines.ts'
import { placesForm } from '../settings-schema.ts'
import { settingProblems } from './problem-words.ts'
import { Changes, SettingsPage } from './settings-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadSettings(visit.actor)) refuse({ refused: 'forbidden' })
  return { frame: workroomFrame(visit, request), all: await readPlaceHistory(), today: visit.now.day, mayChange: mayAddPlaces(visit.actor) !== undefined }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const [act, lines, placeId] = [form.text('act'), form.text('lines'), form.text('placeId')]
  const read = placesForm.safeParse({ lines })
  const written = read.success ? placesOfLines(read.data.lines) : []
  // Shown before it holds.
  if (act === 'preview' && mayAddPlaces(actor) && written.length > 0) return { lines, problems: [], preview: written }
  const result = act === 'end' ? await endPlace(actor, { placeId }, now) : act === 'move' ? await movePlace(actor, { placeId }, now) : await addPlaces(actor, { lines }, now)
  if (result.granted) throw redirect('/arbete/installningar/platser')
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems = settingProblems(refusal).map((problem) => ({ ...problem, field: act === 'move' ? '' : 'lines' }))
  return data({ lines, problems, preview: undefined }, { status: statusOf(refusal) })
}

export default function Places() {
  const { frame, all, today, mayChange } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isHere = ({ validFrom, validTo }: { validFrom: string; validTo: string | null }) => validFrom <= today && (validTo === null || validTo >= today)
  const [here, ended] = [all.filter(isHere), all.filter((place) => !isHere(place))]
  const top = here.filter(({ parentId }) => parentId === null || !here.some(({ id }) => id === parentId))
  const inside = (id: string) => here.filter(({ parentId }) => parentId === id)
  return (
    <SettingsPage
      frame={frame}
      title="Platser"
      lead="Kommunens egen lista: orter, stadsdelar eller områden. Enkäter kan fråga var man bor utan att fråga efter adressen."
      problems={answer?.problems}
      scope="preview-"
    >
      {answer?.preview && (
        <Notice>
          <h2>{`Så här läste vi listan: ${formatCount(answer.preview.length, 'plats', 'platser')}`}</h2>
          <ul>
            {answer.preview.map(({ name, area }, index) => (
              <li key={String(index)}>{area ? `${name}, i ${area}` : name}</li>
            ))}
          </ul>
          <p>Inget är sparat än. Det som redan finns läggs inte till en gång till.</p>
          <Form act="add" hidden={{ lines: answer.lines }}>
            <Button>Lägg till platserna</Button>
          </Form>
        </Notice>
      )}
      {here.length === 0 ? (
        <Empty title="Här står kommunens platser" who="Administratören lägger in listan.">
          <p>Klistra in en lista här under. Utan platser kan en enkät inte fråga var man bor.</p>
        </Empty>
      ) : (
        <Table
          cards
          caption="Platserna i sin ordning"
          columns={[{ title: 'Plats' }, { title: 'Ligger i' }, { title: mayChange ? 'Ändra' : '' }]}
          rows={top.flatMap((place, index) => [
            [place.name, '–', mayChange && <PlaceActs key="a" place={place} first={index === 0} />],
            ...inside(place.id).map((each, at) => [each.name, place.name, mayChange && <PlaceActs key="a" place={each} first={at === 0} />]),
          ])}
        />
      )}
      {mayChange && (
        <section>
          <h2>Lägg till platser</h2>
          <Form act="preview">
            <TextArea
              name="lines"
              label="En plats på varje rad"
              hint="Börja raden med ett bindestreck när platsen ligger i området ovanför."
              value={answer?.lines}
              error={answer?.problems.find(({ field }) => field === 'lines')?.text}
              rows={8}
            />
            <Button>Visa hur listan blir</Button>
          </Form>
        </section>
      )}
      <p>
        <a href="/arbete/installningar/platser/karta">Karta med rutor att välja på</a>
      </p>
      {ended.length > 0 && (
        <section>
          <h2>Avslutade platser</h2>
          <p>De erbjuds inte längre. Svaren därifrån finns kvar.</p>
          <ul>
            {ended.map(({ id, name, validTo }) => (
              <li key={id}>{`${name}, till och med ${formatDay(validTo ?? today)}`}</li>
            ))}
          </ul>
        </section>
      )}
      <Changes changes={addedTogether(all)} />
    </SettingsPage>
  )
}

function PlaceActs({ place, first }: { place: { readonly id: string; readonly name: string }; first: boolean }) {
  return (
    <span className="acts">
      {!first && (
        <Form act="move" hidden={{ placeId: place.id }} className="inline">
          <Button quiet small>
            Flytta upp<span className="hidden"> {place.name}</span>
          </Button>
        </Form>
      )}
      <Form act="end" hidden={{ placeId: place.id }} className="inline">
        <Button quiet small>
          Avsluta<span className="hidden"> {place.name}</span>
        </Button>
      </Form>
    </span>
  )
}

/** Those that were added together stand together. */
function addedTogether<Place extends { readonly id: string; readonly name: string; readonly setBy: string; readonly setAt: string }>(places: readonly Place[]) {
  const times = [...new Set(places.map(({ setAt }) => setAt))].sort().toReversed()
  return times.flatMap((setAt) => {
    const together = places.filter((place) => place.setAt === setAt)
    const [first] = together
    return first
      ? [{ id: first.id, setBy: first.setBy, setAt, what: `Lade till ${formatCount(together.length, 'plats', 'platser')}: ${together.map(({ name }) => name).join(', ')}` }]
      : []
  })
}
