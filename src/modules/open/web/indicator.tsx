import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { frameWith } from '#http/frame'
import { refuse } from '#http/respond'
import { visitOf } from '#http/visit'
import { LineChart } from '#ui/chart'
import { Facts } from '#ui/facts'
import { PublicPage } from '#ui/page'
import { Said, SaidTitle } from '#ui/said'
import { composeThread } from '../compose-thread.ts'
import { readPicture } from '../read-picture.ts'
import { words } from '../words.ts'
import { seriesOf } from './series-of.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const picture = await readPicture(visit.now)
  const indicator = picture?.indicators.find(({ slug }) => slug === params.slug)
  const definition = indicator?.definitions.at(-1)
  if (!picture || !indicator || !definition) refuse({ refused: 'not-found' })
  const goals = picture.goals.filter(({ targets }) => targets.some(({ definitionId }) => definitionId === definition.id))
  return {
    frame: await frameWith(visit, request, [indicator.name, indicator.influence, definition.title, definition.description, ...goals.map(({ text }) => text)]),
    indicator: { name: indicator.name, influence: indicator.influence },
    definition: { title: definition.title, description: definition.description, version: definition.version, source: definition.source, externalCode: definition.externalCode },
    series: seriesOf(
      indicator.name,
      definition,
      visit.language,
      goals[0]?.targets.find(({ definitionId }) => definitionId === definition.id),
    ),
    goals: goals.map(({ id, text }) => ({ id, text })),
    stops: composeThread(picture, { definitions: [definition.id] }, 'indicator', visit.language).stops,
  }
}

export default function Indicator() {
  const { frame, indicator, definition, series, goals, stops } = useLoaderData<typeof loader>()
  const word = words(frame.language)
  return (
    <PublicPage frame={frame} title={<Said to={frame} text={indicator.name} />} thread={stops}>
      <SaidTitle to={frame} text={indicator.name} />
      <LineChart {...series} title={<Said to={frame} text={series.title} />} language={frame.language} />
      <Facts
        facts={[
          [
            word.definition,
            <span key="d">
              <Said to={frame} text={definition.title} />. <Said to={frame} text={definition.description} /> {word.version(definition.version)}
            </span>,
          ],
          [
            word.source,
            <span key="s" lang={series.wordsLang}>
              {`${definition.source} ${definition.externalCode ?? ''}`.trim()}
            </span>,
          ],
          [word.influence, <Said key="i" to={frame} text={indicator.influence} />],
        ]}
      />
      <h2>{word.usedBy}</h2>
      <ul>
        {goals.map((goal) => (
          <li key={goal.id}>
            <a href={`/mal/${goal.id}`}>
              <Said to={frame} text={goal.text} />
            </a>
          </li>
        ))}
      </ul>
    </PublicPage>
  )
}
