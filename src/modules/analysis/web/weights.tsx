import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listProcesses } from '#process'
import { Acts, ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { formatCount, formatDay, formatNumber, formatShare } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadCoding } from '../access.ts'
import { readWeights, type WeightsReading } from '../read-weights.ts'
import type { ShareEstimate } from '../rules/weigh-survey.ts'
import { marginWords, remarkWords, trimmedWords } from '../weights-words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const weights = process ? await readWeights(process.id, visit.now) : []
  return { frame: workroomFrame(visit, request), isWithoutPopulation: weights === 'no-population', surveys: weights === 'no-population' ? [] : weights }
}

export default function Weights() {
  const { frame, isWithoutPopulation, surveys } = useLoaderData<typeof loader>()
  return (
    <WorkroomPage frame={frame} title="Vikter" lead="Vad invånarnas enkät säger när svaren vägs så att de liknar befolkningen, bredvid vad den säger ovägd.">
      <title>Vikter</title>
      <p>Bara enkäter till invånare vägs. De förtroendevalda är alla tillfrågade, så där finns inget att väga. Samsyn läses ur de ovägda svaren.</p>
      {isWithoutPopulation ? (
        <Empty title="Här står de vägda svaren" who="Processledaren eller analytikern lägger till en befolkningstabell.">
          <p>När det finns en tabell över hur många som bor i kommunen vägs enkätens svar mot den.</p>
        </Empty>
      ) : (
        surveys.length === 0 && <p>Ingen enkät frågar efter ålder, plats eller kön så att den kan jämföras med befolkningstabellen.</p>
      )}
      {surveys.map((survey) => (
        <Survey key={survey.slug} survey={survey as WeightsReading} />
      ))}
      <Acts>
        <ButtonLink quiet href="/arbete/samsyn">
          Till samsyn
        </ButtonLink>
        <ButtonLink quiet href="/arbete/befolkning">
          Se befolkningstabellerna
        </ButtonLink>
      </Acts>
    </WorkroomPage>
  )
}

function Survey({ survey: { title, weighed, themes, questions, mismatches, population, threshold } }: { survey: WeightsReading }) {
  const remarks = [...(weighed?.remarks.map(remarkWords) ?? []), ...mismatches]
  return (
    <section>
      <h2>{title}</h2>
      {!weighed && <p>Svaren är för få för att vägas.</p>}
      {weighed && <Effect weighed={weighed} />}
      {remarks.length > 0 && (
        <ul>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      {weighed?.levels.map(({ of, levels, missing }) => (
        <Table
          key={of}
          caption={`Efter ${marginWords[of]}${missing > 0 ? `. ${formatCount(missing, 'svar', 'svar')} säger det inte` : ''}`}
          columns={[{ title: 'Grupp' }, { title: 'Befolkningen', number: true }, { title: 'Svar, ovägt', number: true }, { title: 'Svar, vägt', number: true }]}
          rows={levels.map(({ label, people, unweighted, weighted }) => [label, formatShare(people), formatShare(unweighted), formatShare(weighted)])}
        />
      ))}
      {themes.length > 0 && (
        <Table
          caption="Teman: andel av alla svar som nämner det, och andel för av dem som tar ställning"
          columns={[{ title: 'Tema' }, ...shareColumns('nämner'), ...shareColumns('för')]}
          rows={themes.map(({ label, depth, mentions, support }) => [`${'– '.repeat(depth)}${label}`, ...shareCells(mentions), ...shareCells(support)])}
        />
      )}
      {questions.map(({ wording, choices }) => (
        <Table key={wording} caption={wording} columns={[{ title: 'Svar' }, ...shareColumns('valt')]} rows={choices.map(({ label, share }) => [label, ...shareCells(share)])} />
      ))}
      <p className="small soft">
        Befolkning: {population.source}, {formatDay(population.countedOn)}. Tal om färre än {formatNumber(threshold)} personer visas inte. Intervallen är 95 procent och bygger på
        Taylorlinearisering efter kalibrering på marginalerna. De säger inget om dem som inte har svarat.
      </p>
    </section>
  )
}

function Effect({ weighed }: { weighed: NonNullable<WeightsReading['weighed']> }) {
  const { answers, designEffect, effectiveSize, margin, trimmed } = weighed
  const points = (half: number) => `${formatNumber(half * 100, 1)} procentenheter`
  return (
    <>
      <p>
        {formatCount(answers, 'svar', 'svar')} vägda. Designeffekten är {formatNumber(designEffect, 2)}, så de säger lika mycket som {formatNumber(effectiveSize)} svar som inte
        behöver vägas. Felmarginalen vid 50 procent är ± {points(margin.weighted)} vägt och ± {points(margin.unweighted)} ovägt.
      </p>
      {designEffect > 2 && <p>Vikterna skiljer sig mycket åt. Läs de vägda talen med försiktighet.</p>}
      <p>{trimmedWords(trimmed)}</p>
    </>
  )
}

function shareColumns(what: string) {
  return [
    { title: `Ovägt, ${what}`, number: true },
    { title: `Vägt, ${what}`, number: true },
    { title: 'Intervall', number: true },
  ]
}

function shareCells(share: ShareEstimate | undefined): string[] {
  if (!share) return ['för få', '–', '–']
  return [formatShare(share.unweighted), formatShare(share.weighted), share.low === null || share.high === null ? '–' : `${formatShare(share.low)}–${formatShare(share.high)}`]
}
