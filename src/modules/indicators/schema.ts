import { z } from 'zod'
import { dayField, identityField, optionalIdentity, optionalNumber, optionalText, requiredText, slugField } from '#kernel/fields'
import { isPeriod } from './rules/period.ts'
import { absences } from './tables.ts'

const definition = {
  title: requiredText(200),
  description: requiredText(4000),
  unit: requiredText(40),
  decimals: z.coerce.number().int().min(0).max(4).default(1),
  source: requiredText(200),
  externalCode: optionalText(40),
  validFrom: dayField,
}

export const indicatorForm = z.object({
  ...definition,
  name: requiredText(160),
  slug: slugField,
  level: z.enum(['society', 'service']),
  influence: requiredText(500),
  desired: z.enum(['up', 'down', 'none']),
  keeperId: optionalIdentity,
})

export const definitionForm = z.object({ ...definition, indicatorId: identityField, breaksSeries: z.boolean(), bridge: optionalText(2000) })

export const measurementForm = z
  .object({
    definitionId: identityField,
    period: z.string().trim().refine(isPeriod, 'not-a-period'),
    cell: optionalText(80).transform((text) => text ?? ''),
    value: optionalNumber,
    absence: z
      .union([z.literal('').transform(() => null), z.enum(absences)])
      .optional()
      .transform((absence) => absence ?? null),
    preliminary: z.boolean().default(false),
    margin: optionalNumber,
    source: requiredText(300),
    reason: optionalText(500),
    provenance: z.enum(['recorded', 'sourced', 'invented']).default('recorded'),
  })
  .refine((form) => (form.value === null) !== (form.absence === null), { message: 'value-or-absence', path: ['value'] })

export const baselineForm = z.object({
  measurementId: identityField,
  method: requiredText(500),
  n: z
    .union([z.literal('').transform(() => null), z.coerce.number().int().min(1)])
    .optional()
    .transform((n) => n ?? null),
})
