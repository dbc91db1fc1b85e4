import type { Role } from '#kernel/actor'

/** Where answers are read in their own words. */
export type ReadingPage = 'review' | 'coding' | 'export' | 'original' | 'paper' | 'notes'
export type Purpose = ReadingPage | 'audit'

/**
 * What answers are read for: the work of the page, but by an auditor to see how it is done.
 *
 * @example
 * purposeOf('coding', 'analyst') // => 'coding'
 * purposeOf('coding', 'auditor') // => 'audit'
 */
export function purposeOf(page: ReadingPage, role: Role): Purpose {
  return role === 'auditor' ? 'audit' : page
}
