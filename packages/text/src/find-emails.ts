import type { PersonalData } from './personal-data.ts'

/**
 * E-mail addresses: what stands before and after an @, with a dot and a top domain of letters after it. Letters of any
 * language; a full stop that ends the sentence is left outside.
 *
 * @example
 * findEmails('Skriv till anna.ek@exempel.se.').map(({ text }) => text) // => ['anna.ek@exempel.se']
 */
export function findEmails(text: string): PersonalData[] {
  return [...text.matchAll(email)].map((match) => ({ kind: 'email', certainty: 'certain', start: match.index, end: match.index + match[0].length, text: match[0] }))
}

// It only begins where no such character stands before it: otherwise a word of 100,000 letters would be read from each of them.
const email = /(?<![\p{L}\p{M}\p{N}._%+-])[\p{L}\p{N}_%+-][\p{L}\p{M}\p{N}._%+-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,62})\.){1,8}\p{L}[\p{L}\p{M}]{1,62}/gu
