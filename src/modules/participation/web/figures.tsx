import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Acts, ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { formatDay, formatInstant, formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadStatements } from '../access.ts'
import { figureWords } from '../figure-words.ts'
import { readFigures } from '../read-figures.ts'
import { readPosterFigures } from '../read-poster-figures.ts'
import { readSurvey } from '../read-survey.ts'
import { readWays } from '../read-ways.ts'
import { fewestShown } from '../rules/threshold.ts'
import { sourceWords } from '../words.ts'
import { FiguresTables } from './figures-tables.tsx'
import { surveyOf } from './survey-of.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadStatements(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await readSurvey(params.slug ?? '', visit.now)
  if (!dialogue || dialogue.state === 'draft') refuse({ refused: 'not-found' })
  const [figures, ways, posters] = [await readFigures(dialogue, visit.now), await readWays(dialogue.id), await readPosterFigures(dialogue, visit.now)]
  return {
    frame: workroomFrame(visit, request),
    survey: surveyOf(dialogue, undefined, 'sv'),
    figures,
    ways,
    posters,
    threshold: Math.max(dialogue.group.threshold, fewestShown.adults),
  }
}

export default function Figures() {
  const { frame, survey, figures, ways, posters, threshold } = useLoaderData<typeof loader>()
  const word = figureWords('sv')
  const title = `Siffror: ${survey.title.text}`
  return (
    <WorkroomPage frame={frame} title={title} lead={`${word.answers(formatNumber(figures.responses))} ${word.countedAt(formatInstant(figures.countedAt))}`}>
      <title>{title}</title>
      {figures.responses === 0 ? (
        <Empty title={survey.state === 'closed' ? 'Ingen svarade' : 'Ingen har svarat än'}>{survey.state !== 'closed' && <p>Siffrorna kommer här med det första svaret.</p>}</Empty>
      ) : (
        <p>Här syns också små tal. Visa dem inte för andra. På den öppna sidan döljs de.</p>
      )}
      <Acts>
        <ButtonLink quiet href={`/delta/${survey.slug}/svar`}>
          Se den öppna sidan
        </ButtonLink>
        <ButtonLink quiet href={`/arbete/dialoger/${survey.slug}/vilka-saknas`}>
          Se vilka som saknas
        </ButtonLink>
        <ButtonLink quiet href={`/arbete/dialoger/${survey.slug}/lagg-marke-till`}>
          Lägg märke till
        </ButtonLink>
      </Acts>
      {figures.responses > 0 && <Counted survey={survey} figures={figures} ways={ways} posters={posters} threshold={threshold} />}
      <p>
        <a href={`/arbete/dialoger/${survey.slug}`}>Tillbaka till dialogen</a>
      </p>
    </WorkroomPage>
  )
}

type CountedWishes = Pick<Awaited<ReturnType<typeof loader>>, 'survey' | 'figures' | 'ways' | 'posters' | 'threshold'>

/** Which way the answers came, day by day, and question by question. */
function Counted({ survey, figures, ways, posters, threshold }: CountedWishes) {
  return (
    <>
      <Table
        caption="Hur svaren kom"
        columns={[{ title: 'Sätt' }, { title: 'Antal', number: true }]}
        rows={ways.bySource.map(({ source, count }) => [sourceWords[source], formatNumber(count)])}
      />
      {posters && (
        <Table
          caption="Kom via affisch"
          columns={[{ title: 'Affischens plats' }, { title: 'Antal', number: true }]}
          rows={[
            ...posters.places.map(({ label, count }) => [label, formatNumber(count)]),
            ...(posters.others ? [['Övriga platser', posters.others.count === null ? `färre än ${threshold}` : formatNumber(posters.others.count)]] : []),
          ]}
        />
      )}
      <details>
        <summary>Dag för dag</summary>
        <Table
          caption="Svar per dag"
          columns={[{ title: 'Dag' }, { title: 'Antal', number: true }]}
          rows={ways.byDay.map(({ on, count }) => [formatDay(on), formatNumber(count)])}
        />
      </details>
      <FiguresTables questions={survey.questions} figures={figures.questions} language="sv" />
    </>
  )
}
