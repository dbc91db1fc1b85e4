/**
 * Common forms, seen twenty times or more and of four letters or more, that may be a word with one slip in it: those that are the same when a letter is taken
 * from either or both (Garbe's symmetric delete, 2012). The index is made at the first question that needs it, for most uses ask none, and by the length of
 * the forms, so that nobody waits for all of it at once.
 *
 * @example
 * nearForms(['skolan', 'skolor', 'vägen'], [40, 30, 90])('skoaln') // => ['skolan']
 */
export function nearForms(forms: readonly string[], formCounts: ArrayLike<number>): (word: string) => readonly string[] {
  const known = new Map<number, ReadonlyMap<string, readonly string[]>>()
  const common = Map.groupBy(
    forms.filter((form, at) => (formCounts[at] ?? 0) >= commonForm && form.length >= shortestForm),
    ({ length }) => length,
  )
  const ofLength = (length: number) => {
    const made = known.get(length) ?? byShortened(common.get(length) ?? [])
    known.set(length, made)
    return made
  }
  return (word) => [...new Set(shortened(word).flatMap((key) => [...(ofLength(key.length).get(key) ?? []), ...(ofLength(key.length + 1).get(key) ?? [])]))]
}

const commonForm = 20
const shortestForm = 4

function byShortened(forms: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const form of forms)
    for (const key of shortened(form)) {
      const before = found.get(key)
      if (before) before.push(form)
      else found.set(key, [form])
    }
  return found
}

/** The word, and the word without each of its letters. */
function shortened(word: string): string[] {
  return [...new Set([word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))])]
}
