import { z } from 'zod'
import { identityField, numberField, requiredText } from '#kernel/fields'

const stance = z.union([z.literal('').transform(() => null), z.enum(['keep', 'leave', 'want']), z.null()])
const readings = z
  .array(z.object({ themeId: identityField, stance }))
  .max(8, 'too-many')
  .refine((codes) => new Set(codes.map(({ themeId }) => themeId)).size === codes.length, 'same-theme-twice')

export const roundForm = z.object({
  processId: identityField,
  coderIds: z
    .array(identityField)
    .length(2, 'two-coders')
    .refine(([one, other]) => one !== other, 'two-coders'),
  size: numberField.refine((size) => Number.isInteger(size) && size >= 10 && size <= 1000, 'sample-size'),
  wanted: numberField.refine((wanted) => wanted >= 0 && wanted <= 1, 'wanted-alpha'),
})
export const roundReadingForm = z.object({
  roundId: identityField,
  statementId: identityField,
  readings: readings.min(1, 'no-theme'),
})
export const roundNoiseForm = z.object({ roundId: identityField, statementId: identityField, reason: requiredText(300) })
export const settlingForm = z.object({ roundId: identityField, statementId: identityField, readings: readings.min(1, 'no-theme') })
export const settlingNoiseForm = z.object({ roundId: identityField, statementId: identityField, reason: requiredText(300) })
export const roundIdForm = z.object({ roundId: identityField })
