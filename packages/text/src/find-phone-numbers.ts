import type { PersonalData } from './personal-data.ts'

/**
 * Swedish telephone numbers: 0, +46, 0046 or +46 (0), then an area or mobile code and the rest, 7 to 10 digits with
 * the zero, with single spaces and hyphens between them. `possible` when a slash or comma with a digit on its other
 * side stands beside it, for case numbers and amounts look so.
 *
 * @example
 * findPhoneNumbers('+46 70 174 06 05 eller (0690) 25 01 00').map(({ text }) => text) // => ['+46 70 174 06 05', '(0690) 25 01 00']
 * findPhoneNumbers('Dnr 2021/0190 605, 08.15') // => []
 */
export function findPhoneNumbers(text: string): PersonalData[] {
  return [...text.matchAll(likePhone)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    const digits = significantDigits(match[0])
    if (digits.length < 6 || digits.length > 9 || birthDateAndFour.test(match[0])) return []
    if (groupsOfThree.test(match[0]) && /\d[ \u00A0]$/.test(text.slice(Math.max(0, start - 2), start))) return []
    const beside = /\d[/,]$/.test(text.slice(Math.max(0, start - 2), start)) || /^[/,]\d/.test(text.slice(end, end + 2))
    // Nothing but a mobile number is that long and begins so: it is one also beside a slash.
    const isMobile = digits.length === 9 && digits.startsWith('7')
    if (beside && !isMobile) return []
    return [{ kind: 'phone', certainty: beside ? 'possible' : 'certain', start, end, text: match[0] }]
  })
}

const between = '[ \\u00A0\\u202F\\t]{0,2}[-‐‑–]?[ \\u00A0\\u202F\\t]{0,2}'
const abroad = `(?:\\+|00)46${between}(?:\\(0\\)${between}|0)?`
const likePhone = new RegExp(`(?<![\\d.+-]|\\d[:-])(?:${abroad}[1-9]|\\(0[1-9]\\d{0,2}\\)${between}\\d|0[1-9])(?:${between}\\d){4,8}(?!\\d|[.:]\\d)`, 'g')

// The end of 6 043 750 000.
const groupsOfThree = /^\d{3}(?:[ \u00A0]\d{3})+$/

// 050101-1234: nobody writes a telephone number so.
const birthDateAndFour = /^\d{6}\s?[-‐‑–]\s?\d{4}$/

/** Without country code and zero. */
function significantDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(?:0046|46)?0?/, '')
}
