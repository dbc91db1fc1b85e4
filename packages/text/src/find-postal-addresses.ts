import type { PersonalData } from './personal-data.ts'

/**
 * Postal codes with a place after them, that stand alone: 841 31 Ånge. With a street before them they are part of an address, see `findAddresses`. Only
 * `possible`, for there is a house or more to each.
 *
 * @example
 * findPostalAddresses('Vi bor i 841 31 Ånge sedan i våras').map(({ text }) => text) // => ['841 31 Ånge']
 * findPostalAddresses('Det kostade 841 31 kronor') // => []
 */
export function findPostalAddresses(text: string): PersonalData[] {
  return Array.from(text.matchAll(likePostal), ({ 0: written, index }) => ({ kind: 'address', certainty: 'possible', start: index, end: index + written.length, text: written }))
}

// Between 100 and 984, and no end of a longer number.
const likePostal = /(?<![\p{L}\p{N}.,:-]|\d[ \u00A0])(?:SE?-)?[1-9]\d{2}[ \u00A0]\d{2}[ \u00A0]{1,2}\p{Lu}[\p{L}\p{M}]{2,30}(?![\p{L}\p{N}])/gu
