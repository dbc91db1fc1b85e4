import { findAddresses } from './find-addresses.ts'
import { findEmails } from './find-emails.ts'
import { findLinks } from './find-links.ts'
import { findNames } from './find-names.ts'
import { findPersonalNumbers } from './find-personal-numbers.ts'
import { findPhoneNumbers } from './find-phone-numbers.ts'
import { findPlates } from './find-plates.ts'
import { findPostalAddresses } from './find-postal-addresses.ts'
import type { PersonalData } from './personal-data.ts'

/**
 * Personal data that has a form of its own: Swedish personal and coordination numbers, telephone numbers, e-mail, street
 * and postal addresses, plates, links and full names; in the order of the text, never overlapping, the surer one where
 * two do. Lone given names, places of work and illness have no form: those are for a person to find.
 *
 * @example
 * findPersonalData('Ring 070-174 06 05') // => [{ kind: 'phone', certainty: 'certain', start: 5, end: 18, text: '070-174 06 05' }]
 * findPersonalData('Bussen går 07.15 från Riksväg 83') // => []
 */
export function findPersonalData(text: string): PersonalData[] {
  const found = [
    ...findEmails(text),
    ...findPersonalNumbers(text),
    ...findPhoneNumbers(text),
    ...findAddresses(text),
    ...findPlates(text),
    ...findPostalAddresses(text),
    ...findLinks(text),
    ...findNames(text),
  ]
  const chosen: PersonalData[] = []
  for (const one of found.toSorted(bySurety)) if (!chosen.some((other) => overlap(one, other))) chosen.push(one)
  return chosen.toSorted((one, other) => one.start - other.start)
}

function bySurety(one: PersonalData, other: PersonalData): number {
  return Number(other.certainty === 'certain') - Number(one.certainty === 'certain') || other.end - other.start - (one.end - one.start)
}

function overlap(one: PersonalData, other: PersonalData): boolean {
  return one.start < other.end && other.start < one.end
}
