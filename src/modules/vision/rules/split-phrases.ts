/**
 * Splits a proposal into its phrases: one a line, blank lines dropped, spaces tidied. Written as one running text, it is one phrase.
 *
 * @example
 * splitPhrases('Vi är en plats för alla,\nmed närhet till natur') // => ['Vi är en plats för alla,', 'med närhet till natur']
 */
export function splitPhrases(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '')
}
