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
import { askedWords, channelWords, coverageTitles, mismatchWords } from '../coverage-words.ts'
import { type CoverageReading, readCoverage } from '../read-coverage.ts'
import { type RelationReading, readRelationCoverage } from '../read-relation-coverage.ts'
import type { CoverageRow } from '../rules/coverage.ts'
import { channelFor } from '../rules/coverage-advice.ts'
import { CoverageChart } from './coverage-chart.tsx'
import { openedSurvey } from './opened-survey.ts'
import { totalWords } from './population-preview.tsx'
import { RelationCoverage } from './relation-coverage.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadStatements(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await openedSurvey(params.slug, visit.now)
  const [coverage, relations] = [await readCoverage(dialogue, visit.now), await readRelationCoverage(dialogue)]
  return { frame: workroomFrame(visit, request), slug: dialogue.slug, dialogue: dialogue.title, coverage, relations }
}

export default function WhoIsMissing() {
  const { frame, slug, dialogue, coverage, relations } = useLoaderData<typeof loader>()
  const title = `Vilka saknas: ${dialogue}`
  const lead = coverage ? `${formatNumber(coverage.answers)} svar, räknade ${formatInstant(coverage.countedAt)}. Sidan räknar om varje gång den öppnas.` : undefined
  return (
    <WorkroomPage frame={frame} title={title} lead={lead}>
      <title>{title}</title>
      {coverage ? (
        <Coverage coverage={coverage as CoverageReading} />
      ) : (
        <Empty title="Här står vilka som inte har svarat än" who="Processledaren eller analytikern lägger till en befolkningstabell.">
          <p>När det finns en tabell över hur många som bor i kommunen jämförs svaren med den, efter plats, ålder och kön.</p>
        </Empty>
      )}
      {relations && <RelationCoverage reading={relations as RelationReading} />}
      <Acts>
        <ButtonLink quiet href="/arbete/befolkning">
          {coverage ? 'Se befolkningstabellerna' : 'Lägg till en befolkningstabell'}
        </ButtonLink>
        <ButtonLink quiet href={`/arbete/dialoger/${slug}/siffror`}>
          Se alla siffror
        </ButtonLink>
      </Acts>
      <p>
        <a href={`/arbete/dialoger/${slug}`}>Tillbaka till dialogen</a>
      </p>
    </WorkroomPage>
  )
}

function Coverage({ coverage }: { coverage: CoverageReading }) {
  const { gaps, tables, mismatches, leftOut, population, answers } = coverage
  return (
    <>
      <p>Här syns också små tal. Visa dem inte för andra.</p>
      <section>
        <h2>De största luckorna</h2>
        {gaps.length === 0 ? (
          <p>
            {answers === 0
              ? 'Ingen har svarat än.'
              : tables.length === 0
                ? 'Inget kan jämföras än. Skälen står längre ner.'
                : 'Ingen grupp har så få svar att det inte kan vara slump.'}
          </p>
        ) : (
          <ol>
            {gaps.map((gap) => (
              <li key={gap.label}>
                <strong>{sentenceOf(gap)}</strong>. <span className="soft">Råd:</span> {channelWords(channelFor(gap), gap.place)}
              </li>
            ))}
          </ol>
        )}
        {gaps.length > 0 && <p className="small soft">Råden följer en enkel regel efter ålder och plats. De är ingen slutsats ur svaren. En grupp kan ingå i en annan.</p>}
      </section>
      {answers > 0 &&
        tables.map(({ of, rows, answers: counted }) => (
          <section key={of}>
            <h2>{coverageTitles[of]}</h2>
            <p>{formatNumber(counted)} svar är med i jämförelsen.</p>
            {rows.length === 0 ? <p>Ingen grupp väntas ge minst fem svar än.</p> : <CoverageChart title={coverageTitles[of]} rows={rows} />}
          </section>
        ))}
      {answers > 0 && leftOut.length > 0 && (
        <Table
          cards
          caption="Svar som inte är med i jämförelsen"
          columns={[{ title: 'Fråga' }, { title: 'Inte besvarad', number: true }, { title: 'Vill ej ange', number: true }, { title: 'Finns inte i tabellen', number: true }]}
          rows={leftOut.map(({ of, unanswered, undisclosed, outside }) => [askedWords[of], formatNumber(unanswered), formatNumber(undisclosed), formatNumber(outside)])}
        />
      )}
      {mismatches.length > 0 && (
        <section>
          <h2>Det som inte går att jämföra</h2>
          <ul>
            {mismatches.map((mismatch) => (
              <li key={mismatchWords(mismatch)}>{mismatchWords(mismatch)}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>Så är det räknat</h2>
        <p>
          Väntat antal är gruppens del av befolkningen gånger antalet svar som säger var de hör hemma. Om skillnaden kan vara slump prövas med ett exakt binomialtest åt båda
          hållen, justerat för att flera grupper jämförs (Benjamini–Hochberg). Gränsen är fem procent. Den som svarar har själv valt det, så testet säger bara om svaren liknar
          befolkningen. Det säger inget om vad de som saknas tycker.
        </p>
        <p>
          Befolkning: {population.source}, {formatDay(population.countedOn)}. I allt {totalWords(population.total)}.
        </p>
        {population.note && <p className="small soft">Källan skriver: {population.note}</p>}
      </section>
    </>
  )
}

/** A group and how many of those expected have answered: `Torpshammar 65+: 3 av väntade 21`. */
function sentenceOf({ label, answers, expected }: CoverageRow): string {
  return `${label}: ${formatNumber(answers)} av väntade ${formatNumber(expected)}`
}
