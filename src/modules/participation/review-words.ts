import type { ReviewState } from './read-review-queue.ts'
import type { FlagKind } from './rules/flags.ts'

/** The words of the review, for those who work there. */
export const stateOfReviewWords: Readonly<Record<ReviewState, string>> = {
  all: 'Alla',
  waiting: 'Väntar',
  'may-be-shown': 'Får visas',
  masked: 'Maskerade',
  withheld: 'Visas inte',
}

/** What a machine points out: it asks, and a person answers. */
export const flagWords: Readonly<Record<FlagKind, string>> = {
  threat: 'Hot',
  insult: 'Grova ord',
  'personal-number': 'Personnummer',
  phone: 'Telefonnummer',
  email: 'E-postadress',
  address: 'Adress',
  name: 'Namn',
  plate: 'Registreringsnummer',
  link: 'Länk',
  language: 'Annat språk',
}
