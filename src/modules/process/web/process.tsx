import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { DayField, SelectField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatDays, formatInstant } from '#ui/format'
import { Tag } from '#ui/tag'
import { WorkroomPage } from '#ui/workroom-page'
import { mayMoveStep } from '../access.ts'
import { closeStep } from '../close-step.ts'
import { insertStep } from '../insert-step.ts'
import { moveStep } from '../move-step.ts'
import { readProcess, type StepReading } from '../read-process.ts'
import { releaseStep } from '../release-step.ts'
import { problemWords, words } from '../words.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const process = await readProcess(params.slug ?? '', visit.now.day)
  if (!process) refuse({ refused: 'not-found' })
  return { frame: workroomFrame(visit, request), process, mayChange: mayMoveStep(visit.actor) !== undefined, today: visit.now.day }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const [act, stepId] = [text('act'), text('stepId')]
  const result =
    act === 'move'
      ? await moveStep(actor, { stepId, fromDay: text('fromDay'), toDay: text('toDay'), reason: text('reason') }, now)
      : act === 'close'
        ? await closeStep(actor, { stepId, outcome: text('outcome') as 'done', onDay: text('onDay'), reason: text('reason') }, now)
        : act === 'release'
          ? await releaseStep(actor, { stepId, note: text('note') }, now)
          : await insertStep(
              actor,
              {
                processId: text('processId'),
                key: text('key'),
                number: text('number'),
                after: text('after'),
                title: text('title'),
                who: text('who'),
                purpose: text('purpose'),
                focus: text('focus'),
                fromDay: text('fromDay'),
                toDay: text('toDay'),
                reason: text('reason'),
              },
              now,
            )
  if (result.granted) throw redirect(`/arbete/process/${encodeURIComponent(params.slug ?? '')}${stepId ? `#steg-${stepId}` : ''}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const said: Record<string, string> = { taken: 'Steget finns redan. Välj en annan adress', 'already-closed': 'Steget är redan avslutat' }
  return data(
    { problems: refusal.refused === 'invalid' ? problemWords(refusal.problems) : [{ field: '', text: said[refusal.refused] ?? '' }], kept: form.kept() },
    { status: statusOf(refusal) },
  )
}

export default function Process() {
  const { frame, process, mayChange, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title={process.name}>
      <title>{process.name}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      <ol className="steps">
        {process.steps.map((step) => (
          <li key={step.id} id={`steg-${step.id}`} className={step.state}>
            <h2>
              <span className="soft numbers">{step.number}</span> {step.title}
            </h2>
            <p>
              <Tag>{words('sv').states[step.state]}</Tag> {formatDays(step.dates.from, step.dates.to)}{' '}
              {step.releasedAt ? <Tag>Publicerat {formatInstant(step.releasedAt)}</Tag> : <Tag>Inte publicerat</Tag>}
            </p>
            {step.moves.map((move) => (
              <p key={move.movedAt} className="small soft">
                Flyttat till {formatDays(move.from, move.to)}: {move.reason}
              </p>
            ))}
            {step.insertedBecause && <p className="small soft">Tillagt: {step.insertedBecause}</p>}
            {mayChange && <StepActs step={step} today={today} />}
          </li>
        ))}
      </ol>
      {mayChange && (
        <section>
          <h2>Lägg in ett steg</h2>
          <Form act="insert" hidden={{ processId: process.id }}>
            <TextField name="title" label="Stegets namn" value={answer?.kept.title} />
            <TextField name="key" label="Adress" hint="Små bokstäver, till exempel shortlist." value={answer?.kept.key} short />
            <TextField name="number" label="Nummer som visas" hint="Till exempel 06b." value={answer?.kept.number} short />
            <SelectField
              name="after"
              label="Efter vilket steg"
              choices={process.steps.map(({ key, number, title }) => ({ value: key, label: `${number} ${title}` }))}
              value={answer?.kept.after}
            />
            <TextField name="who" label="Vem" value={answer?.kept.who} />
            <TextField name="purpose" label="Varför" value={answer?.kept.purpose} />
            <TextField name="focus" label="Vad det handlar om" value={answer?.kept.focus} />
            <DayField name="fromDay" label="Första dagen" value={answer?.kept.fromDay} />
            <DayField name="toDay" label="Sista dagen" value={answer?.kept.toDay} />
            <TextField name="reason" label="Skälet" hint="Det här läser alla." value={answer?.kept.reason} />
            <Button>Lägg in steget</Button>
          </Form>
        </section>
      )}
    </WorkroomPage>
  )
}

function StepActs({ step, today }: { step: StepReading; today: string }) {
  const hidden = { stepId: step.id }
  return (
    <details>
      <summary>Flytta, avsluta eller publicera {step.title.toLowerCase()}</summary>
      <div className="two">
        <Form act="release" hidden={hidden}>
          <p>Publicera det som steget gett hittills. Det som kommer senare behöver publiceras igen.</p>
          <Button>Publicera</Button>
        </Form>
        <Form act="move" hidden={hidden}>
          <DayField name="fromDay" label="Ny första dag" value={step.dates.from} />
          <DayField name="toDay" label="Ny sista dag" value={step.dates.to} />
          <TextField name="reason" label="Skälet" hint="Det här läser alla." />
          <Button quiet>Flytta steget</Button>
        </Form>
        {!step.closed && (
          <Form act="close" hidden={hidden}>
            <SelectField
              name="outcome"
              label="Hur det gick"
              choices={[
                { value: 'done', label: 'Steget är klart' },
                { value: 'left-out', label: 'Steget utgår' },
              ]}
            />
            <DayField name="onDay" label="Vilken dag" value={today} />
            <TextField name="reason" label="Skälet, om steget utgår" />
            <Button quiet>Avsluta steget</Button>
          </Form>
        )}
      </div>
    </details>
  )
}
