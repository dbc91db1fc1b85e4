import type { ReactNode } from 'react'
import type { Language } from './catalogue.tsx'
import { Notice } from './notice.tsx'
import { words } from './words.tsx'

/** A stale edit: what stands now and what was written, side by side, so that nothing is lost. */
export function TwoTexts({ now, yours, by, language = 'sv' }: { now: string; yours: string; by?: ReactNode; language?: Language }) {
  const word = words(language)
  return (
    <>
      <Notice kind="warn">
        <p>{word.stale}</p>
      </Notice>
      <div className="two">
        <section className="panel">
          <h3>{word.nowStands}</h3>
          <p className="written">
            <bdi>{now}</bdi>
          </p>
          {by && <p className="soft small">{by}</p>}
        </section>
        <section className="panel">
          <h3>{word.youWrote}</h3>
          <p className="written">
            <bdi>{yours}</bdi>
          </p>
        </section>
      </div>
    </>
  )
}
