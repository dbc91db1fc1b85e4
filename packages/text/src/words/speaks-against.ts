import { tokenise } from './tokenise.ts'

/**
 * Whether a text holds a word that denies or refuses. It says nothing of what it is against: *inte* may be for as well.
 *
 * @example
 * speaksAgainst('Vi vill inte ha fler vindkraftverk') // => true
 * speaksAgainst('Vi vill ha fler bussar') // => false
 */
export function speaksAgainst(text: string): boolean {
  return tokenise(text).some(({ word }) => denials.has(word))
}

export const denials: ReadonlySet<string> = new Set(
  'inte ej icke ingen inget inga ingenting aldrig varken knappast utan nej mot emot motstånd slopa sluta stoppa stopp slippa förbjud förbjuda onödig onödigt onödiga nedläggning'.split(
    ' ',
  ),
)
