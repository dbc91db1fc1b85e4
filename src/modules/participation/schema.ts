import { z } from 'zod'
import { dayField, identityField, optionalText, requiredText, slugField } from '#kernel/fields'

export const groupForm = z.object({
  processId: identityField, key: slugField, name: requiredText(80), unit: z.enum(['persons', 'notes']),
  size: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1)]).optional().transform((size) => size ?? null),
  census: z.boolean().default(false),
  threshold: z.coerce.number().int().min(5, 'threshold-too-low').max(1000).default(5),
})

const question = z.object({
  wording: requiredText(300), wordingEnglish: optionalText(300), hint: optionalText(300), hintEnglish: optionalText(300),
  stance: z.enum(['keep', 'leave', 'want']).nullable(), axis: z.enum(['place', 'workplace']).default('place'), maxLines: z.coerce.number().int().min(1).max(10).default(3),
})

export const dialogueForm = z
  .object({
    processId: identityField, stepId: identityField, groupId: identityField, slug: slugField, title: requiredText(120), titleEnglish: optionalText(120), kind: z.enum(['survey', 'notes']),
    information: requiredText(3000), informationEnglish: optionalText(3000), promise: requiredText(1000), promiseEnglish: optionalText(1000), contact: requiredText(200),
    opensOn: dayField, closesOn: dayField, questions: z.array(question).min(1, 'no-questions').max(30, 'too-many'),
  })
  .refine((form) => form.opensOn <= form.closesOn, { message: 'ends-before-it-starts', path: ['closesOn'] })

export const openingForm = z.object({ dialogueId: identityField })
export const closingForm = z.object({ dialogueId: identityField, reason: requiredText(500) })
export const noteForm = z.object({
  dialogueId: identityField, label: requiredText(120), persons: z.coerce.number().int('not-a-number').min(1, 'not-a-number').max(10_000, 'not-a-number'),
  lines: z.array(z.object({ questionId: identityField, text: z.string() })),
})
export const reviewForm = z.object({ statementIds: z.array(identityField).min(1, 'nothing-chosen').max(200), verdict: z.enum(['may-be-shown', 'withheld']), maskedText: optionalText(2000), reason: optionalText(500) })
