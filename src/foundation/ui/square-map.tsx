import type { ReactNode } from 'react'

type Square = { readonly key: string; readonly name: string; readonly column: number; readonly row: number }
export type DrawnMap<Own extends Square = Square> = {
  readonly columns: number
  readonly rows: number
  readonly paths: readonly { readonly kind: 'area' | 'line'; readonly d: string }[]
  readonly names: readonly { readonly name: string; readonly x: number; readonly y: number }[]
  readonly squares: readonly Own[]
}

/** A map under a net of squares, as letters and numbers name them. The drawing is silent: what each square says is in what stands on it. */
export function SquareMap<Own extends Square>({ map, children }: { map: DrawnMap<Own>; children: (square: Own) => ReactNode }) {
  const { columns, rows, paths, names, squares } = map
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)
  return (
    <div className="square-map">
      <svg viewBox={`-100 -100 ${(columns + 1) * 100} ${(rows + 1) * 100}`} aria-hidden="true" focusable="false">
        {paths.map(({ kind, d }) => (
          <path key={d} className={kind} d={d} />
        ))}
        {names.map(({ name, x, y }) => (
          <g key={`${name} ${x} ${y}`}>
            <circle cx={x} cy={y} r="8" />
            <text x={x} y={y - 16} textAnchor={x < 150 ? 'start' : x > columns * 100 - 150 ? 'end' : 'middle'}>
              {name}
            </text>
          </g>
        ))}
      </svg>
      <div className="row" aria-hidden="true">
        <span />
        {upTo(columns).map((column) => (
          <span key={column}>{String.fromCharCode(65 + column)}</span>
        ))}
      </div>
      {upTo(rows).map((row) => (
        <div className="row" key={row}>
          <span aria-hidden="true">{row + 1}</span>
          {upTo(columns).map((column) => {
            const square = squares.find((each) => each.column === column && each.row === row)
            return square ? <div key={column}>{children(square)}</div> : <span key={column} />
          })}
        </div>
      ))}
    </div>
  )
}
