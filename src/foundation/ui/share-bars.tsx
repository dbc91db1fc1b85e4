import type { ReactNode } from 'react'
import type { Language } from './catalogue.tsx'
import { formatNumber, formatShare } from './format.tsx'
import { Table } from './table.tsx'
import { words } from './words.tsx'

/** One group's part in a theme. Without a share it was too small to show; `note` says something else instead. */
export type ShareCell = { readonly group: string; readonly share?: number; readonly count?: number; readonly all?: number; readonly note?: string }
export type ShareRow = { readonly label: string; readonly href?: string; readonly verdict?: ReactNode; readonly cells: readonly ShareCell[] }

type Wishes = { readonly title: string; readonly rows: readonly ShareRow[]; readonly source?: ReactNode; readonly language: Language }

/** Theme by theme, how large a share of each group speaks of it. Every bar has its number written beside it, and a table has the same. */
export function ShareBars({ title, rows, source, language }: Wishes) {
  const word = words(language)
  const groups = [...new Set(rows.flatMap(({ cells }) => cells.map(({ group }) => group)))]
  return (
    <figure className="shares">
      <figcaption>{title}</figcaption>
      <ol>
        {rows.map((row) => (
          <li key={row.label}>
            <p className="shares-theme">
              {row.href ? <a href={row.href}>{row.label}</a> : <span>{row.label}</span>}
              {row.verdict}
            </p>
            <ul>
              {row.cells.map((cell) => (
                <li key={cell.group}>
                  <span className="shares-group">{cell.group}</span>
                  <ShareBar share={cell.share} />
                  <span className={cell.share === undefined ? 'shares-said soft' : 'shares-said numbers'}>{said(cell, language)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {source && (
        <p className="small soft">
          {word.source}: {source}
        </p>
      )}
      <details>
        <summary>{word.showNumbers}</summary>
        <Table
          caption={title}
          columns={[{ title: word.theme }, ...groups.map((group) => ({ title: group, number: true }))]}
          rows={rows.map(({ label, cells }) => [
            label,
            ...groups.map((group) =>
              said(
                cells.find((cell) => cell.group === group),
                language,
              ),
            ),
          ])}
        />
      </details>
    </figure>
  )
}

/** A share as a bar. What it says stands in words beside it. */
export function ShareBar({ share }: { share: number | undefined }) {
  return (
    <svg className="share" width="100%" height="12" aria-hidden="true">
      <rect className={share === undefined ? 'ground unknown' : 'ground'} x="0.5" y="0.5" width="100%" height="11" rx="2" />
      {share !== undefined && <rect className="part" width={`${Math.round(share * 1000) / 10}%`} height="12" rx="2" />}
    </svg>
  )
}

function said(cell: ShareCell | undefined, language: Language): string {
  const word = words(language)
  if (cell?.share === undefined) return cell?.note ?? word.tooFew
  const { share, count, all } = cell
  const of = count !== undefined && all !== undefined ? ` · ${word.ofAll(formatNumber(count, 0, language), formatNumber(all, 0, language))}` : ''
  return `${formatShare(share, language)}${of}`
}
