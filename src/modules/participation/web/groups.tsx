import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { readFloor } from '#people'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { CheckField, SelectField, TextField } from '#ui/field'
import { Form, scopeOf } from '#ui/form'
import { formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateGroup } from '../access.ts'
import { createGroup } from '../create-group.ts'
import { raiseThreshold } from '../raise-threshold.ts'
import { readGroups } from '../read-groups.ts'
import { refusalWords, unitWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const [process] = await listProcesses(visit.now.day)
  const floor = await readFloor()
  return {
    frame: workroomFrame(visit, request),
    floor,
    processId: process?.id,
    groups: process ? await readGroups(process.id) : [],
    mayChange: mayCreateGroup(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const act = text('act')
  const result =
    act === 'raise'
      ? await raiseThreshold(actor, { groupId: text('groupId'), threshold: text('threshold') }, now)
      : await createGroup(
          actor,
          {
            processId: text('processId'),
            key: text('key'),
            name: text('name'),
            unit: text('unit') as 'persons',
            size: text('size') as '',
            census: form.has('census'),
            children: form.has('children'),
            threshold: text('threshold') as '',
          },
          now,
        )
  if (result.granted) throw redirect('/arbete/grupper')
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const at: Record<string, string> = { taken: 'key', 'threshold-too-low': 'threshold' }
  const problems = problemTexts(refusal, refusalWords).map((problem) => ({ ...problem, field: at[refusal.refused] ?? problem.field }))
  return data({ problems, kept: form.kept(), act }, { status: statusOf(refusal) })
}

export default function Groups() {
  const { frame, floor, processId, groups, mayChange } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const raised = answer?.act === 'raise' ? answer : undefined
  const created = raised ? undefined : answer
  const hidden = { processId: processId ?? '' }
  const field = (name: string) => ({ name, value: created?.kept[name], error: created?.problems.find((problem) => problem.field === name)?.text })
  return (
    <WorkroomPage frame={frame} title="Grupper som tillfrågas" lead="Varje grupp räknas för sig. Svar från personer och anteckningar från grupper läggs aldrig ihop.">
      <title>Grupper som tillfrågas</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={raised ? scopeOf('raise') : scopeOf('create', hidden)} />
      {groups.length === 0 ? (
        <Empty title="Här står vilka som tillfrågas" who="Processledaren lägger till grupperna.">
          <p>Till exempel invånare, medarbetare, förtroendevalda och barn. En enkät eller en samling anteckningar vänder sig till en av dem.</p>
        </Empty>
      ) : (
        <Table
          cards
          caption="Grupperna och vad de har svarat"
          columns={[
            { title: 'Grupp' },
            { title: 'Räknas i' },
            { title: 'Svar', number: true },
            { title: 'Personer bakom', number: true },
            { title: 'I allt', number: true },
            { title: 'Minst så många för att visas', number: true },
          ]}
          rows={groups.map(({ name, unit, responses, persons, size, census, threshold }) => [
            name,
            census ? `${unitWords[unit]}, alla tillfrågade` : unitWords[unit],
            formatNumber(responses),
            formatNumber(persons),
            size === null ? 'okänt' : formatNumber(size),
            formatNumber(threshold),
          ])}
        />
      )}
      {mayChange && processId && (
        <div className="two">
          <section>
            <h2>Lägg till en grupp</h2>
            <Form act="create" hidden={hidden}>
              <TextField {...field('name')} label="Gruppens namn" hint="Till exempel Invånare." />
              <TextField {...field('key')} label="Namn i adresser" hint="Små bokstäver a–z, till exempel invanare." short />
              <SelectField
                {...field('unit')}
                label="Räknas i"
                choices={[
                  { value: 'persons', label: 'Personer (var och en svarar)' },
                  { value: 'notes', label: 'Anteckningar (en grupp skriver tillsammans)' },
                ]}
              />
              <TextField {...field('size')} label="Hur många de är i allt, om det är känt" type="number" short />
              <CheckField name="census" label="Alla i gruppen tillfrågas" checked={created?.kept.census === 'ja'} />
              <CheckField name="children" label="De är barn" hint="Då visas inget om färre än tio." checked={created?.kept.children === 'ja'} />
              <TextField
                {...field('threshold')}
                label="Minsta antal personer som får visas"
                hint={`Tomt ger ${floor.adults}, för barn ${floor.children}. Kan höjas, aldrig sänkas.`}
                type="number"
                short
              />
              <Button>Lägg till gruppen</Button>
            </Form>
          </section>
          {groups.length > 0 && (
            <section>
              <h2>Höj gränsen för en grupp</h2>
              <p>En grupp där folk känner igen varandra kan behöva en högre gräns. Den kan inte sänkas efteråt.</p>
              <Form act="raise">
                <SelectField
                  name="groupId"
                  label="Grupp"
                  choices={groups.map(({ id, name, threshold }) => ({ value: id, label: `${name} (nu ${threshold})` }))}
                  value={raised?.kept.groupId}
                />
                <TextField
                  name="threshold"
                  label="Ny gräns"
                  type="number"
                  short
                  value={raised?.kept.threshold}
                  error={raised?.problems.find(({ field: name }) => name === 'threshold')?.text}
                />
                <Button quiet>Höj gränsen</Button>
              </Form>
            </section>
          )}
        </div>
      )}
    </WorkroomPage>
  )
}
