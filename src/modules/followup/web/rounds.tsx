import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { terms } from '#kernel/terms'
import { listPlans } from '#plans'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { DayField, SelectField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatDays } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayOpenRound } from '../access.ts'
import { openRound } from '../open-round.ts'
import { readRounds } from '../read-rounds.ts'
import { kindWords, refusalWords, stateWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const processes = await listProcesses(visit.now.day)
  const plans = (await Promise.all(processes.map(({ id }) => listPlans(id)))).flat()
  const own = new Set(visit.actor.assignments.map(({ organ }) => organ))
  const rounds = await readRounds(visit.now.day)
  return {
    frame: workroomFrame(visit, request),
    rounds: rounds.map((round) => {
      const judged = new Set(round.judgements.map(({ goalId }) => goalId))
      const asked = round.duties.filter(({ goalId }) => goalId !== null)
      const mine = asked.filter(({ organId, goalId }) => own.has(organId) && !judged.has(goalId ?? ''))
      return {
        id: round.id,
        name: round.name,
        kind: round.kind,
        covers: round.covers,
        opensOn: round.opensOn,
        closesOn: round.closesOn,
        state: round.state,
        asked: asked.length,
        judged: judged.size,
        mine: round.state === 'open' ? mine.length : 0,
      }
    }),
    plans: plans.filter(({ pointId }) => pointId !== null).map((plan) => ({ value: plan.versionId, label: `${plan.name}, ${plan.period}, version ${plan.number}` })),
    mayOpen: mayOpenRound(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const result = await openRound(
    actor,
    { planVersionId: text('planVersionId'), name: text('name'), kind: text('kind') as 'year', covers: text('covers'), opensOn: text('opensOn'), closesOn: text('closesOn') },
    now,
  )
  if (result.granted) throw redirect(`/arbete/uppfoljning/${result.value.id}`)
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, refusalWords), kept: form.kept() }, { status: statusOf(result.refusal) })
}

export default function Rounds() {
  const { frame, rounds, plans, mayOpen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? {}
  return (
    <WorkroomPage frame={frame} title={terms.followUp.One}>
      <title>{terms.followUp.One}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {rounds.length === 0 ? (
        <Empty>
          <h2>Här bor {terms.followUp.the}</h2>
          <p>
            Controllern öppnar en omgång på {terms.plan.a} som är anta{terms.plan.get}. Varje ansvarig bedömer sina {terms.goal.many}, bredvid det som regeln föreslår. Sedan låses
            omgången.
          </p>
        </Empty>
      ) : (
        <Table
          caption="Omgångar"
          columns={[
            { title: 'Omgång' },
            { title: 'Gäller' },
            { title: 'Öppen' },
            { title: 'Läge' },
            { title: `Bedömda ${terms.goal.many}`, number: true },
            { title: 'Väntar på dig', number: true },
          ]}
          rows={rounds.map((round) => [
            <a key="a" href={`/arbete/uppfoljning/${round.id}`}>
              {round.name}
            </a>,
            `${round.covers} (${kindWords[round.kind].toLowerCase()})`,
            formatDays(round.opensOn, round.closesOn),
            stateWords[round.state],
            `${round.judged} av ${round.asked}`,
            round.mine,
          ])}
        />
      )}
      {mayOpen && (
        <section>
          <h2>Öppna en omgång</h2>
          <Form>
            <SelectField name="planVersionId" label={terms.plan.Which} empty={`Välj ${terms.plan.a} som är anta${terms.plan.get}`} choices={plans} value={kept.planVersionId} />
            <TextField name="name" label="Omgångens namn" hint="Till exempel Helår 2025." value={kept.name} />
            <SelectField name="kind" label="Slag" choices={Object.entries(kindWords).map(([value, label]) => ({ value, label }))} value={kept.kind} />
            <TextField name="covers" label="Vilken period den gäller" hint="Till exempel 2025." value={kept.covers} short />
            <DayField name="opensOn" label="Öppnar" value={kept.opensOn} />
            <DayField name="closesOn" label="Stänger" value={kept.closesOn} />
            <Button>Öppna omgången</Button>
          </Form>
        </section>
      )}
    </WorkroomPage>
  )
}
