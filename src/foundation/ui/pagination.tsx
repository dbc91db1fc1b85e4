import type { Language } from './catalogue.tsx'
import { formatNumber } from './format.tsx'
import { words } from './words.tsx'

/** Moves between pages of a list by links that can be sent. */
export function Pagination({ page, pages, href, language = 'sv' }: { page: number; pages: number; href: (page: number) => string; language?: Language }) {
  if (pages <= 1) return null
  const word = words(language)
  return (
    <nav aria-label={word.listPages} className="acts pages">
      {page > 1 && (
        <a className="button quiet small" href={href(page - 1)} rel="prev">
          {word.previous}
        </a>
      )}
      <span>{word.page(formatNumber(page, 0, language), formatNumber(pages, 0, language))}</span>
      {page < pages && (
        <a className="button quiet small" href={href(page + 1)} rel="next">
          {word.next}
        </a>
      )}
    </nav>
  )
}
