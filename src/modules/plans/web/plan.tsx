import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { listMatters } from '#decision'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listIndicators } from '#indicators'
import { terms } from '#kernel/terms'
import { readOrgans } from '#people'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { SelectField } from '#ui/field'
import { Form } from '#ui/form'
import { formatDay, formatNumber } from '#ui/format'
import { WorkroomPage } from '#ui/workroom-page'
import { readFocusAreas } from '#vision'
import { mayAddActivity, mayAddGoal, mayAdoptPlan } from '../access.ts'
import { addActivity } from '../add-activity.ts'
import { addGoal } from '../add-goal.ts'
import { adoptPlan } from '../adopt-plan.ts'
import { readPlanVersion } from '../read-plans.ts'
import { setTarget } from '../set-target.ts'
import { submitPlan } from '../submit-plan.ts'
import { refusalWords, ruleWords, targetWords } from '../words.ts'
import { ActivityForm, GoalForm, TargetForm } from './goal-forms.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const plan = /^[0-9a-f-]{36}$/.test(params.versionId ?? '') ? await readPlanVersion(params.versionId ?? '') : undefined
  if (!plan) refuse({ refused: 'not-found' })
  const processes = await listProcesses(visit.now.day)
  const [areas, indicators, matters, organs] = [
    (await Promise.all(processes.map(({ id }) => readFocusAreas(id)))).flat(),
    await listIndicators(),
    await listMatters(visit.now.day),
    await readOrgans(),
  ]
  return {
    frame: workroomFrame(visit, request),
    plan,
    areas: areas.map(({ id, name }) => ({ value: id, label: name })),
    organs: organs.map(({ id, name }) => ({ value: id, label: name })),
    matters: matters.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
    points: matters
      .flatMap(({ points }) => points)
      .filter(({ documentId }) => documentId !== null && documentId === plan.documentId)
      .map((point) => ({ value: point.id, label: `${point.organ} ${point.meetingOn} ${point.paragraph ?? ''}` })),
    definitions: indicators.flatMap(({ name, definitions }) =>
      definitions.map((definition) => ({ value: definition.id, label: `${name} (${definition.unit}, version ${definition.version})` })),
    ),
    baselines: indicators.flatMap(({ name, definitions }) =>
      definitions.flatMap((definition) => definition.baselines.map((baseline) => ({ value: baseline.id, label: `${name}: ${baseline.value} (${baseline.period})` }))),
    ),
    mayPlan: mayAddGoal(visit.actor) !== undefined,
    mayAct: mayAddActivity(visit.actor) !== undefined,
    mayAdopt: mayAdoptPlan(visit.actor) !== undefined,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const [versionId, goalId] = [params.versionId ?? '', text('goalId')]
  const acts = {
    goal: () =>
      addGoal(
        actor,
        {
          versionId,
          number: text('number'),
          text: text('text'),
          heading: text('heading'),
          focusAreaId: text('focusAreaId'),
          responsibleId: text('responsibleId'),
          rule: text('rule') as 'all',
          ruleCount: text('ruleCount'),
          partlyFrom: text('partlyFrom'),
          whyWeBelieve: text('whyWeBelieve'),
        },
        now,
      ),
    target: () =>
      setTarget(
        actor,
        {
          goalId,
          definitionId: text('definitionId'),
          kind: text('kind') as 'reach',
          baselineId: text('baselineId'),
          value: text('value'),
          low: text('low'),
          high: text('high'),
          tolerance: text('tolerance'),
          by: text('by'),
        },
        now,
      ),
    activity: () => addActivity(actor, { goalId, text: text('text'), responsibleId: text('responsibleId'), startsOn: text('startsOn'), endsOn: text('endsOn') }, now),
    submit: () => submitPlan(actor, { versionId, matterId: text('matterId') }, now),
    adopt: () => adoptPlan(actor, { versionId, pointId: text('pointId') }, now),
  }
  const act = text('act')
  if (!(act in acts)) refuse({ refused: 'not-found' })
  const result = await acts[act as keyof typeof acts]()
  if (result.granted) throw redirect(`/arbete/planer/${versionId}`)
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, refusalWords), kept: form.kept() }, { status: statusOf(result.refusal) })
}

