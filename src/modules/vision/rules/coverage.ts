export type Rooted = { readonly themes: readonly unknown[]; readonly quotes: readonly unknown[] }

/** How much of a proposal rests on something that was said: phrases with a theme or a quote under them, of all. */
export function coverage(phrases: readonly Rooted[]): { readonly rooted: number; readonly of: number } {
  return { rooted: phrases.filter(isRooted).length, of: phrases.length }
}

export function isRooted(phrase: Rooted): boolean {
  return phrase.themes.length > 0 || phrase.quotes.length > 0
}
