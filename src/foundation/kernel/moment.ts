import type { Day } from './day.ts'

/**
 * The moment of an act, handed in by whoever received it: the instant (ISO 8601, UTC) and the day it falls on in Sweden.
 * Rules look at `day`; only what must be put in order uses `at`.
 */
export type Moment = { readonly at: string; readonly day: Day }
