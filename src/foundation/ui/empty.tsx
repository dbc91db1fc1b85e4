import type { ReactNode } from 'react'

/** An empty place teaches: what belongs here, who puts it here, and one button to begin. */
export function Empty({ title, who, begin, children }: { title?: ReactNode; who?: ReactNode; begin?: ReactNode; children?: ReactNode }) {
  return (
    <div className="panel empty">
      {title && <h2>{title}</h2>}
      {children}
      {who && <p className="soft">{who}</p>}
      {begin && <div className="acts">{begin}</div>}
    </div>
  )
}