export default function Plan() {
  const { frame, plan, areas, organs, matters, points, definitions, baselines, mayPlan, mayAct, mayAdopt } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? {}
  const isDraft = plan.submittedAt === null
  return (
    <WorkroomPage frame={frame} title={`${plan.name}, ${plan.period}`}>
      <title>{`${plan.name}, ${plan.period}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      <p>
        {plan.owner}. Version {plan.number}. {plan.pointId ? `Anta${terms.plan.get}.` : isDraft ? 'Utkast: går att ändra.' : `Inlämna${terms.plan.t} för beslut: fryst.`}
      </p>
      {plan.goals.length === 0 && (
        <Empty>
          <p>
            {terms.plan.The} har inga {terms.goal.many} än. Bra {terms.goal.many} säger vilken verkan de ska ha, går att mäta och har en ansvarig.
          </p>
        </Empty>
      )}
      {plan.goals.map((goal) => (
        <article key={goal.id} className="panel" id={`mal-${goal.id}`}>
          <h2>
            {goal.number} {goal.text}
          </h2>
          <Facts
            facts={[
              [terms.focusArea.One, areas.find(({ value }) => value === goal.focusAreaId)?.label ?? `Inget: ${terms.goal.the} kommer inte ur visionen`],
              ['Ansvarig', goal.responsible],
              ['Bedöms genom', `${ruleWords[goal.rule]}${goal.ruleCount ? ` (${goal.ruleCount})` : ''}`],
              ['Varför vi tror på det', goal.whyWeBelieve],
            ]}
          />
          {goal.targets.length === 0 ? (
            <p>
              <em>
                {terms.indicator.No}: {terms.goal.the} går inte att följa upp med tal.
              </em>
            </p>
          ) : (
            <ul>
              {goal.targets.map((target) => (
                <li key={target.id}>
                  {definitions.find(({ value }) => value === target.definitionId)?.label}: {targetWords[target.kind].toLowerCase()}{' '}
                  {target.value === undefined ? `${target.low ?? ''}–${target.high ?? ''}` : formatNumber(target.value, Number.isInteger(target.value) ? 0 : 1)} till {target.by}
                </li>
              ))}
            </ul>
          )}
          {goal.activities.length > 0 && (
            <ul>
              {goal.activities.map((activity) => (
                <li key={activity.id}>
                  {activity.text} <span className="soft">{`${activity.responsible}, ${formatDay(activity.startsOn)}–${formatDay(activity.endsOn)}`}</span>
                </li>
              ))}
            </ul>
          )}
          {mayPlan && isDraft && (
            <details>
              <summary>
                Säg vad {terms.goal.one} {goal.number} mäts med
              </summary>
              <TargetForm goalId={goal.id} kept={kept} definitions={definitions} baselines={baselines} />
            </details>
          )}
          {mayAct && (
            <details>
              <summary>
                Lägg till något att göra för {terms.goal.one} {goal.number}
              </summary>
              <ActivityForm goalId={goal.id} kept={kept} organs={organs} />
            </details>
          )}
        </article>
      ))}
      {mayPlan && isDraft && (
        <>
          <GoalForm kept={kept} areas={areas} organs={organs} />
          <Form act="submit">
            <h2>Lämna in {terms.plan.the} för beslut</h2>
            <SelectField name="matterId" label="I vilket ärende" empty="Välj ett ärende" choices={matters} value={kept.matterId} />
            <Button>Frys och lämna in {terms.plan.the}</Button>
          </Form>
        </>
      )}
      {mayAdopt && !isDraft && !plan.pointId && (
        <Form act="adopt">
          <h2>Säg vilket beslut som antog {terms.plan.the}</h2>
          <SelectField name="pointId" label="Beslut" empty="Välj ett beslut" choices={points} />
          <Button>
            Skriv in att {terms.plan.the} är anta{terms.plan.get}
          </Button>
        </Form>
      )}
    </WorkroomPage>
  )
}
