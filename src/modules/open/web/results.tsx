import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { summarise } from '#followup'
import { frameWith } from '#http/frame'
import { visitOf } from '#http/visit'
import { type Frame, PublicPage } from '#ui/page'
import { Said } from '#ui/said'
import { Status } from '#ui/status'
import { composeThread } from '../compose-thread.ts'
import { readPicture } from '../read-picture.ts'
import { words } from '../words.ts'
import { NotYet } from './not-yet.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const picture = await readPicture(visit.now)
  const areas = picture?.focusAreas ?? []
  const plans = [...(picture?.plans ?? [])]
    .sort((one, other) => (one.fromDay < other.fromDay ? 1 : -1))
    .map((plan) => {
      // Rounds come in the order of time: the last one holds what is judged now.
      const round = picture?.rounds.findLast(({ planVersionId }) => planVersionId === plan.versionId)
      const goals = plan.goals.map(({ id, text, focusAreaId }) => ({ id, text, focusAreaId, judged: round?.judgements.find(({ goalId }) => goalId === id)?.judged }))
      return { id: plan.versionId, name: plan.name, period: plan.period, round: round?.name, summary: summarise(goals.map(({ judged }) => judged)), goals }
    })
  const shown = plans.flatMap(({ goals }) => goals.map(({ id }) => id))
  return {
    frame: await frameWith(visit, request, [
      ...plans.flatMap(({ name, round, goals }) => [name, round, ...goals.map(({ text }) => text)]),
      ...(plans.length > 0 ? areas.map(({ name }) => name) : []),
    ]),
    release: picture?.released.plans,
    plans,
    areas: areas.map(({ id, name }) => ({ id, name })),
    stops: picture && composeThread(picture, { goals: shown }, 'result', visit.language).stops,
  }
}

export default function Results() {
  const { frame, release, plans, areas, stops } = useLoaderData<typeof loader>()
  const word = words(frame.language)
  return (
    <PublicPage frame={frame} title={word.resultsTitle} lead={plans.length > 0 ? word.resultsLead : undefined} thread={stops}>
      <title>{`${word.resultsTitle} – ${frame.municipality}`}</title>
      {plans.length === 0 && <NotYet title={word.noGoals} release={release} language={frame.language} />}
      {plans.map((plan) => (
        <section key={plan.id}>
          <h2>
            <Said to={frame} text={plan.name} />
            {!plan.name.includes(plan.period) && ` ${plan.period}`}
          </h2>
          <p className="panel">
            {plan.round ? (
              <>
                <Said to={frame} text={plan.round} />: {word.summary(plan.summary)}
              </>
            ) : (
              word.neverFollowed(plan.goals.length)
            )}
          </p>
          {[...areas, { id: undefined, name: word.outsideVision }].map((area) => (
            <Goals
              key={area.id ?? 'outside'}
              area={area}
              goals={plan.goals.filter(({ focusAreaId }) => (focusAreaId ?? undefined) === area.id)}
              followed={plan.round !== undefined}
              frame={frame}
            />
          ))}
        </section>
      ))}
    </PublicPage>
  )
}

type Goal = ReturnType<typeof useLoaderData<typeof loader>>['plans'][number]['goals'][number]

function Goals({ area, goals, followed, frame }: { area: { id: string | undefined; name: string }; goals: readonly Goal[]; followed: boolean; frame: Frame }) {
  if (goals.length === 0) return null
  const isOurs = area.id === undefined
  return (
    <section>
      <h3>{isOurs ? area.name : <Said to={frame} text={area.name} />}</h3>
      <ul className="rows">
        {goals.map((goal) => (
          <li key={goal.id}>
            <a href={`/mal/${goal.id}`}>
              <Said to={frame} text={goal.text} />
            </a>
            {goal.judged && (
              <div>
                <Status verdict={goal.judged} language={frame.language} />
              </div>
            )}
            {!goal.judged && followed && <div className="soft">{words(frame.language).noJudgement}</div>}
          </li>
        ))}
      </ul>
    </section>
  )
}
