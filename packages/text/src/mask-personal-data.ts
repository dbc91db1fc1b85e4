import type { PersonalData, PersonalDataKind } from './find-personal-data.ts'
export const placeholders: Readonly<Record<PersonalDataKind, string>> = {
  'personal-number': '[personnummer]',
  'coordination-number': '[samordningsnummer]',
  phone: '[telefon]',
  email: '[e-post]',
  address: '[adress]',
}
/** What was replaced: start and end in the original, maskedStart and maskedEnd in the masked text. */
export type MaskedSpan = { readonly kind: PersonalDataKind; readonly start: number; readonly end: number; readonly maskedStart: number; readonly maskedEnd: number }
export function maskPersonalData(_text: string, _found?: readonly PersonalData[]): { readonly text: string; readonly masked: readonly MaskedSpan[] } {
  throw new Error('Not built yet')
}
