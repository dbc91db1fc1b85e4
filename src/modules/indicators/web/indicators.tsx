import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { signedInVisit } from '#http/visit'
import { terms } from '#kernel/terms'
import { Empty } from '#ui/empty'
import { formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateIndicator } from '../access.ts'
import { listIndicators } from '../read-indicator.ts'
import { absenceWords, levelWords, provenanceWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  return { frame: workroomFrame(visit, request), indicators: await listIndicators(), mayCreate: mayCreateIndicator(visit.actor) !== undefined }
}

export default function Indicators() {
  const { frame, indicators, mayCreate } = useLoaderData<typeof loader>()
  return (
    <WorkroomPage frame={frame} title={`${terms.indicator.Many} och nuläge`}>
      <title>{`${terms.indicator.Many} och nuläge`}</title>
      {indicators.length === 0 ? (
        <Empty>
          <h2>Här bor {terms.indicator.allThe}</h2>
          <p>Controllern säger vad som ska mätas, skriver in värden med källa, och fryser ett nuläge att räkna från.</p>
        </Empty>
      ) : (
        <Table
          caption={terms.indicator.Many}
          columns={[{ title: terms.indicator.One }, { title: 'Gäller' }, { title: 'Senaste värde', number: true }, { title: 'Period' }, { title: 'Nuläge' }]}
          rows={indicators.map((indicator) => {
            const definition = indicator.definitions.at(-1)
            const last = definition?.series.at(-1)
            const baseline = definition?.baselines.at(-1)
            return [
              <a key="a" href={`/arbete/matt/${indicator.slug}`}>
                {indicator.name}
              </a>,
              levelWords[indicator.level],
              last?.value === undefined
                ? last?.absence
                  ? absenceWords[last.absence]
                  : 'inget mätt än'
                : `${formatNumber(last.value, definition?.decimals)} ${definition?.unit} ${provenanceWords[last.provenance]}`,
              last?.period ?? '',
              baseline?.value === undefined ? 'inget fryst' : `${formatNumber(baseline.value, definition?.decimals)} (${baseline.period})`,
            ]
          })}
        />
      )}
      {mayCreate && (
        <a className="button" href="/arbete/matt/nytt">
          Lägg till {terms.indicator.a}
        </a>
      )}
    </WorkroomPage>
  )
}
