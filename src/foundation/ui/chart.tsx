import { ChartTable } from './chart-table.tsx'
import { formatNumber } from './format.tsx'
import { layOut, type Placed, plotHeight, plotTop } from './plot.tsx'
import type { Series } from './series.tsx'
import { words } from './words.tsx'

export type { Point, Series, Waypoint } from './series.tsx'
export { ShareBars } from './share-bars.tsx'

/** A series over time, drawn on the server, with target, waypoints and baseline, and the same numbers in a table. A missing value is a gap with a word. */
export function LineChart(series: Series) {
  const { title, unit, source, language } = series
  return (
    <figure className="chart-figure">
      <figcaption>
        {title} <span className="unit">{unit}</span>
      </figcaption>
      <div className="plot">
        <Drawing series={series} />
      </div>
      {source && (
        <p className="small soft">
          {words(language).source}: {source}
        </p>
      )}
      <ChartTable {...series} />
    </figure>
  )
}

function Drawing({ series }: { series: Series }) {
  const { points, target, decimals, language } = series
  const word = words(language)
  const plot = layOut(series)
  const format = (value: number) => formatNumber(value, decimals, language)
  return (
    <svg className="chart" width="100%" height={plotHeight} role="img" aria-label={summaryOf(series, format)}>
      {plot.ticks.map((tick) => (
        <g key={tick.y}>
          <line className="grid" x1="0" x2="100%" y1={tick.y} y2={tick.y} />
          <text className="tick" x="-10" y={tick.y + 4} textAnchor="end">
            {formatNumber(tick.value, plot.tickDecimals, language)}
          </text>
        </g>
      ))}
      {plot.base && <line className="base-line" x1={plot.base.x} x2="100%" y1={plot.base.y} y2={plot.base.y} />}
      {plot.target !== undefined && target !== undefined && (
        <>
          <line className="goal" x1="0" x2="100%" y1={plot.target.y} y2={plot.target.y} />
          <text className="goal-label" x={plot.target.atStart ? '0' : '100%'} y={plot.target.y - 8} textAnchor={plot.target.atStart ? 'start' : 'end'}>
            {word.target} {format(target)}
          </text>
        </>
      )}
      {plot.segments.map((segment) => (
        <line key={segment.x1} className="line" {...segment} />
      ))}
      {plot.placed.map((point) => (
        <Dot
          key={point.period}
          point={point}
          isLow={plot.isLow(point)}
          isBaseline={point === plot.base}
          said={plot.speaks(point) ? format(point.value) : undefined}
          word={word.baseline}
        />
      ))}
      {plot.waypoints.map((waypoint) => (
        <svg key={waypoint.period} x={waypoint.x} y={waypoint.y} overflow="visible" aria-hidden="true">
          <path className="waypoint" d="M0-7 7 0 0 7-7 0z" />
          <text className="goal-label" y="-13" textAnchor={waypoint.anchor}>
            {format(waypoint.value)}
          </text>
        </svg>
      ))}
      {plot.gaps.map((gap) => (
        <text key={gap.x} className="gap" x={gap.x} y={gap.y} textAnchor={gap.anchor}>
          {gap.said ?? word.missing}
        </text>
      ))}
      {plot.periods.map(({ period, x, only }) => (
        <text key={period} className={only ? `period ${only}-only` : 'period'} x={x} y={plotHeight - 8} textAnchor="middle">
          {period}
        </text>
      ))}
      {points.length === 0 && (
        <text className="gap" x="50%" y={plotTop + 60} textAnchor="middle">
          {word.nothingHere}
        </text>
      )}
    </svg>
  )
}

function Dot({ point, isBaseline, isLow, said, word }: { point: Placed; isBaseline: boolean; isLow: boolean; said: string | undefined; word: string }) {
  return (
    <g>
      {point.whisker && <line className="whisker" x1={point.x} x2={point.x} y1={point.whisker.high} y2={point.whisker.low} />}
      <circle className={isBaseline ? 'base' : 'dot'} cx={point.x} cy={point.y} r={isBaseline ? 6 : 4.5} />
      {said && (
        <text
          className="said"
          x={point.x}
          y={isLow ? (point.whisker?.low ?? point.y + 4) + 22 : (point.whisker?.high ?? point.y - 2) - 12}
          textAnchor={isBaseline ? point.anchor : 'middle'}
        >
          {isBaseline ? `${word} ${said}` : said}
        </text>
      )}
    </g>
  )
}

function summaryOf({ points, unit, target, language }: Series, format: (value: number) => string): string {
  const word = words(language)
  const said = points.map(({ period, value, absence }) => `${period}: ${value === undefined ? (absence ?? word.missing) : format(value)}`)
  return `${unit}. ${said.join(', ')}.${target === undefined ? '' : ` ${word.target} ${format(target)}.`}`
}
