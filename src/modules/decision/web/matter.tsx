import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { terms } from '#kernel/terms'
import { readOrgans } from '#people'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { CheckField, DayField, SelectField, TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatDay } from '#ui/format'
import { WorkroomPage } from '#ui/workroom-page'
import { mayRecordPoint } from '../access.ts'
import { endAppeal } from '../end-appeal.ts'
import { planRoute } from '../plan-route.ts'
import { readMatter } from '../read-matter.ts'
import { recordAdjustment } from '../record-adjustment.ts'
import { recordNotice } from '../record-notice.ts'
import { recordPoint } from '../record-point.ts'
import { registerAppeal } from '../register-appeal.ts'
import { outcomeWords, refusalWords } from '../words.ts'
import { PointPanel } from './point-panel.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const matter = await readMatter(params.id ?? '', visit.now.day)
  if (!matter) refuse({ refused: 'not-found' })
  const organs = await readOrgans()
  return {
    frame: workroomFrame(visit, request),
    matter,
    organs: organs.map(({ id, name }) => ({ value: id, label: name })),
    mayRecord: mayRecordPoint(visit.actor) !== undefined,
    today: visit.now.day,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const [matterId, pointId] = [params.id ?? '', text('pointId')]
  const acts = {
    route: () => planRoute(actor, { matterId, organId: text('organId'), plannedOn: text('plannedOn'), because: text('because') }, now),
    adjust: () => recordAdjustment(actor, { pointId, adjustedOn: text('adjustedOn') }, now),
    post: () => recordNotice(actor, { pointId, postedOn: text('postedOn') }, now),
    appeal: () => registerAppeal(actor, { pointId, registeredOn: text('registeredOn') }, now),
    'end-appeal': () => endAppeal(actor, { pointId, endedOn: text('endedOn'), ended: text('ended') as 'confirmed' }, now),
    point: () =>
      recordPoint(
        actor,
        {
          matterId,
          organId: text('organId'),
          meetingOn: text('meetingOn'),
          paragraph: text('paragraph'),
          outcome: text('outcome') as 'approved',
          clauses: text('clauses'),
          documentId: text('documentId'),
          immediate: form.has('immediate'),
        },
        now,
      ),
  }
  const act = text('act')
  const result = await acts[act in acts ? (act as keyof typeof acts) : 'point']()
  if (result.granted) throw redirect(`/arbete/arenden/${matterId}`)
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, refusalWords), kept: form.kept() }, { status: statusOf(result.refusal) })
}

export default function Matter() {
  const { frame, matter, organs, mayRecord, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? {}
  return (
    <WorkroomPage frame={frame} title={`${matter.number} ${matter.title}`}>
      <title>{`${matter.number} ${matter.title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      <h2>Inlämnade handlingar</h2>
      {matter.submissions.length === 0 ? (
        <Empty>
          <p>
            Ingen handling är inlämnad. Processledaren lämnar in ett förslag från Visionsförslag, controllern {terms.plan.a} från {terms.plan.Many} och {terms.goal.many}.
          </p>
        </Empty>
      ) : (
        <ul className="rows">
          {matter.submissions.map((submission) => (
            <li key={submission.documentId}>
              <a href={`/handling/${submission.sha256}`}>{submission.title}</a> <span className="soft small">fryst, kontrollsumma {submission.sha256.slice(0, 12)}</span>
            </li>
          ))}
        </ul>
      )}
      <h2>Beslut</h2>
      {matter.points.map((point) => (
        <PointPanel key={point.id} point={point} mayRecord={mayRecord} today={today} />
      ))}
      {mayRecord && (
        <Form act="point">
          <h3>Skriv in ett beslut</h3>
          <SelectField name="organId" label="Organ" choices={organs} value={kept.organId} />
          <DayField name="meetingOn" label="Mötets dag" value={kept.meetingOn} />
          <TextField name="paragraph" label="Paragraf" hint="Till exempel § 171. Lämna tomt om den inte är känd." value={kept.paragraph} short />
          <SelectField name="outcome" label="Utfall" choices={Object.entries(outcomeWords).map(([value, label]) => ({ value, label }))} value={kept.outcome} />
          <SelectField
            name="documentId"
            label="Vilken handling beslutet gäller"
            empty="Ingen"
            choices={matter.submissions.map(({ documentId, title }) => ({ value: documentId, label: title }))}
            value={kept.documentId}
          />
          <TextArea name="clauses" label="Att-satser" hint="En på varje rad." value={kept.clauses} />
          <CheckField name="immediate" label="Omedelbart verkställt" checked={kept.immediate === 'ja'} />
          <Button>Skriv in beslutet</Button>
        </Form>
      )}
      <h2>Väg</h2>
      <ul className="rows">
        {matter.route.map((step) => (
          <li key={step.id}>
            {step.organ}, {formatDay(step.plannedOn)} {step.addedBecause && <span className="soft">Tillagt: {step.addedBecause}</span>}
          </li>
        ))}
      </ul>
      {mayRecord && (
        <Form act="route">
          <h3>Lägg till ett organ på vägen</h3>
          <SelectField name="organId" label="Organ" choices={organs} />
          <DayField name="plannedOn" label="Planerad dag" value={kept.plannedOn} />
          <TextField name="because" label="Skälet, om något redan är beslutat" value={kept.because} />
          <Button quiet>Lägg till på vägen</Button>
        </Form>
      )}
    </WorkroomPage>
  )
}
