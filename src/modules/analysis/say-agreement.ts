import type { Language } from '#ui/catalogue'
import { formatNumber } from '#ui/format'
import { opinionWords } from './opinion-words.ts'
import type { Agreement, StatementFinding } from './rules/opinion-findings.ts'

/** How many agree, in words. */
export function sayAgreement(agreement: Agreement, language: Language): string {
  const word = opinionWords(language)
  if (agreement.kind === 'too-few') return word['too-few']
  if (agreement.kind === 'band') return word[agreement.band]
  return word.percentAgree(String(agreement.percent), String(agreement.low), String(agreement.high))
}

/** How many voted on a statement, and of which map that is when it isn't of this one. */
export function sayVotes({ votes, since }: StatementFinding, language: Language): string {
  const word = opinionWords(language)
  const said = votes === null ? word['too-few'] : formatNumber(votes, 0, language)
  return since === undefined ? said : `${said} ${word.since(formatNumber(since, 0, language))}`
}
