import { findPersonalData } from './find-personal-data.ts'
import type { PersonalData, PersonalDataKind } from './personal-data.ts'

/** What stands in the place of each kind. */
export const placeholders: Readonly<Record<PersonalDataKind, string>> = {
  'personal-number': '[personnummer]',
  'coordination-number': '[samordningsnummer]',
  phone: '[telefon]',
  email: '[e-post]',
  address: '[adress]',
  name: '[namn]',
  plate: '[registreringsnummer]',
  link: '[länk]',
}

/** What was replaced: start and end in the original, maskedStart and maskedEnd in the masked text. */
export type MaskedSpan = { readonly kind: PersonalDataKind; readonly start: number; readonly end: number; readonly maskedStart: number; readonly maskedEnd: number }

/**
 * The text with its personal data replaced by words for what stood there, and where. `found` is what to replace, in
 * order and without overlaps: all that `findPersonalData` finds, also what is only possible, or what of it a person has confirmed.
 * Throws RangeError when `found` is not so.
 *
 * @example
 * maskPersonalData('Ring 070-174 06 05 nu') // => { text: 'Ring [telefon] nu', masked: [{ kind: 'phone', start: 5, end: 18, maskedStart: 5, maskedEnd: 14 }] }
 */
export function maskPersonalData(text: string, found: readonly PersonalData[] = findPersonalData(text)): { readonly text: string; readonly masked: readonly MaskedSpan[] } {
  const masked: MaskedSpan[] = []
  let result = ''
  let read = 0
  for (const { kind, start, end } of found) {
    if (!(start >= read && end > start && end <= text.length)) throw new RangeError(`Not in order, or not in the text: ${start} to ${end}`)
    result += text.slice(read, start)
    masked.push({ kind, start, end, maskedStart: result.length, maskedEnd: result.length + placeholders[kind].length })
    result += placeholders[kind]
    read = end
  }
  return { text: result + text.slice(read), masked }
}
