import type { DefinitionReading } from '#indicators'
import { publicFigures } from '#indicators/words'
import type { TargetReading } from '#plans'
import type { Language } from '#ui/catalogue'

/** A definition's series as the chart draws it: the message, the points with what is missing in words, target and baseline. */
export function seriesOf(name: string, definition: DefinitionReading, language: Language, target?: TargetReading) {
  const word = publicFigures(language)
  const baseline = definition.baselines.find(({ id }) => id === target?.baselineId) ?? definition.baselines.at(-1)
  return {
    title: name,
    unit: definition.unit,
    wordsLang: language === 'sv' ? undefined : ('sv' as const),
    decimals: definition.decimals,
    target: target?.value,
    baseline: baseline?.period,
    points: definition.series.map((row) => ({
      period: row.period,
      value: row.value,
      absence: row.absence ? word[row.absence] : undefined,
      margin: row.margin,
      note: [word[row.provenance], row.preliminary ? word.preliminary : ''].filter(Boolean).join(', '),
    })),
    source: [...new Set(definition.series.map(({ source }) => source))].join('; '),
  }
}
