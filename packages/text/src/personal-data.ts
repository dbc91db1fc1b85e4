export type PersonalDataKind = 'personal-number' | 'coordination-number' | 'phone' | 'email' | 'address' | 'name' | 'plate' | 'link'

/** text === original.slice(start, end), in UTF-16 units. */
export type PersonalData = {
  readonly kind: PersonalDataKind
  /** `possible`: looks like it, but the check digit is wrong, or it may be something else. */
  readonly certainty: 'certain' | 'possible'
  readonly start: number
  readonly end: number
  readonly text: string
}
