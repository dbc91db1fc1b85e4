import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { CheckField, DayField, SelectField, TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateDialogue } from '../access.ts'
import { createDialogue } from '../create-dialogue.ts'
import { createGroup } from '../create-group.ts'
import { readGroups } from '../read-groups.ts'
import { refusalWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayCreateDialogue(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  return {
    frame: workroomFrame(visit, request),
    processId: process?.id ?? '',
    steps: process?.steps.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })) ?? [],
    groups: process ? (await readGroups(process.id)).map(({ id, name, unit }) => ({ value: id, label: `${name} (${unit === 'persons' ? 'räknas i personer' : 'räknas i anteckningar'})` })) : [],
  }
}

const rows = [1, 2, 3, 4, 5]

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  if (text('act') === 'group') {
    const made = await createGroup(actor, { processId: text('processId'), key: text('key'), name: text('groupName'), unit: text('unit') as 'persons', size: text('size'), census: form.has('census'), threshold: text('threshold') || 5 }, now)
    if (made.granted) throw redirect('/arbete/dialoger/ny')
    if (made.refusal.refused === 'forbidden') refuse(made.refusal)
    return data({ problems: problemTexts(made.refusal, refusalWords), kept: form.kept() }, { status: statusOf(made.refusal) })
  }
  const result = await createDialogue(
    actor,
    {
      processId: text('processId'), stepId: text('stepId'), groupId: text('groupId'), slug: text('slug'), title: text('title'), titleEnglish: text('titleEnglish'), kind: text('kind') as 'survey',
      information: text('information'), promise: text('promise'), contact: text('contact'), opensOn: text('opensOn'), closesOn: text('closesOn'),
      questions: rows
        .filter((row) => text(`wording${row}`).trim() !== '')
        .map((row) => ({ wording: text(`wording${row}`), wordingEnglish: text(`wordingEnglish${row}`), stance: (text(`stance${row}`) || null) as 'keep' | null, axis: text(`axis${row}`) as 'place', maxLines: 3 })),
    },
    now,
  )
  if (result.granted) throw redirect(`/arbete/dialoger/${result.value.slug}`)
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, refusalWords), kept: form.kept() }, { status: statusOf(result.refusal) })
}

export default function NewDialogue() {
  const { frame, processId, steps, groups } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? {}
  const field = (name: string) => ({ name, value: kept[name], error: answer?.problems.find((problem) => problem.field === name)?.text })
  return (
    <WorkroomPage frame={frame} title="Gör en dialog">
      <title>Gör en dialog</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {groups.length === 0 && (
        <Notice>
          <p>Börja med att säga vilken grupp som ska tillfrågas, längst ned på sidan.</p>
        </Notice>
      )}
      {groups.length > 0 && (
        <Form hidden={{ processId }}>
          <TextField {...field('title')} label="Rubrik" hint="Så heter den på den öppna sidan." />
          <TextField {...field('titleEnglish')} label="Rubrik på engelska (om den ska finnas)" />
          <TextField {...field('slug')} label="Adress" hint="Små bokstäver, siffror och bindestreck." />
          <SelectField {...field('kind')} label="Slag" choices={[{ value: 'survey', label: 'Enkät som alla kan svara på' }, { value: 'notes', label: 'Anteckningar från grupper' }]} />
          <SelectField {...field('stepId')} label="Vilket steg den hör till" choices={steps} />
          <SelectField {...field('groupId')} label="Vilka som tillfrågas" choices={groups} />
          <TextArea {...field('information')} label="Information till den som svarar" hint="Vad, varför, vem som läser, hur länge svaren sparas och med vilket lagligt stöd." />
          <TextArea {...field('promise')} label="Löfte" hint="Vad svaren ska användas till, och när folk får veta hur det gick." rows={2} />
          <TextField {...field('contact')} label="Vem man kan fråga" />
          <DayField {...field('opensOn')} label="Första dagen" />
          <DayField {...field('closesOn')} label="Sista dagen" hint="Till midnatt, svensk tid." />
          {rows.map((row) => (
            <fieldset key={row}>
              <legend>Fråga {row}</legend>
              <TextField name={`wording${row}`} label={`Fråga ${row}, ordalydelse`} value={kept[`wording${row}`]} />
              <TextField name={`wordingEnglish${row}`} label={`Fråga ${row} på engelska`} value={kept[`wordingEnglish${row}`]} />
              <SelectField name={`stance${row}`} label={`Vad ett svar på fråga ${row} betyder`} empty="Inget bestämt" choices={[{ value: 'keep', label: 'Bevara' }, { value: 'leave', label: 'Lämna' }, { value: 'want', label: 'Önska' }]} value={kept[`stance${row}`]} />
              <SelectField name={`axis${row}`} label={`Vad fråga ${row} gäller`} choices={[{ value: 'place', label: 'Platsen' }, { value: 'workplace', label: 'Arbetsplatsen' }]} value={kept[`axis${row}`]} />
            </fieldset>
          ))}
          <Button>Spara dialogen som utkast</Button>
        </Form>
      )}
      <Form act="group" hidden={{ processId }}>
        <h2>Lägg till en grupp</h2>
        <TextField name="groupName" label="Gruppens namn" hint="Till exempel Invånare." value={kept.groupName} />
        <TextField name="key" label="Kort namn" hint="Små bokstäver." value={kept.key} short />
        <SelectField name="unit" label="Räknas i" choices={[{ value: 'persons', label: 'Personer (var och en svarar)' }, { value: 'notes', label: 'Anteckningar (gruppen skriver tillsammans)' }]} value={kept.unit} />
        <TextField name="size" label="Hur många de är i allt, om det är känt" type="number" value={kept.size} short />
        <CheckField name="census" label="Alla i gruppen tillfrågas" checked={kept.census === 'ja'} />
        <TextField name="threshold" label="Minsta antal personer som får visas" hint="Minst 5. För barn 10." type="number" value={kept.threshold ?? '5'} short />
        <Button>Lägg till gruppen</Button>
      </Form>
    </WorkroomPage>
  )
}
