import type { Language } from './catalogue.tsx'
import { formatNumber } from './format.tsx'
import { Table } from './table.tsx'
import { words } from './words.tsx'

export type Point = { readonly period: string; readonly value: number | undefined; readonly absence?: string; readonly note?: string }
type Wishes = {
  readonly title: string
  readonly points: readonly Point[]
  readonly unit: string
  readonly decimals: number
  readonly target?: number
  readonly baseline?: string
  readonly language: Language
}

const width = 640
const height = 260
const margin = { top: 24, right: 76, bottom: 36, left: 24 }

/** A series over time, drawn on the server, with its target and its baseline, and the same numbers in a table. A missing value is a gap with a word. */
export function LineChart({ title, points, unit, decimals, target, baseline, language }: Wishes) {
  const word = words(language)
  const known = points.flatMap(({ value }) => (value === undefined ? [] : [value]))
  const [low, high] = rangeOf([...known, ...(target === undefined ? [] : [target])])
  const x = (index: number) => margin.left + (points.length < 2 ? 0.5 : index / (points.length - 1)) * (width - margin.left - margin.right)
  const y = (value: number) => margin.top + (1 - (value - low) / (high - low)) * (height - margin.top - margin.bottom)
  const format = (value: number) => formatNumber(value, decimals, language)
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        <line className="axis" x1={margin.left} x2={width - margin.right} y1={height - margin.bottom} y2={height - margin.bottom} />
        {target !== undefined && (
          <>
            <line className="goal" x1={margin.left} x2={width - margin.right} y1={y(target)} y2={y(target)} />
            <text x={width - margin.right + 8} y={y(target) + 4}>
              {word.target} {format(target)}
            </text>
          </>
        )}
        {runs(points).map((run) => (
          <polyline key={run[0]?.index} className="line" points={run.map(({ index, value }) => `${x(index)},${y(value)}`).join(' ')} />
        ))}
        {points.map((point, index) => (
          <g key={point.period}>
            {point.value === undefined ? (
              <text x={x(index)} y={height - margin.bottom - 10} textAnchor="middle">
                {point.absence ?? word.missing}
              </text>
            ) : (
              <>
                <circle className={point.period === baseline ? 'base' : 'dot'} cx={x(index)} cy={y(point.value)} r={point.period === baseline ? 6 : 4} />
                {(index === points.length - 1 || point.period === baseline) && (
                  <text x={x(index)} y={y(point.value) - 12} textAnchor="middle">
                    {format(point.value)}
                  </text>
                )}
              </>
            )}
            <text x={x(index)} y={height - 12} textAnchor="middle">
              {point.period}
            </text>
          </g>
        ))}
      </svg>
      <details>
        <summary>{word.showNumbers}</summary>
        <Table
          caption={`${title} (${unit})`}
          columns={[{ title: word.period }, { title: word.value, number: true }, { title: '' }]}
          rows={[
            ...points.map((point) => [
              point.period,
              point.value === undefined ? (point.absence ?? word.missing) : format(point.value),
              [point.period === baseline ? word.baseline : '', point.note ?? ''].filter(Boolean).join(', '),
            ]),
            ...(target === undefined ? [] : [[word.target, format(target), '']]),
          ]}
        />
      </details>
    </figure>
  )
}

function rangeOf(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (!Number.isFinite(low)) return [0, 1]
  const room = (high - low) * 0.15 || Math.abs(high) * 0.1 || 1
  return [low - room, high + room]
}

function runs(points: readonly Point[]): { index: number; value: number }[][] {
  const all: { index: number; value: number }[][] = [[]]
  points.forEach(({ value }, index) => {
    if (value === undefined) all.push([])
    else all.at(-1)?.push({ index, value })
  })
  return all.filter((run) => run.length > 1)
}
