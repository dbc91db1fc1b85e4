import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { LineChart } from '#ui/chart'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { CheckField, SelectField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatDay, formatInstant, formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayFreezeBaseline, mayRecordMeasurement } from '../access.ts'
import { freezeBaseline } from '../freeze-baseline.ts'
import { readIndicator } from '../read-indicator.ts'
import { recordMeasurement } from '../record-measurement.ts'
import { absenceWords, desiredWords, levelWords, provenanceWords, refusalWords } from '../words.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const indicator = await readIndicator(params.slug ?? '')
  if (!indicator) refuse({ refused: 'not-found' })
  return { frame: workroomFrame(visit, request), indicator, mayRecord: mayRecordMeasurement(visit.actor) !== undefined, mayFreeze: mayFreezeBaseline(visit.actor) !== undefined }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const result =
    text('act') === 'baseline'
      ? await freezeBaseline(actor, { measurementId: text('measurementId'), method: text('method'), n: text('n') }, now)
      : await recordMeasurement(
          actor,
          {
            definitionId: text('definitionId'),
            period: text('period'),
            value: text('value'),
            absence: text('absence') as '',
            preliminary: form.has('preliminary'),
            margin: text('margin'),
            source: text('source'),
            reason: text('reason'),
          },
          now,
        )
  if (result.granted) throw redirect(`/arbete/matt/${encodeURIComponent(params.slug ?? '')}`)
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, refusalWords), kept: form.kept() }, { status: statusOf(result.refusal) })
}

export default function Indicator() {
  const { frame, indicator, mayRecord, mayFreeze } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? {}
  const definition = indicator.definitions.at(-1)
  return (
    <WorkroomPage frame={frame} title={indicator.name}>
      <title>{indicator.name}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      <Facts
        facts={[
          ['Säger något om', levelWords[indicator.level]],
          ['Kommunen kan påverka', indicator.influence],
          ['Önskad riktning', desiredWords[indicator.desired]],
          ...(definition
            ? ([
                ['Definition', `${definition.title}, version ${definition.version}, gäller från ${formatDay(definition.validFrom)}`],
                ['Källa', `${definition.source}${definition.externalCode ? ` ${definition.externalCode}` : ''}`],
              ] as const)
            : []),
        ]}
      />
      {definition && definition.series.length > 0 && (
        <>
          <LineChart
            title={indicator.name}
            unit={definition.unit}
            decimals={definition.decimals}
            baseline={definition.baselines.at(-1)?.period}
            points={definition.series.map((row) => ({ period: row.period, value: row.value, absence: row.absence ? absenceWords[row.absence] : undefined }))}
            language="sv"
          />
          <Table
            caption="Alla mätvärden, även ändrade"
            columns={[{ title: 'Period' }, { title: 'Värde', number: true }, { title: 'Version', number: true }, { title: 'Källa' }, { title: 'Skäl' }, { title: 'Inskrivet' }]}
            rows={definition.revisions.map((row) => [
              row.period,
              row.value === undefined ? absenceWords[row.absence ?? ''] : `${formatNumber(row.value, definition.decimals)}${row.preliminary ? ' (preliminärt)' : ''}`,
              row.revision,
              `${row.source}${provenanceWords[row.provenance] ? `, ${provenanceWords[row.provenance]}` : ''}`,
              row.reason ?? '',
              formatInstant(row.reportedAt),
            ])}
          />
        </>
      )}
      {mayRecord && definition && (
        <section>
          <h2>Skriv in ett mätvärde</h2>
          <Form act="measure" hidden={{ definitionId: definition.id }}>
            <TextField name="period" label="Period" hint="Till exempel 2026, 2026-T2 eller 2026-08." value={kept.period} short />
            <TextField name="value" label={`Värde (${definition.unit})`} value={kept.value} short />
            <SelectField
              name="absence"
              label="Eller: varför det saknas"
              empty="Det finns ett värde"
              choices={Object.entries(absenceWords).map(([value, label]) => ({ value, label }))}
              value={kept.absence}
            />
            <TextField name="margin" label="Felmarginal, om den är känd" value={kept.margin} short />
            <CheckField name="preliminary" label="Preliminärt" checked={kept.preliminary === 'ja'} />
            <TextField name="source" label="Källa" value={kept.source ?? definition.source} />
            <TextField name="reason" label="Skäl, om perioden redan har ett värde" value={kept.reason} />
            <Button>Skriv in mätvärdet</Button>
          </Form>
        </section>
      )}
      {mayFreeze && definition?.series.some(({ value }) => value !== undefined) && (
        <section>
          <h2>Frys ett nuläge</h2>
          <Form act="baseline">
            <SelectField
              name="measurementId"
              label="Vilket mätvärde vi utgår från"
              choices={definition.series
                .filter(({ value }) => value !== undefined)
                .map((row) => ({ value: row.id, label: `${row.period}: ${formatNumber(row.value ?? 0, definition.decimals)} (version ${row.revision})` }))}
            />
            <TextField name="method" label="Metod" hint="Hur det är mätt, så att det går att göra om likadant." value={kept.method} />
            <TextField name="n" label="Antal svar, om det är en enkät" type="number" value={kept.n} short />
            <Button>Frys nuläget</Button>
          </Form>
        </section>
      )}
    </WorkroomPage>
  )
}
