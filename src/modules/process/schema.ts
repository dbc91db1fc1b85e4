import { z } from 'zod'
import { isDay } from '#kernel/day'

const line = (most: number) => z.string().trim().min(1, 'empty').max(most, 'too-long')
const aDay = z.string().refine(isDay, 'not-a-day')
const slug = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'not-an-address')
  .max(60, 'too-long')
const inOrder = { message: 'ends-before-it-starts', path: ['toDay'] }

export const processForm = z
  .object({
    name: line(120),
    slug,
    purpose: line(2000),
    mandate: line(500),
    mandatedOn: aDay,
    mandateNumber: z.string().trim().max(40, 'too-long').optional(),
    promise: line(1000),
    follows: z.string().trim().max(1000, 'too-long').optional(),
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
    number: line(6),
    after: z.string(),
    title: line(120),
    who: line(300),
    purpose: line(300),
    focus: line(600),
    fromDay: aDay,
    toDay: aDay,
    reason: line(500),
  })
  .refine((form) => form.fromDay <= form.toDay, inOrder)

export const moveForm = z.object({ stepId: z.uuid('not-found'), fromDay: aDay, toDay: aDay, reason: line(500) }).refine((form) => form.fromDay <= form.toDay, inOrder)

export const closingForm = z
  .object({ stepId: z.uuid('not-found'), outcome: z.enum(['done', 'left-out']), onDay: aDay, reason: z.string().trim().max(500, 'too-long').optional() })
  .refine((form) => form.outcome === 'done' || (form.reason ?? '') !== '', { message: 'empty', path: ['reason'] })

export const releaseForm = z.object({ stepId: z.uuid('not-found'), note: z.string().trim().max(500, 'too-long').optional() })
