import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { readActivityStatuses } from '#followup'
import { becauseWords, statusWords } from '#followup/words'
import { publicFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { visitOf } from '#http/visit'
import { terms } from '#kernel/terms'
import { proposeVerdict } from '#plans'
import { targetWords } from '#plans/words'
import { LineChart } from '#ui/chart'
import { Facts } from '#ui/facts'
import { formatNumber } from '#ui/format'
import { PublicPage } from '#ui/page'
import { Status } from '#ui/status'
import { Tag } from '#ui/tag'
import { composeThread } from '../compose-thread.ts'
import { readPicture } from '../read-picture.ts'
import { words } from '../words.ts'
import { seriesOf } from './series-of.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const picture = await readPicture(visit.now)
  const goal = picture?.goals.find(({ id }) => id === params.id)
  if (!picture || !goal) refuse({ refused: 'not-found' })
  const plan = picture.plans.find(({ versionId }) => versionId === goal.versionId)
  const [[proposal], statuses] = [await proposeVerdict([goal]), await readActivityStatuses(goal.activities.map(({ id }) => id))]
  const shown = new Set(picture.rounds.map(({ id }) => id))
  return {
    frame: publicFrame(visit, request),
    goal,
    area: picture.focusAreas.find(({ id }) => id === goal.focusAreaId),
    plan: plan && { name: plan.name, period: plan.period, owner: plan.owner, pointId: plan.pointId },
    proposal,
    judgements: picture.rounds.flatMap(({ judgements }) => judgements).filter(({ goalId }) => goalId === goal.id),
    activities: goal.activities.map((activity) => ({ ...activity, status: statuses.findLast(({ activityId, roundId }) => activityId === activity.id && shown.has(roundId)) })),
    measures: goal.targets.flatMap((target) => {
      const indicator = picture.indicators.find(({ definitions }) => definitions.some(({ id }) => id === target.definitionId))
      const definition = indicator?.definitions.find(({ id }) => id === target.definitionId)
      return indicator && definition
        ? [{ target, slug: indicator.slug, name: indicator.name, influence: indicator.influence, series: seriesOf(indicator.name, definition, target) }]
        : []
    }),
    stops: composeThread(picture, { goals: [goal.id] }, 'goal', visit.language).stops,
  }
}

export default function Goal() {
  const { frame, goal, area, plan, proposal, judgements, activities, measures, stops } = useLoaderData<typeof loader>()
  const word = words(frame.language)
  const judgement = judgements[0]
  const { language } = frame
  return (
    <PublicPage frame={frame} title={goal.text} thread={stops}>
      <title>{`${goal.text} – ${frame.municipality}`}</title>
      <Facts
        facts={[
          [
            language === 'sv' ? terms.focusArea.One : terms.focusArea.English,
            area ? (
              <a key="a" href={`/visionen#${area.slug}`}>
                {area.name}
              </a>
            ) : (
              word.outsideVision
            ),
          ],
          [word.responsible, goal.responsible],
          [language === 'sv' ? terms.plan.One : terms.plan.English, plan ? <a key="p" href={`/beslut/${plan.pointId}`}>{`${plan.name}, ${plan.period}`}</a> : '–'],
          [word.whyWeBelieve, goal.whyWeBelieve],
        ]}
      />
      {goal.provenance !== 'recorded' && (
        <p>
          <Tag>{word[goal.provenance]}</Tag>
        </p>
      )}
      <h2 id="resultat">{word.judgement}</h2>
      {judgement ? (
        <div className="panel">
          <p>
            <Status verdict={judgement.judged} language={language} /> <span className="soft">{judgement.roundName}</span>
          </p>
          {judgement.motivation && <p lang="sv">{judgement.motivation}</p>}
          <p className="small">
            {word.rule}: <Status verdict={judgement.proposed} language={language} />
          </p>
          {judgement.provenance !== 'recorded' && <Tag>{word[judgement.provenance]}</Tag>}
        </div>
      ) : (
        <p>{word.noJudgement}.</p>
      )}
      <h2>{word.measures}</h2>
      {measures.length === 0 && <p>{word.noMeasure}</p>}
      {measures.map(({ target, slug, name, influence, series }) => {
        const result = proposal?.targets.find(({ targetId }) => targetId === target.id)
        return (
          <section key={target.id}>
            <h3>
              <a href={`/matt/${slug}`}>{name}</a>
            </h3>
            <p lang="sv">
              {targetWords[target.kind]}{' '}
              {target.value === undefined ? `${target.low ?? ''}–${target.high ?? ''}` : formatNumber(target.value, Number.isInteger(target.value) ? 0 : 1)} till {target.by}.{' '}
              {result &&
                `Senast: ${result.value === null ? 'inget mätvärde' : `${formatNumber(result.value, Number.isInteger(result.value) ? 0 : 1)} (${result.period})`}, ${becauseWords[result.because]}${result.progress === undefined ? '' : `, ${formatNumber(result.progress * 100)} % av vägen`}.`}
            </p>
            <LineChart {...series} language={language} />
            <p className="small soft" lang="sv">
              {influence}
            </p>
          </section>
        )
      })}
      {activities.length > 0 && (
        <>
          <h2>{word.activities}</h2>
          <ul className="rows" lang="sv">
            {activities.map((activity) => (
              <li key={activity.id}>
                {activity.text} <span className="soft">{activity.status ? `${statusWords[activity.status.status]} (${activity.status.roundName})` : ''}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </PublicPage>
  )
}
