import type { Language } from '#ui/catalogue'
import { opinionWords } from './opinion-words.ts'
import type { Agreement } from './rules/opinion-findings.ts'

/** How many agree, in words. */
export function sayAgreement(agreement: Agreement, language: Language): string {
  const word = opinionWords(language)
  if (agreement.kind === 'too-few') return word['too-few']
  if (agreement.kind === 'band') return word[agreement.band]
  return word.percentAgree(String(agreement.percent), String(agreement.low), String(agreement.high))
}
