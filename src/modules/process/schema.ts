import { z } from 'zod'
import { isDay } from '#kernel/day'
import { optionalText, requiredText } from '#kernel/fields'

const aDay = z.string().refine(isDay, 'not-a-day')
const slug = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'not-an-address')
  .max(60, 'too-long')
const inOrder = { message: 'ends-before-it-starts', path: ['toDay'] }

export const processForm = z
  .object({
    name: requiredText(120),
    slug,
    purpose: requiredText(2000),
    mandate: requiredText(500),
    mandatedOn: aDay,
    mandateNumber: optionalText(40),
    promise: requiredText(1000),
    follows: optionalText(1000),
    /** First and last day of the whole process: the standard steps are laid out between them, and moved by hand. */
    fromDay: aDay,
    toDay: aDay,
    /** Days of steps that are planned already, by key; the others are laid out evenly. */
    stepDays: z.record(z.string(), z.object({ from: aDay, to: aDay })).optional(),
  })
  .refine((form) => form.fromDay <= form.toDay, inOrder)

export const stepForm = z
  .object({
    processId: z.uuid('not-found'),
    key: slug,
    number: requiredText(6),
    after: z.string(),
    title: requiredText(120),
    who: requiredText(300),
    purpose: requiredText(300),
    focus: requiredText(600),
    fromDay: aDay,
    toDay: aDay,
    reason: requiredText(500),
  })
  .refine((form) => form.fromDay <= form.toDay, inOrder)

export const moveForm = z.object({ stepId: z.uuid('not-found'), fromDay: aDay, toDay: aDay, reason: requiredText(500) }).refine((form) => form.fromDay <= form.toDay, inOrder)

export const closingForm = z
  .object({ stepId: z.uuid('not-found'), outcome: z.enum(['done', 'left-out']), onDay: aDay, reason: optionalText(500) })
  .refine((form) => form.outcome === 'done' || (form.reason ?? '') !== '', { message: 'empty', path: ['reason'] })

export const releaseForm = z.object({ stepId: z.uuid('not-found'), note: optionalText(500) })
