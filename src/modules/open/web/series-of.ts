import type { DefinitionReading } from '#indicators'
import { absenceWords, provenanceWords } from '#indicators/words'
import type { TargetReading } from '#plans'

/** A definition's series as the chart draws it: the message, the points with what is missing in words, target and baseline. */
export function seriesOf(name: string, definition: DefinitionReading, target?: TargetReading) {
  const baseline = definition.baselines.find(({ id }) => id === target?.baselineId) ?? definition.baselines.at(-1)
  return {
    title: name,
    unit: definition.unit,
    decimals: definition.decimals,
    target: target?.value,
    baseline: baseline?.period,
    points: definition.series.map((row) => ({
      period: row.period,
      value: row.value,
      absence: row.absence ? absenceWords[row.absence] : undefined,
      margin: row.margin,
      note: [provenanceWords[row.provenance], row.preliminary ? 'preliminärt' : ''].filter(Boolean).join(', '),
    })),
    source: [...new Set(definition.series.map(({ source }) => source))].join('; '),
  }
}
