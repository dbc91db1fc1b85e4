/** Texts that say the same: their places in the list, in order. */
export type DuplicateGroup = { readonly key: string; readonly members: readonly number[] }
/** Groups of two or more, in the order of their first text. */
export function nearDuplicates(_texts: readonly string[]): DuplicateGroup[] {
  throw new Error('Not built yet')
}
