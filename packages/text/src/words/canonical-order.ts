/**
 * The places of texts in an order that comes from what they say alone, so that an analysis answers the same in whatever order they are given.
 * Texts that are the same keep the order of `beside` (what else is known of each), and then their own.
 *
 * @example
 * const [one, other] = [['buss', 'skog', 'väg'], ['väg', 'buss', 'skog']]
 * canonicalOrder(one).map((at) => one[at]).join() === canonicalOrder(other).map((at) => other[at]).join() // => true
 */
export function canonicalOrder(texts: readonly string[], beside?: readonly string[]): number[] {
  const hashes = Float64Array.from(texts, hashOf)
  const byLetters = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
  return texts
    .map((_, at) => at)
    .sort(
      (one, other) =>
        (hashes[one] as number) - (hashes[other] as number) ||
        byLetters(texts[one] as string, texts[other] as string) ||
        byLetters(beside?.[one] ?? '', beside?.[other] ?? '') ||
        one - other,
    )
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
