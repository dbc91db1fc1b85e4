// As long as a key may be with a number after it.
const longest = 40

/**
 * A key made from words, that no other has: small letters, digits and hyphens.
 *
 * @example
 * keyOfWords('Bor du på orten?', new Set()) // => 'bor-du-pa-orten'
 * keyOfWords('Ja', new Set(['ja'])) // => 'ja-2'
 */
export function keyOfWords(words: string, taken: ReadonlySet<string>, otherwise = 'val'): string {
  const letters = words
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const whole =
    letters.length <= longest
      ? letters
      : letters
          .slice(0, longest + 1)
          .replace(/-[^-]*$/, '')
          .slice(0, longest)
  const key = whole.replace(/-$/, '') || otherwise
  // What is looked up by a key would find what every object has ("constructor").
  if (!taken.has(key) && !(key in {})) return key
  let number = 2
  while (taken.has(`${key}-${number}`)) number++
  return `${key}-${number}`
}
