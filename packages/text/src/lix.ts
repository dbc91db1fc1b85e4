export type Lix = { readonly value: number; readonly words: number; readonly sentences: number; readonly longWords: number }
/** Undefined for a text without words. */
export function lix(_text: string): Lix | undefined {
  throw new Error('Not built yet')
}
