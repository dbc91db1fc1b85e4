/** The smallest number of persons that may be shown: five, of children ten. A municipality may raise it, never lower it. */
export const fewestShown = { adults: 5, children: 10 } as const

/**
 * The smallest threshold that a group may have.
 *
 * @example
 * lowestThreshold({ children: true }) // => 10
 */
export function lowestThreshold({ children }: { readonly children: boolean }): number {
  return children ? fewestShown.children : fewestShown.adults
}

/** Whether something may be said of so many persons. */
export function mayBeShown(persons: number, threshold: number): boolean {
  return persons >= Math.max(threshold, fewestShown.adults)
}
