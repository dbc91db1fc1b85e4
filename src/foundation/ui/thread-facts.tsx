import type { ReactNode } from 'react'
import type { Language } from './catalogue.tsx'
import { Facts } from './facts.tsx'
import { words } from './words.tsx'

type Wishes = {
  /** The number as it is read, formatted; left out when there are too few answers to show it. */
  readonly number?: string
  readonly what: ReactNode
  readonly source: ReactNode
  readonly period: ReactNode
  readonly n?: string
  readonly sure?: ReactNode
  readonly language: Language
}

/** A number that never stands alone: what it says, where it comes from, when, of how many, and how sure. */
export function ThreadFacts({ number, what, source, period, n, sure, language }: Wishes) {
  const word = words(language)
  return (
    <div className="figure-facts">
      <div>
        {number ? <p className="big">{number}</p> : <p className="big few">{word.tooFew}</p>}
        <p className="says">{what}</p>
      </div>
      <Facts small facts={[[word.source, source], [word.period, period], ...(n ? [[word.sample, n] as const] : []), ...(sure ? [[word.howSure, sure] as const] : [])]} />
    </div>
  )
}
