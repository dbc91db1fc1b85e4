import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { summarise } from '#followup'
import { publicFrame } from '#http/frame'
import { visitOf } from '#http/visit'
import { PublicPage } from '#ui/page'
import { Status } from '#ui/status'
import { composeThread } from '../compose-thread.ts'
import { readPicture } from '../read-picture.ts'
import { words } from '../words.ts'
import { NotYet } from './not-yet.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const picture = await readPicture(visit.now)
  const judgements = picture?.rounds.flatMap((round) => round.judgements) ?? []
  const goals = (picture?.goals ?? []).map((goal) => ({
    id: goal.id,
    number: goal.number,
    text: goal.text,
    heading: goal.heading,
    focusAreaId: goal.focusAreaId,
    judgement: judgements.find(({ goalId }) => goalId === goal.id),
  }))
  return {
    frame: publicFrame(visit, request),
    release: picture?.released.plans,
    goals,
    areas: picture?.focusAreas.map(({ id, name }) => ({ id, name })) ?? [],
    round: picture?.rounds[0]?.name,
    summary: summarise(goals.map(({ judgement }) => judgement?.judged)),
    stops: picture && composeThread(picture, { goals: goals.map(({ id }) => id) }, 'result', visit.language).stops,
  }
}

export default function Results() {
  const { frame, release, goals, areas, round, summary, stops } = useLoaderData<typeof loader>()
  const word = words(frame.language)
  const sections = [
    ...areas.map((area) => ({ ...area, goals: goals.filter(({ focusAreaId }) => focusAreaId === area.id) })),
    { id: 'outside', name: word.outsideVision, goals: goals.filter(({ focusAreaId }) => !areas.some(({ id }) => id === focusAreaId)) },
  ]
  return (
    <PublicPage frame={frame} title={word.resultsTitle} lead={goals.length > 0 ? word.resultsLead : undefined} thread={stops}>
      <title>{`${word.resultsTitle} – ${frame.municipality}`}</title>
      {goals.length === 0 && <NotYet title={word.noGoals} release={release} language={frame.language} />}
      {goals.length > 0 && (
        <p className="panel">
          {frame.language === 'sv'
            ? `${summary.met} av ${summary.all} mål är uppfyllda, ${summary.partly} delvis, ${summary['not-met']} inte. ${summary['cannot-be-judged']} går inte att bedöma och ${summary.missing} är inte bedömda.${round ? ` ${round}.` : ''}`
            : `${summary.met} of ${summary.all} goals are met, ${summary.partly} partly, ${summary['not-met']} not. ${summary['cannot-be-judged']} can’t be judged and ${summary.missing} are not judged.`}
        </p>
      )}
      {sections
        .filter((section) => section.goals.length > 0)
        .map((section) => (
          <section key={section.id}>
            <h2 lang="sv">{section.name}</h2>
            <ul className="rows">
              {section.goals.map((goal) => (
                <li key={goal.id}>
                  <a href={`/mal/${goal.id}`} lang="sv">
                    {goal.text}
                  </a>
                  <div>{goal.judgement ? <Status verdict={goal.judgement.judged} language={frame.language} /> : <span className="soft">{word.noJudgement}</span>}</div>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </PublicPage>
  )
}
