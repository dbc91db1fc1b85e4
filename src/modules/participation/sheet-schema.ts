import { z } from 'zod'
import { dayField, identityField, requiredText } from '#kernel/fields'
import { isTongue } from '#kernel/languages'
import type { Given } from './rules/check-answers.ts'
import { batchSources } from './tables/sheets.ts'

export const batchForm = z.object({
  dialogueId: identityField,
  source: z.enum(batchSources),
  origin: requiredText(120),
  forms: z.coerce.number('not-a-number').int('not-a-number').min(1, 'not-a-number').max(10_000, 'not-a-number'),
  receivedOn: dayField,
})

/** The number on a form: 007 and 7 are the same, and a7 and A7. */
export const sheetNumber = requiredText(40).transform((text) =>
  text
    .replaceAll(/\s+/g, ' ')
    .toUpperCase()
    .replace(/^0+(?=\d)/, ''),
)

/** What was answered is read by the rules of its questions. */
export const given = z.custom<Given>((value) => typeof value === 'object' && value !== null, 'not-found')

/** The language that a form is written in, as whoever copies it sees. */
const language = z.string().refine(isTongue, 'not-a-language').default('sv')

export const paperForm = z.object({
  batchId: identityField,
  number: sheetNumber,
  /** The receipt code that is printed on the form, when there is one. */
  code: z.string().trim().max(60, 'too-long').default(''),
  given,
  language,
  /** One-time key of the form: a double send finds the first. */
  submissionKey: z.string(),
})
export const paperCorrectionForm = z.object({ batchId: identityField, given, language })
export const setAsideForm = z.object({ batchId: identityField, number: sheetNumber, reason: requiredText(300) })
