import { z } from 'zod'
import { identityField, optionalIdentity, requiredText, slugField } from '#kernel/fields'

const stances = ['keep', 'leave', 'want'] as const

const theme = { name: requiredText(80), definition: requiredText(600), whenToUse: requiredText(600), whenNot: requiredText(600) }

export const themeForm = z.object({ ...theme, processId: identityField, slug: slugField })
export const themeEditForm = z.object({ ...theme, themeId: identityField, revision: z.coerce.number().int().min(1) })
const stance = z.union([z.literal('').transform(() => null), z.enum(stances), z.null()])
const place = z.number().int().min(0).nullable().default(null)
export const readingField = z
  .object({ themeId: identityField, stance, from: place, to: place })
  .refine(({ from, to }) => (from === null) === (to === null) && (from === null || (to !== null && to > from)), { path: ['span'], message: 'span-backwards' })
/** How it stood when the coder looked: a later save than somebody else's is refused with what they did. */
const seen = z.string().max(400).optional()
export const codingForm = z.object({
  statementId: identityField,
  seen,
  readings: z
    .array(readingField)
    .min(1, 'no-theme')
    .max(8, 'too-many')
    .refine((readings) => new Set(readings.map(({ themeId }) => themeId)).size === readings.length, 'same-theme-twice'),
  /** Statements like it, to be read in the same way. */
  alikeIds: z.array(identityField).max(20, 'too-many').default([]),
  suggestion: z.enum(['none', 'hidden', 'seen', 'in-bulk']).default('none'),
})
export const withdrawalForm = z.object({ codingId: identityField })
export const setAsideForm = z.object({ statementId: identityField, reason: requiredText(300), seen })
export const takeBackForm = z.object({ statementId: identityField })
export const undoForm = z.object({ actId: z.coerce.number().int().min(1) })
export const basketForm = z
  .object({ statementId: identityField, from: place, to: place, why: requiredText(300) })
  .refine(({ from, to }) => (from === null) === (to === null) && (from === null || (to !== null && to > from)), { path: ['span'], message: 'span-backwards' })
export const takeOutForm = z.object({ quoteId: identityField })
export const memoForm = z
  .object({ processId: identityField, statementId: optionalIdentity, themeId: optionalIdentity, replaces: optionalIdentity, text: requiredText(4000) })
  .refine(({ statementId, themeId }) => statementId === null || themeId === null)
export const freezingForm = z.object({ processId: identityField })
