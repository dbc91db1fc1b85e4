import type { ReactNode } from 'react'

export type Column = { readonly title: ReactNode; readonly number?: boolean }

/** A table with its caption. It scrolls inside itself on a narrow screen, and can be scrolled by keyboard. The first cell of a row is its heading. */
export function Table({ caption, columns, rows, id }: { caption: string; columns: readonly Column[]; rows: readonly (readonly ReactNode[])[]; id?: string }) {
  const label = id ?? `tabell-${caption.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="scroll" tabIndex={0} aria-labelledby={label}>
      <table>
        <caption id={label}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={String(index)} scope="col" className={column.number ? 'number' : undefined}>
                {column.title}
              </th>
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
