export type FilterLink = { readonly href: string; readonly label: string; readonly count?: string; readonly here?: boolean }

/** Ways to look at a list, each a link that can be sent. */
export function FilterLinks({ label, links }: { label: string; links: readonly FilterLink[] }) {
  return (
    <nav aria-label={label} className="filters">
      <ul>
        {links.map(({ href, label: text, count, here }) => (
          <li key={href}>
            <a href={href} aria-current={here ? 'true' : undefined}>
              {text}
              {count && <span className="soft"> {count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
