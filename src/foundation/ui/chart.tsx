import { ChartTable } from './chart-table.tsx'
import { formatNumber } from './format.tsx'
import { layOut, type Placed, plotHeight } from './plot.tsx'
import type { Series } from './series.tsx'
import { words } from './words.tsx'

/** A series over time, drawn on the server, with target, waypoints and baseline, and the same numbers in a table. A missing value is a gap with a word. */
export function LineChart(series: Series) {
  const { title, points, unit, source, language, wordsLang } = series
  return (
    <figure className="chart-figure">
      <figcaption>
        {title}{' '}
        <span className="unit" lang={wordsLang}>
          {unit}
        </span>
      </figcaption>
      {points.length === 0 ? (
        <p className="soft">{words(language).nothingMeasured}</p>
      ) : (
        <div className="plot">
          <Drawing series={series} />
        </div>
      )}
      {source && (
        <p className="small soft">
          {words(language).source}: <span lang={wordsLang}>{source}</span>
        </p>
      )}
      {points.length > 0 && <ChartTable {...series} />}
    </figure>
  )
}

function Drawing({ series }: { series: Series }) {
  const { target, decimals, language } = series
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
        <Dot key={point.period} point={point} said={point === plot.base ? `${word.baseline} ${format(point.value)}` : format(point.value)} />
      ))}
      {plot.waypoints.map((waypoint) => (
        <svg key={waypoint.period} x={waypoint.x} y={waypoint.y} overflow="visible" aria-hidden="true">
          <path className="waypoint" d="M0-7 7 0 0 7-7 0z" />
          {waypoint.value !== target && (
            <text className="goal-label" y="-13" textAnchor={waypoint.anchor}>
              {format(waypoint.value)}
            </text>
          )}
        </svg>
      ))}
      {plot.gaps.map((gap) => (
        <text key={gap.x} className="gap" x={gap.x} y={plotHeight - 34} textAnchor={gap.anchor}>
          {gap.said ?? word.missing}
        </text>
      ))}
      {plot.periods.map(({ period, x, only }) => (
        <text key={period} className={only ? `period ${only}-only` : 'period'} x={x} y={plotHeight - 8} textAnchor="middle">
          {period}
        </text>
      ))}
    </svg>
  )
}

function Dot({ point: { x, y, whisker, isBase, anchor, saysAt, says }, said }: { point: Placed; said: string }) {
  return (
    <g>
      {whisker && <line className="whisker" x1={x} x2={x} y1={whisker.high} y2={whisker.low} />}
      <circle className={isBase ? 'base' : 'dot'} cx={x} cy={y} r={isBase ? 6 : 4.5} />
      {says && (
        <text className={says === 'wide' ? 'said wide-only' : 'said'} x={x} y={saysAt} textAnchor={isBase ? anchor : 'middle'}>
          {said}
        </text>
      )}
    </g>
  )
}

// A label is in one language, so a unit in another is left to the caption.
function summaryOf({ points, unit, target, language, wordsLang }: Series, format: (value: number) => string): string {
  const word = words(language)
  const said = points.map(({ period, value, absence }) => `${period}: ${value === undefined ? (absence ?? word.missing) : format(value)}`)
  return `${wordsLang ? '' : `${unit}. `}${said.join(', ')}.${target === undefined ? '' : ` ${word.target} ${format(target)}.`}`
}
