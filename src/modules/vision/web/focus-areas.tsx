import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { listMatters } from '#decision'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { terms } from '#kernel/terms'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { ChoiceGroup, SelectField, TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { WorkroomPage } from '#ui/workroom-page'
import { mayAdoptFocusAreas, mayCreateFocusArea } from '../access.ts'
import { adoptFocusAreas } from '../adopt-focus-areas.ts'
import { createFocusArea } from '../create-focus-area.ts'
import { readFocusAreas } from '../read-focus-areas.ts'
import { readProposals } from '../read-proposals.ts'
import { refusalWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const [process] = await listProcesses(visit.now.day)
  const [areas, proposals, matters] = process ? [await readFocusAreas(process.id), await readProposals(process.id), await listMatters(visit.now.day)] : [[], [], []]
  return {
    frame: workroomFrame(visit, request),
    processId: process?.id ?? '',
    areas,
    phrases: proposals.filter(({ versions }) => versions.some(({ pointId }) => pointId)).flatMap(({ phrases }) => phrases.map(({ id, text }) => ({ value: id, label: text }))),
    points: matters.flatMap(({ number, points }) =>
      points
        .filter(({ outcome }) => outcome.startsWith('approved'))
        .map((point) => ({ value: point.id, label: `${number}, ${point.organ} ${point.meetingOn} ${point.paragraph ?? ''}` })),
    ),
    mayCreate: mayCreateFocusArea(visit.actor) !== undefined,
    mayAdopt: mayAdoptFocusAreas(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const result =
    text('act') === 'adopt'
      ? await adoptFocusAreas(actor, { processId: text('processId'), pointId: text('pointId') }, now)
      : await createFocusArea(
          actor,
          { processId: text('processId'), slug: text('slug'), number: text('number'), name: text('name'), description: text('description'), phraseIds: form.all('phraseIds') },
          now,
        )
  if (result.granted) throw redirect('/arbete/fokusomraden')
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, refusalWords), kept: form.kept(), chosen: form.all('phraseIds') }, { status: statusOf(result.refusal) })
}

export default function FocusAreas() {
  const { frame, processId, areas, phrases, points, mayCreate, mayAdopt } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? {}
  const words = new Map(phrases.map(({ value, label }) => [value, label]))
  return (
    <WorkroomPage frame={frame} title={terms.focusArea.Many}>
      <title>{terms.focusArea.Many}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      {areas.length === 0 && (
        <Empty>
          <p>
            {terms.focusArea.Many} samlar arbetet mot visionen. Varje område tar upp några av visionens formuleringar, och {terms.goal.allThe} i {terms.plan.allThe} hängs på det.
          </p>
        </Empty>
      )}
      <ul className="rows">
        {areas.map((area) => (
          <li key={area.id}>
            <h2>
              {area.number}. {area.name}
            </h2>
            <p>{area.description}</p>
            <p className="small">
              {area.phraseIds.length === 0
                ? 'Tar inte upp några av visionens ord.'
                : `Tar upp: ${area.phraseIds
                    .map((id) => words.get(id))
                    .filter(Boolean)
                    .join(' · ')}`}{' '}
              {area.pointId ? 'Antaget.' : 'Förslag.'}
            </p>
          </li>
        ))}
      </ul>
      {mayCreate && processId && (
        <Form act="create" hidden={{ processId }}>
          <h2>Lägg till {terms.focusArea.a}</h2>
          <TextField name="name" label="Namn" value={kept.name} />
          <TextField name="slug" label="Adress" hint="Små bokstäver, siffror och bindestreck." value={kept.slug} short />
          <TextField name="number" label="Nummer" type="number" value={kept.number ?? String(areas.length + 1)} short />
          <TextArea name="description" label="Framtidsbild" hint="Hur det är när vi är framme." value={kept.description} />
          {phrases.length > 0 && <ChoiceGroup many name="phraseIds" label="Vilka av visionens ord området tar upp" choices={phrases} values={answer?.chosen} />}
          <Button>Lägg till {terms.focusArea.the}</Button>
        </Form>
      )}
      {mayAdopt && processId && areas.some(({ pointId }) => !pointId) && (
        <Form act="adopt" hidden={{ processId }}>
          <h2>Säg vilket beslut som antog dem</h2>
          <SelectField name="pointId" label="Beslut" empty="Välj ett beslut" choices={points} />
          <Button>Skriv in att {terms.focusArea.allThe} är antagna</Button>
        </Form>
      )}
    </WorkroomPage>
  )
}
