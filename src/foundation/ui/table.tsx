import { type ReactNode, useId } from 'react'

export type Column = {
  readonly title: ReactNode
  readonly number?: boolean
  /** Where a click on the heading leads, and how the column is sorted now. The order is an address that can be sent. */
  readonly sort?: { readonly href: string; readonly now?: 'ascending' | 'descending' }
}
type Wishes = {
  readonly caption: ReactNode
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly ReactNode[])[]
  readonly id?: string
  /** On a narrow screen each row becomes a card, where every value keeps its heading. For tables that are read row by row. */
  readonly cards?: boolean
}

/** A table with its caption. It scrolls inside itself on a narrow screen, and can be scrolled by keyboard. The first cell of a row is its heading. */
export function Table({ caption, columns, rows, id, cards }: Wishes) {
  const made = useId()
  const label = id ?? `tabell-${made}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={cards ? 'scroll as-cards' : 'scroll'} tabIndex={0} aria-labelledby={label}>
      <table>
        <caption id={label}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <Heading key={String(index)} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={String(row)}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key="0" scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={String(index)} className={columns[index]?.number ? 'number' : undefined}>
                    {cards && <span className="card-label">{columns[index]?.title}</span>}
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Heading({ column: { title, number, sort } }: { column: Column }) {
  return (
    <th scope="col" className={number ? 'number' : undefined} aria-sort={sort?.now}>
      {sort ? <a href={sort.href}>{title}</a> : title}
    </th>
  )
}
