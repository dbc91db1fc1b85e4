import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { slugOf } from '#kernel/slug'
import { createOrgan, endOrgan, readOrganNames, readOrgans, renameOrgan } from '#people'
import { Button } from '#ui/button'
import { DayField, SelectField, TextField } from '#ui/field'
import { Form, scopeOf } from '#ui/form'
import { formatDay } from '#ui/format'
import { Table } from '#ui/table'
import { mayReadSettings, mayRenameOrgan } from '../access.ts'
import { organKindWords } from '../words.ts'
import { settingProblems } from './problem-words.ts'
import { Changes, SettingsPage } from './settings-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadSettings(visit.actor)) refuse({ refused: 'forbidden' })
  return {
    frame: workroomFrame(visit, request),
    organs: await readOrgans(),
    names: await readOrganNames(),
    today: visit.now.day,
    mayChange: mayRenameOrgan(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const act = text('act')
  const result =
    act === 'rename'
      ? await renameOrgan(actor, { organId: text('organId'), name: text('name'), validFrom: text('validFrom') }, now)
      : act === 'end'
        ? await endOrgan(actor, { organId: text('organId'), lastDay: text('lastDay'), heirId: text('heirId') }, now)
        : await createOrgan(actor, { key: slugOf(text('name')), name: text('name'), kind: text('kind') as 'board', validFrom: text('validFrom') }, now)
  if (result.granted) throw redirect('/arbete/installningar/organ')
  const { refusal } = result
  if (refusal.refused === 'forbidden') refuse(refusal)
  // The short name is made of the name: what is wrong with it is the name.
  const problems = settingProblems(refusal).filter(({ field }) => field !== 'key')
  return data({ problems, kept: form.kept(), act }, { status: statusOf(refusal) })
}

export default function Organs() {
  const { frame, organs, names, today, mayChange } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const nameOf = (id: string | null) => organs.find((organ) => organ.id === id)?.name ?? ''
  const living = organs.filter(({ validTo }) => validTo === null).map(({ id, name }) => ({ value: id, label: name }))
  const field = (act: string) => (name: string) => {
    const own = answer?.act === act ? answer : undefined
    return { name, value: own?.kept[name], error: own?.problems.find((problem) => problem.field === name)?.text }
  }
  const [create, rename, end] = [field('create'), field('rename'), field('end')]
  return (
    <SettingsPage
      frame={frame}
      title="Organ"
      lead="Här står de organ som beslutar och ansvarar. Ett organ tas aldrig bort: det får ett nytt namn från en dag, eller upphör och lämnar över till ett annat."
      problems={answer?.problems}
      scope={answer && scopeOf(answer.act)}
    >
      <Table
        cards
        caption="Kommunens organ"
        columns={[{ title: 'Organ' }, { title: 'Slag' }, { title: 'Finns från' }, { title: 'Sista dag' }, { title: 'Tas över av' }]}
        rows={organs.map(({ name, kind, validFrom, validTo, heirId }) => [
          name,
          organKindWords[kind],
          formatDay(validFrom),
          validTo === null ? '–' : formatDay(validTo),
          nameOf(heirId) || '–',
        ])}
      />
      {mayChange && (
        <div className="two">
          <section>
            <h2>Lägg till ett organ</h2>
            <Form act="create">
              <TextField {...create('name')} label="Namn" hint="Till exempel Utbildningsnämnden." />
              <SelectField
                {...create('kind')}
                label="Slag"
                choices={Object.entries(organKindWords).map(([value, label]) => ({ value, label }))}
                value={create('kind').value ?? 'board'}
              />
              <DayField {...create('validFrom')} label="Finns från" value={create('validFrom').value ?? today} />
              <Button>Lägg till organet</Button>
            </Form>
          </section>
          <section>
            <h2>Byt namn på ett organ</h2>
            <Form act="rename">
              <SelectField {...rename('organId')} label="Vilket organ" choices={living} />
              <TextField {...rename('name')} label="Nytt namn" />
              <DayField {...rename('validFrom')} label="Gäller från" hint="Beslut före den dagen behåller det gamla namnet." value={rename('validFrom').value ?? today} />
              <Button quiet>Byt namn</Button>
            </Form>
          </section>
          <section>
            <h2>Avsluta ett organ</h2>
            <p>Det går inte att ångra. Beslut och historia finns kvar.</p>
            <Form act="end">
              <SelectField {...end('organId')} label="Organ som upphör" empty="Välj ett organ" choices={living} />
              <DayField {...end('lastDay')} label="Sista dag" value={end('lastDay').value ?? today} />
              <SelectField {...end('heirId')} label="Organ som tar över" empty="Inget" choices={living} />
              <Button grave>Avsluta organet</Button>
            </Form>
          </section>
        </div>
      )}
      <Changes
        changes={names.toReversed().map(({ organId, name, validFrom, setBy, setAt }) => ({
          id: `${organId}${setAt}`,
          what: `Ett organ heter ${name} från ${formatDay(validFrom)}`,
          setBy,
          setAt,
        }))}
      />
    </SettingsPage>
  )
}
