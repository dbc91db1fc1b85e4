export type RateLimit = { allows(key: string): boolean }

/**
 * Counts acts by key in a window that starts with the first of them. Held in this process; keys are forgotten with their window,
 * so no address is kept longer than that.
 *
 * @example
 * const limit = createRateLimit({ most: 1, withinMs: 1000 })
 * limit.allows('a') // => true
 * limit.allows('a') // => false
 */
export function createRateLimit({ most, withinMs, clock = performance }: { most: number; withinMs: number; clock?: { now(): number } }): RateLimit {
  const windows = new Map<string, { since: number; count: number }>()
  return {
    allows(key) {
      const now = clock.now()
      const window = windows.get(key)
      if (window && now - window.since < withinMs) {
        window.count += 1
        return window.count <= most
      }
      if (windows.size >= 10_000) for (const [old, { since }] of windows) if (now - since >= withinMs) windows.delete(old)
      windows.set(key, { since: now, count: 1 })
      return true
    },
  }
}
