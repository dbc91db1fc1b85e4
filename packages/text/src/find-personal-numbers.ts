import type { PersonalData } from './personal-data.ts'

/**
 * Personal numbers and coordination numbers: [19|20]YYMMDD NNNN, with hyphen, plus, space or nothing between, month 01
 * to 12, day 01 to 31 or, for a coordination number, 61 to 91. `certain` when the last digit checks (Luhn over the last ten
 * digits), else `possible`: a slip of the pen still tells who it is.
 *
 * @example
 * findPersonalNumbers('Jag är 19811218-9876') // => [{ kind: 'personal-number', certainty: 'certain', start: 7, end: 20, text: '19811218-9876' }]
 * findPersonalNumbers('701063-2391')[0].kind // => 'coordination-number'
 * findPersonalNumbers('811218-9875')[0].certainty // => 'possible'
 */
export function findPersonalNumbers(text: string): PersonalData[] {
  return [...text.matchAll(likePersonalNumber)].flatMap((match) => {
    const digits = match[0].replace(/\D/g, '').slice(-10)
    const day = Number(digits.slice(4, 6))
    return {
      kind: day > 60 ? 'coordination-number' : 'personal-number',
      certainty: hasLuhnSum(digits) ? 'certain' : 'possible',
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
    } as const
  })
}

const between = '[ \\u00A0]?[-‐‑–+]?[ \\u00A0]?'
const likePersonalNumber = new RegExp(`(?<!\\d|\\d[.,])(?:19|20)?\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])${between}\\d{4}(?!\\d)`, 'g')

/** Every other digit doubled, from the first of ten; the digits of it all make a whole ten. */
function hasLuhnSum(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
