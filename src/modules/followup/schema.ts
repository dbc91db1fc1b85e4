import { z } from 'zod'
import { dayField, identityField, optionalText, requiredText } from '#kernel/fields'
import { activityStates, verdicts } from './tables.ts'

export const roundForm = z
  .object({
    planVersionId: identityField,
    name: requiredText(80),
    kind: z.enum(['T1', 'half-year', 'year', 'monthly']),
    covers: requiredText(12),
    opensOn: dayField,
    closesOn: dayField,
  })
  .refine((form) => form.opensOn <= form.closesOn, { message: 'ends-before-it-starts', path: ['closesOn'] })

export const judgementForm = z.object({
  roundId: identityField,
  goalId: identityField,
  kind: z.enum(['forecast', 'outcome']),
  judged: z.enum(verdicts),
  motivation: optionalText(4000),
  /** The revision the form was drawn from; 0 when there was none. */
  revision: z.coerce.number().int().min(0),
  provenance: z.enum(['recorded', 'sourced', 'invented']).default('recorded'),
})

export const statusForm = z.object({ roundId: identityField, activityId: identityField, status: z.enum(activityStates), comment: optionalText(1000) })
export const lockingForm = z.object({ roundId: identityField })
export const reopeningForm = z.object({ roundId: identityField, reason: requiredText(500) })
