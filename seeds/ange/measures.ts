import { noonOf } from '#http/clock'
import { createIndicator, freezeBaseline, recordMeasurement } from '#indicators'
import { day } from '#kernel/day'
import type { Cast } from './cast.ts'
import { grantedOf } from './granted.ts'

type Told = {
  readonly slug: string
  readonly name: string
  readonly code: string
  readonly level: 'society' | 'service'
  readonly influence: string
  readonly desired: 'up' | 'down'
  readonly unit: string
  readonly decimals: string
  readonly description: string
  /** Period, value, where it comes from (sourced) or that it is made up (invented). */
  readonly values: readonly (readonly [period: string, value: string, provenance: 'sourced' | 'invented', source: string])[]
  readonly baseline: string
}

const survey = 'SCB:s medborgarundersökning hösten 2022, enligt kommunens nyhet 2022-12-21'
const made = 'Påhittat för demon'

/** Six definitions after Kolada's catalogue (Källa: Kolada). Values are sourced figures or labelled inventions. */
const told: readonly Told[] = [
  {
    slug: 'invanare',
    name: 'Invånare totalt',
    code: 'N01951',
    level: 'society',
    influence: 'Delvis: kommunen kan göra platsen lätt att flytta till och bo kvar på.',
    desired: 'up',
    unit: 'invånare',
    decimals: '0',
    description: 'Antal folkbokförda den 31 december.',
    baseline: '2023',
    values: [
      ['2019', '9316', 'sourced', 'SCB, enligt uppslagsverk'],
      ['2021', '9233', 'sourced', 'SCB, enligt kommunens nyhet 2022-02-22 (avser 2022-01-01)'],
      ['2023', '9109', 'sourced', 'SCB, enligt uppslagsverk'],
      ['2025', '9066', 'sourced', 'SCB, enligt Newsworthy (avser 2025-06-30)'],
    ],
  },
  {
    slug: 'bra-plats',
    name: 'Bra plats att bo och leva på',
    code: 'N00667',
    level: 'society',
    influence: 'Delvis.',
    desired: 'up',
    unit: 'procent',
    decimals: '1',
    description: 'Andel av de svarande som tycker att kommunen är en bra plats att bo och leva på.',
    baseline: '2022',
    values: [
      ['2022', '94,3', 'sourced', survey],
      ['2025', '94,6', 'invented', made],
    ],
  },
  {
    slug: 'rekommendera',
    name: 'Kan rekommendera andra att flytta hit',
    code: 'N00670',
    level: 'society',
    influence: 'Delvis.',
    desired: 'up',
    unit: 'procent',
    decimals: '1',
    description: 'Andel av de svarande som kan rekommendera andra att flytta till kommunen.',
    baseline: '2022',
    values: [
      ['2022', '63,6', 'sourced', survey],
      ['2025', '66,0', 'invented', made],
    ],
  },
  {
    slug: 'sjukfranvaro',
    name: 'Sjukfrånvaro bland kommunens anställda',
    code: 'N00090',
    level: 'service',
    influence: 'Till stor del: kommunen är arbetsgivare.',
    desired: 'down',
    unit: 'procent',
    decimals: '1',
    description: 'Andel sjukfrånvaro av ordinarie arbetstid.',
    baseline: '2023',
    values: [
      ['2022', '7,4', 'invented', made],
      ['2023', '6,5', 'invented', made],
      ['2024', '5,9', 'invented', made],
      ['2025', '5,4', 'invented', made],
    ],
  },
  {
    slug: 'behoriga',
    name: 'Elever som är behöriga till ett yrkesprogram',
    code: 'N15428',
    level: 'service',
    influence: 'Till stor del: kommunen driver grundskolan.',
    desired: 'up',
    unit: 'procent',
    decimals: '1',
    description: 'Elever i årskurs 9 som är behöriga till ett yrkesprogram, hemkommun.',
    baseline: '2023',
    values: [
      ['2022', '79,0', 'invented', made],
      ['2023', '80,0', 'invented', made],
      ['2024', '83,5', 'invented', made],
      ['2025', '86,2', 'invented', made],
    ],
  },
  {
    slug: 'motesplatser-unga',
    name: 'Bra utbud av mötesplatser för unga',
    code: 'N00591',
    level: 'service',
    influence: 'Till stor del: kommunen kan öppna lokaler och stödja föreningar.',
    desired: 'up',
    unit: 'procent',
    decimals: '1',
    description: 'Andel av de svarande som tycker att det finns bra mötesplatser för unga.',
    baseline: '2022',
    values: [
      ['2022', '28,0', 'invented', made],
      ['2025', '37,0', 'invented', made],
    ],
  },
]

export type Measures = { readonly [Slug in string]: { readonly definitionId: string; readonly baselineId: string } }

/** Defines and measures, year by year, and freezes the baseline that each target is counted from. */
export async function measure(cast: Cast): Promise<Measures> {
  const measures: Record<string, { definitionId: string; baselineId: string }> = {}
  for (const { values, baseline, code, ...indicator } of told) {
    const start = noonOf(day('2021-11-10'))
    const { definitionId } = await grantedOf(
      createIndicator(cast.controller, { ...indicator, title: indicator.name, source: 'Kolada', externalCode: code, validFrom: '2021-01-01' }, start),
    )
    let baselineId = ''
    for (const [period, value, provenance, source] of values) {
      const { id } = await grantedOf(recordMeasurement(cast.controller, { definitionId, period, value, absence: '', source, provenance }, noonOf(reportedOn(period))))
      if (period === baseline)
        baselineId = (
          await grantedOf(freezeBaseline(cast.controller, { measurementId: id, method: `Värdet för ${period} så som källan gav det.`, n: '' }, noonOf(reportedOn(period))))
        ).id
    }
    measures[indicator.slug] = { definitionId, baselineId }
  }
  return measures
}

// The day a year's value is known in the story: in the January after it, though never before measuring began.
function reportedOn(period: string) {
  const year = Number(period) + 1
  return year < 2022 ? day('2021-11-10') : day(`${year}-01-20`)
}
