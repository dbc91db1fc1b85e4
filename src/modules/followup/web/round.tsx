import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { terms } from '#kernel/terms'
import { proposeVerdict, readPlanVersion } from '#plans'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatDays } from '#ui/format'
import { Notice } from '#ui/notice'
import { TwoTexts } from '#ui/two-texts'
import { WorkroomPage } from '#ui/workroom-page'
import { mayJudgeGoal, mayLockRound, mayReopenRound } from '../access.ts'
import { judgeGoal } from '../judge-goal.ts'
import { lockRound } from '../lock-round.ts'
import { readActivityStatuses } from '../read-activity-statuses.ts'
import { readRounds } from '../read-rounds.ts'
import { reopenRound } from '../reopen-round.ts'
import { setActivityStatus } from '../set-activity-status.ts'
import { refusalWords, stateWords } from '../words.ts'
import { GoalPanel } from './goal-panel.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const round = (await readRounds(visit.now.day)).find(({ id }) => id === params.roundId)
  const plan = round && (await readPlanVersion(round.planVersionId))
  if (!round || !plan) refuse({ refused: 'not-found' })
  const [proposals, statuses] = [await proposeVerdict(plan.goals, round.covers), await readActivityStatuses(plan.goals.flatMap((goal) => goal.activities.map(({ id }) => id)))]
  const own = new Set(visit.actor.assignments.filter(({ role }) => role === 'responsible').map(({ organ }) => organ))
  const all = visit.actor.assignments.some(({ role }) => role === 'controller')
  return {
    frame: workroomFrame(visit, request),
    round,
    goals: plan.goals.map((goal) => ({
      goal,
      proposal: proposals.find(({ goalId }) => goalId === goal.id),
      judgement: round.judgements.find(({ goalId }) => goalId === goal.id),
      statuses: statuses.filter(({ roundId, activityId }) => roundId === round.id && goal.activities.some(({ id }) => id === activityId)),
      mayJudge: mayJudgeGoal(visit.actor) !== undefined && (all || own.has(goal.responsibleId)) && round.state !== 'locked',
    })),
    mayLock: mayLockRound(visit.actor) !== undefined,
    mayReopen: mayReopenRound(visit.actor) !== undefined,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const [roundId, act] = [params.roundId ?? '', text('act')]
  const acts = {
    judge: () =>
      judgeGoal(
        actor,
        { roundId, goalId: text('goalId'), kind: text('kind') as 'outcome', judged: text('judged') as 'met', motivation: text('motivation'), revision: text('revision') },
        now,
      ),
    status: () => setActivityStatus(actor, { roundId, activityId: text('activityId'), status: text('status') as 'going', comment: text('comment') }, now),
    lock: () => lockRound(actor, { roundId }, now),
    reopen: () => reopenRound(actor, { roundId, reason: text('reason') }, now),
  }
  if (!(act in acts)) refuse({ refused: 'not-found' })
  const result = await acts[act as keyof typeof acts]()
  if (result.granted) throw redirect(`/arbete/uppfoljning/${roundId}${text('goalId') ? `#mal-${text('goalId')}` : ''}`)
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  const stale = result.refusal.refused === 'stale' ? { now: String((result.refusal as { now?: unknown }).now ?? ''), yours: text('motivation') } : undefined
  return data({ problems: problemTexts(result.refusal, refusalWords), kept: form.kept(), stale }, { status: statusOf(result.refusal) })
}

export default function Round() {
  const { frame, round, goals, mayLock, mayReopen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title={`${round.name}`}>
      <title>{round.name}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      {answer?.stale && <TwoTexts now={answer.stale.now} yours={answer.stale.yours} />}
      <p>
        {stateWords[round.state]}. Gäller {round.covers}, öppen {formatDays(round.opensOn, round.closesOn)}. {round.judgements.length} av {goals.length} {terms.goal.many} är
        bedömda.
      </p>
      {round.state === 'locked' && (
        <Notice>
          <p>Omgången är låst. Inget i den kan ändras utan att den öppnas igen med ett skäl.</p>
        </Notice>
      )}
      {goals.map((each) => (
        <GoalPanel key={each.goal.id} {...each} kept={answer?.kept.goalId === each.goal.id ? answer.kept : {}} />
      ))}
      {mayLock && round.state !== 'locked' && (
        <Form act="lock">
          <h2>Lås omgången</h2>
          <p>{terms.goal.Many} som inte är bedömda står kvar som obedömda.</p>
          <Button>Lås omgången</Button>
        </Form>
      )}
      {mayReopen && round.state === 'locked' && (
        <Form act="reopen">
          <h2>Öppna omgången igen</h2>
          <TextField name="reason" label="Skälet" hint="Det syns på de öppna sidorna." />
          <Button quiet>Öppna omgången igen</Button>
        </Form>
      )}
    </WorkroomPage>
  )
}
