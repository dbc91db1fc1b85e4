import type { Value } from './question.ts'

/** What was entered on one question: what was chosen, and words of one's own. */
export type Entry = { readonly value?: Value | undefined; readonly texts: readonly string[] }

/**
 * Whether two entries of a form say the same on a question. Space is nobody's answer: texts are compared with one space between words. Capitals,
 * spelling and the order of lines are.
 *
 * @example
 * sameEntry({ texts: ['Fler  bussar '] }, { texts: ['Fler bussar'] }) // => true
 * sameEntry({ value: 4, texts: [] }, { value: 5, texts: [] }) // => false
 */
export function sameEntry(first: Entry, second: Entry): boolean {
  return canonical(first) === canonical(second)
}

function canonical({ value, texts }: Entry): string {
  // The database gives an object's keys back in an order of its own.
  const ordered = typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : (value ?? null)
  return JSON.stringify([ordered, texts.map((text) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '')])
}
