/** Moves between pages of a list by links that can be sent. */
export function Pagination({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  if (pages <= 1) return null
  return (
    <nav aria-label="Sidor i listan" className="acts">
      {page > 1 && (
        <a className="button quiet small" href={href(page - 1)} rel="prev">
          Föregående
        </a>
      )}
      <span>
        Sida {page} av {pages}
      </span>
      {page < pages && (
        <a className="button quiet small" href={href(page + 1)} rel="next">
          Nästa
        </a>
      )}
    </nav>
  )
}
