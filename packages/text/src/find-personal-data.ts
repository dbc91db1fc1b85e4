export type PersonalDataKind = 'personal-number' | 'coordination-number' | 'phone' | 'email' | 'address'
/** UTF-16 offsets: text === original.slice(start, end). */
export type PersonalData = { readonly kind: PersonalDataKind; readonly certainty: 'certain' | 'possible'; readonly start: number; readonly end: number; readonly text: string }
export function findPersonalData(_text: string): PersonalData[] {
  throw new Error('Not built yet')
}
