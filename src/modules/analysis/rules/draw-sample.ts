import { seededRandom } from '#statistics'

/**
 * A sample without replacement that the same seed always draws alike, whatever order the ids come in.
 *
 * @example
 * drawSample(['c', 'a', 'b'], 2, 7).length // => 2
 * drawSample(['c', 'a', 'b'], 2, 7).join() === drawSample(['a', 'b', 'c'], 2, 7).join() // => true
 */
export function drawSample(ids: readonly string[], size: number, seed: number): string[] {
  const random = seededRandom(seed)
  const left = [...ids].sort()
  return Array.from({ length: Math.min(size, left.length) }, () => left.splice(Math.floor(random() * left.length), 1)[0] as string)
}
