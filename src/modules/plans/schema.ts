import { z } from 'zod'
import { dayField, identityField, optionalIdentity, optionalNumber, optionalText, requiredText } from '#kernel/fields'
import { targetKinds } from './tables.ts'

const provenance = z.enum(['recorded', 'sourced', 'invented']).default('recorded')
const optionalCount = z
  .union([z.literal('').transform(() => null), z.coerce.number().int().min(1)])
  .optional()
  .transform((count) => count ?? null)

export const planForm = z
  .object({
    processId: identityField,
    period: requiredText(60),
    fromDay: dayField,
    toDay: dayField,
    kind: z.enum(['municipal', 'board', 'operations']),
    ownerId: identityField,
    name: requiredText(160),
  })
  .refine((form) => form.fromDay <= form.toDay, { message: 'ends-before-it-starts', path: ['toDay'] })

export const goalForm = z
  .object({
    versionId: identityField,
    number: requiredText(12),
    text: requiredText(600),
    heading: optionalText(120),
    focusAreaId: optionalIdentity,
    responsibleId: identityField,
    rule: z.enum(['all', 'at-least', 'whole']),
    ruleCount: optionalCount,
    partlyFrom: optionalNumber,
    whyWeBelieve: requiredText(600),
    succeedsId: optionalIdentity,
    succeedsHow: z
      .union([z.literal('').transform(() => null), z.enum(['continued', 'split', 'merged', 'dropped'])])
      .optional()
      .transform((how) => how ?? null),
    provenance,
  })
  .refine((form) => (form.rule === 'at-least') === (form.ruleCount !== null), { message: 'count-with-at-least', path: ['ruleCount'] })
  .refine((form) => form.partlyFrom === null || (form.partlyFrom > 0 && form.partlyFrom < 1), { message: 'not-a-share', path: ['partlyFrom'] })

export const targetForm = z
  .object({
    goalId: identityField,
    definitionId: identityField,
    kind: z.enum(targetKinds),
    baselineId: optionalIdentity,
    value: optionalNumber,
    low: optionalNumber,
    high: optionalNumber,
    tolerance: optionalNumber,
    by: requiredText(12),
    provenance,
  })
  .refine((form) => form.kind !== 'reach' || form.baselineId !== null, { message: 'needs-a-baseline', path: ['baselineId'] })
  .refine((form) => !['reach', 'keep-at-most', 'keep-at-least'].includes(form.kind) || form.value !== null, { message: 'empty', path: ['value'] })
  .refine((form) => form.kind !== 'within' || (form.low !== null && form.high !== null && form.low < form.high), { message: 'not-an-interval', path: ['low'] })

export const activityForm = z
  .object({ goalId: identityField, text: requiredText(400), responsibleId: identityField, startsOn: dayField, endsOn: dayField, provenance })
  .refine((form) => form.startsOn <= form.endsOn, { message: 'ends-before-it-starts', path: ['endsOn'] })

export const submissionForm = z.object({ versionId: identityField, matterId: identityField })
export const adoptionForm = z.object({ versionId: identityField, pointId: identityField })
