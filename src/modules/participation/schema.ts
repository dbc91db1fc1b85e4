import { z } from 'zod'
import { dayField, identityField, optionalText, requiredText, slugField } from '#kernel/fields'
import { questionField, withKeys } from './question-schema.ts'
import { retentions } from './rules/retention.ts'
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

const clockField = (latest: RegExp) => z.string().trim().regex(latest, 'not-a-time')
const untilMidnight = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

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
    legalBasis: draftText(500),
    retention: z.enum(retentions).default('kept'),
    retentionYears: z
      .union([z.literal('').transform(() => null), wholeNumber(1, 50)])
      .nullish()
      .transform((years) => years ?? null),
    draftDays: wholeNumber(1, 90).default(14),
    figuresWhileOpen: z.boolean().default(false),
    opensOn: dayField,
    opensTime: clockField(/^([01]\d|2[0-3]):[0-5]\d$/).default('00:00'),
    closesOn: dayField,
    closesTime: clockField(untilMidnight).default('24:00'),
    questions: z.array(questionField).max(60, 'too-many'),
  })
  .refine((form) => `${form.opensOn} ${form.opensTime}` < `${form.closesOn} ${form.closesTime}`, { message: 'ends-before-it-starts', path: ['closesOn'] })
  .refine((form) => new Set(form.questions.flatMap(({ key }) => key ?? [])).size === form.questions.filter(({ key }) => key).length, { message: 'same-key', path: ['questions'] })
  .refine((form) => form.retention !== 'after-years' || form.retentionYears !== null, { message: 'empty', path: ['retentionYears'] })
  .transform((form) => ({ ...form, retentionYears: form.retention === 'after-years' ? form.retentionYears : null, questions: withKeys(form.questions) }))

/** `basis` says which text of the draft the reviser had before them. */
export const revisionForm = dialogueForm.and(z.object({ dialogueId: identityField, basis: z.string() }))

export const openingForm = z.object({ dialogueId: identityField })
export const extensionForm = z.object({ dialogueId: identityField, closesOn: dayField, closesTime: clockField(untilMidnight).default('24:00'), reason: requiredText(500) })
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
