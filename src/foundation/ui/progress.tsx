import type { ReactNode } from 'react'
import type { Language } from './catalogue.tsx'
import { formatNumber } from './format.tsx'
import { words } from './words.tsx'

/** How far a long work has come, in numbers and as a bar. */
export function Progress({ label, done, all, note, language = 'sv' }: { label: string; done: number; all: number; note?: ReactNode; language?: Language }) {
  const said = words(language).progress(formatNumber(done, 0, language), formatNumber(all, 0, language))
  return (
    <div className="progress">
      <p>
        <strong>{label}</strong> <span className="numbers">{said}</span>
      </p>
      <progress value={done} max={Math.max(all, 1)} aria-label={`${label}, ${said}`} />
      {note && <p className="soft small">{note}</p>}
    </div>
  )
}
