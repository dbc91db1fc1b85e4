import { formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import { chanceWords } from '../coverage-words.ts'
import type { CoverageRow } from '../rules/coverage.ts'

/** Group by group, how many answered against how many would be expected: a bar for the answers and a line across it for what is expected. A table has the same. */
export function CoverageChart({ title, rows }: { title: string; rows: readonly CoverageRow[] }) {
  const most = Math.max(1, ...rows.map(({ answers, expected }) => Math.max(answers, expected)))
  const part = (count: number) => `${Math.round((count / most) * 960) / 10}%`
  return (
    <figure className="shares">
      <figcaption>{title}: svar (stapel) och väntat antal (streck)</figcaption>
      <ol>
        {rows.map((row) => (
          <li key={row.label}>
            <p className="shares-theme">
              <span>{row.label}</span>
            </p>
            <svg className="share against" width="100%" height="20" aria-hidden="true">
              <rect className="ground" x="0.5" y="4" width="99%" height="12" rx="2" />
              <rect className="part" y="4" width={part(row.answers)} height="12" rx="2" />
              <line className="expected" x1={part(row.expected)} x2={part(row.expected)} y1="0" y2="20" />
            </svg>
            <p className="small numbers">
              {formatNumber(row.answers)} av väntade {formatNumber(row.expected)}: {chanceOf(row)}
            </p>
          </li>
        ))}
      </ol>
      <details>
        <summary>Visa talen i en tabell</summary>
        <Table
          cards
          caption={`${title}: svar mot befolkningen`}
          columns={[
            { title: 'Grupp' },
            { title: 'Bor här', number: true },
            { title: 'Väntat', number: true },
            { title: 'Svar', number: true },
            { title: 'Skillnad', number: true },
            { title: 'Slump' },
          ]}
          rows={rows.map((row) => [
            row.label,
            formatNumber(row.population),
            formatNumber(row.expected, 1),
            formatNumber(row.answers),
            formatNumber(row.answers - row.expected, 1),
            chanceOf(row),
          ])}
        />
      </details>
    </figure>
  )
}

function chanceOf({ couldBeChance, answers, expected }: CoverageRow): string {
  return couldBeChance ? chanceWords.chance : answers < expected ? chanceWords.fewer : chanceWords.more
}
