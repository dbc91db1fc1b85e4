import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { terms } from '#kernel/terms'
import { readOrgans } from '#people'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { DayField, SelectField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreatePlan } from '../access.ts'
import { createPlan } from '../create-plan.ts'
import { listPlans } from '../read-plans.ts'
import { kindWords, refusalWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const processes = await listProcesses(visit.now.day)
  const [process] = processes
  return {
    frame: workroomFrame(visit, request),
    plans: process ? await listPlans(process.id) : [],
    processes: processes.map(({ id, name }) => ({ value: id, label: name })),
    organs: (await readOrgans()).map(({ id, name }) => ({ value: id, label: name })),
    mayCreate: mayCreatePlan(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const result = await createPlan(
    actor,
    {
      processId: text('processId'),
      period: text('period'),
      fromDay: text('fromDay'),
      toDay: text('toDay'),
      kind: text('kind') as 'board',
      ownerId: text('ownerId'),
      name: text('name'),
    },
    now,
  )
  if (result.granted) throw redirect(`/arbete/planer/${result.value.versionId}`)
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, refusalWords), kept: form.kept() }, { status: statusOf(result.refusal) })
}

export default function Plans() {
  const { frame, plans, processes, organs, mayCreate } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? {}
  return (
    <WorkroomPage frame={frame} title={`${terms.plan.Many} och ${terms.goal.many}`}>
      <title>{`${terms.plan.Many} och ${terms.goal.many}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {plans.length === 0 ? (
        <Empty>
          <h2>Här bor {terms.plan.allThe}</h2>
          <p>
            Controllern gör {terms.plan.a} för en period, skriver {terms.goal.many} på visionens {terms.focusArea.many}, säger vad de mäts med och lämnar in {terms.plan.the} för
            beslut.
          </p>
        </Empty>
      ) : (
        <Table
          caption={terms.plan.Many}
          columns={[{ title: terms.plan.One }, { title: 'Period' }, { title: 'Ägare' }, { title: terms.goal.Many, number: true }, { title: 'Läge' }]}
          rows={plans.map((plan) => [
            <a key="a" href={`/arbete/planer/${plan.versionId}`}>
              {plan.name}, version {plan.number}
            </a>,
            plan.period,
            plan.owner,
            plan.goals.length,
            plan.pointId ? `Anta${terms.plan.get}` : plan.submittedAt ? `Inlämna${terms.plan.t}` : 'Utkast',
          ])}
        />
      )}
      {mayCreate && (
        <section>
          <h2>Gör {terms.plan.a}</h2>
          <Form>
            <SelectField name="processId" label="Process" choices={processes} value={kept.processId} />
            <TextField name="name" label={`${terms.plan.The}s namn`} hint={`Till exempel ${terms.goal.Many} för Ånge kommun.`} value={kept.name} />
            <SelectField name="kind" label="Slag" choices={Object.entries(kindWords).map(([value, label]) => ({ value, label }))} value={kept.kind} />
            <SelectField name="ownerId" label="Vem som äger den" choices={organs} value={kept.ownerId} />
            <TextField name="period" label="Periodens namn" hint="Till exempel 2024–2026." value={kept.period} short />
            <DayField name="fromDay" label="Från" value={kept.fromDay} />
            <DayField name="toDay" label="Till" value={kept.toDay} />
            <Button>Gör {terms.plan.the}</Button>
          </Form>
        </section>
      )}
    </WorkroomPage>
  )
}
