import { catalogue } from '#ui/catalogue'
import type { Cause } from './rules/cause.ts'

/** Why words were taken away, or a text isn't shown: said alike to whoever reviews, to the one who wrote and to whoever asks for the documents. */
export const causeWords = catalogue({
  sv: {
    'personal-data': 'Orden kunde visa vem någon är',
    sensitive: 'Orden berättar om någons hälsa, tro eller privatliv',
    threat: 'Orden hotar någon',
    insult: 'Orden kränker någon',
    'not-an-answer': 'Texten svarar inte på frågan',
    other: 'Annat skäl',
  },
  en: {
    'personal-data': 'The words could show who somebody is',
    sensitive: 'The words tell of somebody’s health, faith or private life',
    threat: 'The words threaten somebody',
    insult: 'The words insult somebody',
    'not-an-answer': 'The text doesn’t answer the question',
    other: 'Another reason',
  },
})

/** The reason as it stands in a log: the listed one, and what the reviewer wrote. */
export function causeInWords({ cause, reason }: { readonly cause: Cause | null; readonly reason: string | null }): string {
  return [cause && cause !== 'other' ? causeWords('sv')[cause] : undefined, reason].filter(Boolean).join(': ')
}
