import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { readActivityStatuses } from '#followup'
import { publicBecause, publicStatuses } from '#followup/words'
import { frameWith } from '#http/frame'
import { refuse } from '#http/respond'
import { visitOf } from '#http/visit'
import { terms } from '#kernel/terms'
import { proposeVerdict } from '#plans'
import { publicTargets } from '#plans/words'
import { LineChart } from '#ui/chart'
import { Facts } from '#ui/facts'
import { formatNumber } from '#ui/format'
import { PublicPage } from '#ui/page'
import { Said, SaidTitle } from '#ui/said'
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
  const area = picture.focusAreas.find(({ id }) => id === goal.focusAreaId)
  const judgements = picture.rounds.flatMap((round) => round.judgements).filter(({ goalId }) => goalId === goal.id)
  const measures = goal.targets.flatMap((target) => {
    const indicator = picture.indicators.find(({ definitions }) => definitions.some(({ id }) => id === target.definitionId))
    const definition = indicator?.definitions.find(({ id }) => id === target.definitionId)
    return indicator && definition
      ? [{ target, slug: indicator.slug, name: indicator.name, influence: indicator.influence, series: seriesOf(indicator.name, definition, visit.language, target) }]
      : []
  })
  const texts = [
    ...[goal.text, goal.whyWeBelieve, goal.responsible, area?.name, plan?.name, judgements[0]?.motivation, judgements[0]?.roundName],
    ...measures.flatMap(({ name, influence }) => [name, influence]),
    ...goal.activities.map(({ text }) => text),
    ...statuses.map(({ roundName }) => roundName),
  ]
  return {
    frame: await frameWith(visit, request, texts),
    goal,
    area,
    plan: plan && { name: plan.name, period: plan.period, owner: plan.owner, pointId: plan.pointId },
    proposal,
    judgements,
    activities: goal.activities.map((activity) => ({ ...activity, status: statuses.findLast(({ activityId, roundId }) => activityId === activity.id && shown.has(roundId)) })),
    measures,
    stops: composeThread(picture, { goals: [goal.id] }, 'goal', visit.language).stops,
  }
}

export default function Goal() {
  const { frame, goal, area, plan, proposal, judgements, activities, measures, stops } = useLoaderData<typeof loader>()
  const word = words(frame.language)
  const judgement = judgements[0]
  const { language } = frame
  const aim = publicTargets(language)
  const figure = (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 1, language)
  return (
    <PublicPage frame={frame} title={<Said to={frame} text={goal.text} />} thread={stops}>
      <SaidTitle to={frame} text={goal.text} />
      <Facts
        facts={[
          [
            language === 'sv' ? terms.focusArea.One : terms.focusArea.English,
            area ? (
              <a key="a" href={`/visionen#${area.slug}`}>
                <Said to={frame} text={area.name} />
              </a>
            ) : (
              word.outsideVision
            ),
          ],
          [word.responsible, <Said key="r" to={frame} text={goal.responsible} />],
          [
            language === 'sv' ? terms.plan.One : terms.plan.English,
            plan ? (
              <a key="p" href={`/beslut/${plan.pointId}`}>
                <Said to={frame} text={plan.name} />
                {`, ${plan.period}`}
              </a>
            ) : (
              '–'
            ),
          ],
          [word.whyWeBelieve, <Said key="w" to={frame} text={goal.whyWeBelieve} />],
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
            <Status verdict={judgement.judged} language={language} />{' '}
            <span className="soft">
              <Said to={frame} text={judgement.roundName} />
            </span>
          </p>
          {judgement.motivation && (
            <p>
              <Said to={frame} text={judgement.motivation} />
            </p>
          )}
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
              <a href={`/matt/${slug}`}>
                <Said to={frame} text={name} />
              </a>
            </h3>
            <p>
              {aim[target.kind]} {target.value === undefined ? `${target.low ?? ''}–${target.high ?? ''}` : figure(target.value)} {aim.by(target.by)}.{' '}
              {result &&
                `${word.latest}: ${result.value === null ? word.noMeasurement : `${figure(result.value)} (${result.period})`}, ${publicBecause(language)[result.because]}${result.progress === undefined ? '' : `, ${word.ofTheWay(formatNumber(result.progress * 100, 0, language))}`}.`}
            </p>
            <LineChart {...series} title={<Said to={frame} text={series.title} />} language={language} />
            <p className="small soft">
              <Said to={frame} text={influence} />
            </p>
          </section>
        )
      })}
      {activities.length > 0 && (
        <>
          <h2>{word.activities}</h2>
          <ul className="rows">
            {activities.map((activity) => (
              <li key={activity.id}>
                <Said to={frame} text={activity.text} />{' '}
                <span className="soft">
                  {activity.status && (
                    <>
                      {publicStatuses(language)[activity.status.status]} (<Said to={frame} text={activity.status.roundName} />)
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </PublicPage>
  )
}
