import { z } from 'zod'
import { dayField, identityField, optionalText, requiredText, slugField } from '#kernel/fields'
import { questionField, showIfField, withKeys } from './question-schema.ts'
import { causes } from './rules/cause.ts'
import { dialogueKinds } from './rules/dialogue-kind.ts'
import { mostQuestions } from './rules/question.ts'
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

// Words that stand in addresses where the name of a dialogue could.
const reserved: ReadonlySet<string> = new Set(['ny', 'forhandsvisning'])
const beginning = {
  processId: identityField,
  stepId: identityField,
  groupId: identityField,
  slug: slugField.refine((slug) => !reserved.has(slug), 'taken'),
  title: requiredText(120),
  kind: z.enum(dialogueKinds),
  opensOn: dayField,
  closesOn: dayField,
}
const texts = {
  ...beginning,
  titleEnglish: optionalText(120),
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
  opensTime: clockField(/^([01]\d|2[0-3]):[0-5]\d$/).default('00:00'),
  closesTime: clockField(untilMidnight).default('24:00'),
}
type Timed = { readonly opensOn: string; readonly opensTime: string; readonly closesOn: string; readonly closesTime: string }
const endsAfterItStarts = (form: Timed) => `${form.opensOn} ${form.opensTime}` < `${form.closesOn} ${form.closesTime}`
const hasItsYears = (form: { readonly retention: string; readonly retentionYears: number | null }) => form.retention !== 'after-years' || form.retentionYears !== null
const onlyItsYears = <Form extends { readonly retention: string; readonly retentionYears: number | null }>(form: Form) => ({
  ...form,
  retentionYears: form.retention === 'after-years' ? form.retentionYears : null,
})

export const dialogueForm = z
  .object({ ...texts, questions: z.array(questionField).max(mostQuestions, 'too-many') })
  .refine(endsAfterItStarts, { message: 'ends-before-it-starts', path: ['closesOn'] })
  .refine((form) => new Set(form.questions.flatMap(({ key }) => key ?? [])).size === form.questions.filter(({ key }) => key).length, { message: 'same-key', path: ['questions'] })
  .refine(hasItsYears, { message: 'empty', path: ['retentionYears'] })
  .transform((form) => ({ ...onlyItsYears(form), questions: withKeys(form.questions) }))

/** The texts and times of a draft. `basis` says which of them the reviser had before them. */
export const revisionForm = z
  .object({ ...texts, dialogueId: identityField, basis: z.string() })
  .refine(endsAfterItStarts, { message: 'ends-before-it-starts', path: ['closesOn'] })
  .refine(hasItsYears, { message: 'empty', path: ['retentionYears'] })
  .transform(onlyItsYears)

/** A dialogue made of another: what is its own, and whose texts and questions it begins with. */
export const copyForm = z
  .object({ ...beginning, from: identityField })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, { message: 'ends-before-it-starts', path: ['closesOn'] })

export const additionForm = z.object({ dialogueId: identityField, after: z.string().optional(), question: questionField })
export const editionForm = z.object({ dialogueId: identityField, key: slugField, basis: z.string(), question: questionField })
export const moveForm = z.object({ dialogueId: identityField, key: slugField, to: z.enum(['up', 'down']) })
export const questionOfForm = z.object({ dialogueId: identityField, key: slugField })
export const removalForm = z.object({ dialogueId: identityField, key: slugField, basis: z.string() })
export const conditionForm = z.object({ dialogueId: identityField, key: slugField, showIf: showIfField.nullable() })
export const shareForm = z.object({ dialogueId: identityField, days: wholeNumber(1, 30) })
export const revocationForm = z.object({ dialogueId: identityField, tokenHash: z.string() })

const label = z.object({ label: requiredText(200), labelEnglish: optionalText(200) })
/** New words of one question after the opening. What is chosen among is named by its keys. */
export const correctionForm = z.object({
  dialogueId: identityField,
  key: slugField,
  basis: z.string(),
  wording: requiredText(300),
  wordingEnglish: optionalText(300),
  hint: optionalText(1000),
  hintEnglish: optionalText(1000),
  choices: z.record(z.string(), label).default({}),
  rows: z.record(z.string(), label).default({}),
  leastLabel: optionalText(60),
  leastLabelEnglish: optionalText(60),
  mostLabel: optionalText(60),
  mostLabelEnglish: optionalText(60),
  unit: optionalText(30),
  unitEnglish: optionalText(30),
  reason: requiredText(500),
})

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
    /** By the id of each, the review that held when its form was drawn; empty for none. */
    seen: z.record(z.string(), z.string()).default({}),
    /** How one statement may be shown. */
    maskedText: optionalText(5000),
    /** How each of several may be shown, by its id. */
    maskedTexts: z.record(z.string(), requiredText(5000)).default({}),
    /** Why, from the list; a reason in words of one's own alone is another. */
    cause: z
      .union([z.literal('').transform(() => null), z.enum(causes)])
      .nullish()
      .transform((cause) => cause ?? null),
    reason: optionalText(500),
  })
  .transform((form) => ({ ...form, cause: form.cause ?? (form.reason === null ? null : ('other' as const)) }))
  .refine((form) => form.verdict === 'may-be-shown' || form.cause !== null, { message: 'no-cause', path: ['cause'] })
  .refine((form) => form.cause !== 'other' || form.reason !== null, { message: 'no-own-words', path: ['reason'] })

export const originalForm = z.object({ statementId: identityField, reason: requiredText(500) })
export const mostOfTranslation = 5000
export const statementTranslationForm = z.object({ statementId: identityField, text: requiredText(mostOfTranslation) })

export const pictureRemovalForm = z.object({ pictureId: identityField, why: requiredText(300) })
