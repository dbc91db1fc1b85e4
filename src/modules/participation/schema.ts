import { z } from 'zod'
import { dayField, identityField, optionalText, requiredText, slugField } from '#kernel/fields'
import { lowestThreshold } from './rules/threshold.ts'

const wholeNumber = (least: number, most: number) => z.coerce.number('not-a-number').int('not-a-number').min(least, 'not-a-number').max(most, 'not-a-number')

export const groupForm = z
  .object({
    processId: identityField,
    key: slugField,
    name: requiredText(80),
    unit: z.enum(['persons', 'notes']),
    size: z
      .union([z.literal('').transform(() => null), wholeNumber(1, 1_000_000)])
      .nullish()
      .transform((size) => size ?? null),
    census: z.boolean().default(false),
    children: z.boolean().default(false),
    threshold: z.union([z.literal('').transform(() => undefined), wholeNumber(0, 1000)]).optional(),
  })
  .refine((group) => group.threshold === undefined || group.threshold >= lowestThreshold(group), { message: 'threshold-too-low', path: ['threshold'] })

export const thresholdForm = z.object({ groupId: identityField, threshold: wholeNumber(0, 1000) })

// In a draft a text may wait. What is missing is told when the dialogue is to be opened.
const draftText = (most: number) => optionalText(most).transform((text) => text ?? '')

const question = z.object({
  wording: requiredText(300),
  wordingEnglish: optionalText(300),
  hint: optionalText(300),
  hintEnglish: optionalText(300),
  stance: z.enum(['keep', 'leave', 'want']).nullable(),
  axis: z.enum(['place', 'workplace']).default('place'),
  maxLines: wholeNumber(1, 10).default(3),
})

export const dialogueForm = z
  .object({
    processId: identityField,
    stepId: identityField,
    groupId: identityField,
    slug: slugField,
    title: requiredText(120),
    titleEnglish: optionalText(120),
    kind: z.enum(['survey', 'notes']),
    information: draftText(3000),
    informationEnglish: optionalText(3000),
    promise: draftText(1000),
    promiseEnglish: optionalText(1000),
    contact: draftText(200),
    opensOn: dayField,
    closesOn: dayField,
    questions: z.array(question).max(30, 'too-many'),
  })
  .refine((form) => form.opensOn <= form.closesOn, { message: 'ends-before-it-starts', path: ['closesOn'] })

/** `basis` says which text of the draft the reviser had before them. */
export const revisionForm = dialogueForm.and(z.object({ dialogueId: identityField, basis: z.string() }))

export const openingForm = z.object({ dialogueId: identityField })
export const closingForm = z.object({ dialogueId: identityField, reason: requiredText(500) })
export const noteForm = z.object({
  dialogueId: identityField,
  label: requiredText(120),
  persons: wholeNumber(1, 10_000),
  lines: z.array(z.object({ questionId: identityField, text: z.string() })),
  /** One-time key of the form: a double send finds the first. */
  submissionKey: z.string().optional(),
})

export const reviewForm = z
  .object({
    statementIds: z.array(identityField).min(1, 'nothing-chosen').max(200, 'too-many'),
    verdict: z.enum(['may-be-shown', 'withheld']),
    /** How one statement may be shown. */
    maskedText: optionalText(2000),
    /** How each of several may be shown, by its id. */
    maskedTexts: z.record(z.string(), requiredText(2000)).default({}),
    reason: optionalText(500),
  })
  .refine((form) => form.verdict === 'may-be-shown' || form.reason !== null, { message: 'no-reason', path: ['reason'] })
