import type { ReactNode } from 'react'
import type { Language } from './catalogue.tsx'

/** A measurement. Without a value it says in words why (`absence`). `margin` is how far the true value may lie on either side. */
export type Point = { readonly period: string; readonly value: number | undefined; readonly absence?: string; readonly note?: string; readonly margin?: number }
/** A value to have reached at a time on the way to the target. */
export type Waypoint = { readonly period: string; readonly value: number }

export type Series = {
  /** The message, not the name: *Fler rekommenderar kommunen än för fyra år sedan*. */
  readonly title: ReactNode
  readonly points: readonly Point[]
  readonly unit: string
  readonly decimals: number
  readonly target?: number
  readonly waypoints?: readonly Waypoint[]
  /** The period of the measurement that was frozen as baseline. */
  readonly baseline?: string
  readonly source?: ReactNode
  readonly language: Language
  /** The language of the unit and the source, where it isn’t that of the page. */
  readonly wordsLang?: 'sv'
}
