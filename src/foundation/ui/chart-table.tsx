import { formatNumber } from './format.tsx'
import type { Series } from './series.tsx'
import { Table } from './table.tsx'
import { words } from './words.tsx'

/** The numbers of a chart, one click away: every period, also the missing ones, with baseline, waypoints and target. */
export function ChartTable({ title, unit, points, decimals, target, waypoints = [], baseline, language, wordsLang }: Series) {
  const word = words(language)
  const format = (value: number) => formatNumber(value, decimals, language)
  const hasMargin = points.some(({ margin }) => margin !== undefined)
  return (
    <details>
      <summary>{word.showNumbers}</summary>
      <Table
        caption={
          <>
            {title} (<span lang={wordsLang}>{unit}</span>)
          </>
        }
        columns={[{ title: word.period }, { title: word.value, number: true }, ...(hasMargin ? [{ title: word.margin, number: true }] : []), { title: word.note }]}
        rows={[
          ...points.map((point) => [
            point.period,
            point.value === undefined ? (point.absence ?? word.missing) : format(point.value),
            ...(hasMargin ? [point.margin === undefined ? '–' : `± ${format(point.margin)}`] : []),
            [point.period === baseline ? word.baseline : '', point.note ?? ''].filter(Boolean).join(', '),
          ]),
          ...waypoints.map((waypoint) => [waypoint.period, format(waypoint.value), ...(hasMargin ? ['–'] : []), word.waypoint]),
          ...(target === undefined ? [] : [[word.target, format(target), ...(hasMargin ? ['–'] : []), '']]),
        ]}
      />
    </details>
  )
}
