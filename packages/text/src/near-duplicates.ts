import { normaliseForGrouping } from './normalise-for-grouping.ts'

/** Texts that say the same: their places in the list, in order. */
export type DuplicateGroup = { readonly key: string; readonly members: readonly number[] }

/**
 * The texts that are the same but for case, white space and how their letters are composed: groups of two or more, in
 * the order of their first text. Texts without content are in no group.
 *
 * @example
 * nearDuplicates(['Bättre bussar', 'Ett bad', 'bättre  bussar']) // => [{ key: 'bättre bussar', members: [0, 2] }]
 */
export function nearDuplicates(texts: readonly string[]): DuplicateGroup[] {
  const places = Map.groupBy(texts.keys(), (place) => normaliseForGrouping(texts[place] ?? ''))
  return [...places].filter(([key, members]) => key !== '' && members.length > 1).map(([key, members]) => ({ key, members }))
}
