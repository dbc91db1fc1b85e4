export type UnacceptableCharacter = { readonly kind: 'nul' | 'lone-surrogate' | 'control'; readonly offset: number; readonly code: number }
export function findUnacceptableCharacters(_text: string): UnacceptableCharacter[] {
  throw new Error('Not built yet')
}
