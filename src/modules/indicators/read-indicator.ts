import { currentSeries, latestValue, type MeasurementRow } from './rules/series.ts'
import * as store from './store.server.ts'

export type DefinitionReading = {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly description: string
  readonly unit: string
  readonly decimals: number
  readonly source: string
  readonly externalCode: string | null
  readonly validFrom: string
  readonly breaksSeries: boolean
  readonly bridge: string | null
  readonly series: readonly MeasurementRow[]
  readonly revisions: readonly MeasurementRow[]
  readonly baselines: readonly {
    readonly id: string
    readonly measurementId: string
    readonly period: string
    readonly value: number | undefined
    readonly method: string
    readonly n: number | null
    readonly frozenAt: string
  }[]
  readonly latest: (MeasurementRow & { readonly value: number }) | undefined
}
export type IndicatorReading = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly level: 'society' | 'service'
  readonly influence: string
  readonly desired: 'up' | 'down' | 'none'
  readonly definitions: readonly DefinitionReading[]
}

/** One indicator with every definition, series and baseline; four statements. */
export async function readIndicator(slug: string): Promise<IndicatorReading | undefined> {
  const indicator = await store.findIndicator(slug)
  return indicator && (await withDefinitions([indicator]))[0]
}

/** Every indicator; four statements whatever their number. */
export async function listIndicators(): Promise<IndicatorReading[]> {
  return withDefinitions(await store.listIndicators())
}

/** The indicators that the given definitions belong to, with just those definitions; three statements. */
export async function readDefinitions(definitionIds: readonly string[]): Promise<IndicatorReading[]> {
  const rows = await store.listDefinitions({ ids: definitionIds })
  const indicators = [...new Map(rows.map(({ indicator }) => [indicator.id, indicator])).values()]
  return compose(indicators, rows)
}

async function withDefinitions(indicators: Awaited<ReturnType<typeof store.listIndicators>>): Promise<IndicatorReading[]> {
  return compose(indicators, await store.listDefinitions({ indicatorIds: indicators.map(({ id }) => id) }))
}

async function compose(indicators: Awaited<ReturnType<typeof store.listIndicators>>, rows: Awaited<ReturnType<typeof store.listDefinitions>>): Promise<IndicatorReading[]> {
  const ids = rows.map(({ definition }) => definition.id)
  const [measured, baselines] = [await store.listMeasurements(ids), await store.listBaselines(ids)]
  return indicators.map((indicator) => ({
    ...indicator,
    definitions: rows
      .filter(({ definition }) => definition.indicatorId === indicator.id)
      .map(({ definition }) => {
        const revisions = measured.filter(({ definitionId }) => definitionId === definition.id)
        const series = currentSeries(revisions)
        return { ...definition, revisions, series, latest: latestValue(series), baselines: baselines.filter(({ definitionId }) => definitionId === definition.id) }
      }),
  }))
}
