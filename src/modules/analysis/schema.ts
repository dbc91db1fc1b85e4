import { z } from 'zod'
import { identityField, requiredText, slugField } from '#kernel/fields'

const stances = ['keep', 'leave', 'want'] as const

const theme = { name: requiredText(80), definition: requiredText(600), whenToUse: requiredText(600), whenNot: requiredText(600) }

export const themeForm = z.object({ ...theme, processId: identityField, slug: slugField })
export const themeEditForm = z.object({ ...theme, themeId: identityField, revision: z.coerce.number().int().min(1) })
export const codingForm = z.object({
  statementId: identityField,
  themeIds: z.array(identityField).min(1, 'no-theme').max(8, 'too-many'),
  stance: z.union([z.literal('').transform(() => null), z.enum(stances)]),
})
export const withdrawalForm = z.object({ codingId: identityField })
export const setAsideForm = z.object({ statementId: identityField, reason: requiredText(300) })
export const opinionFreezingForm = z.object({ dialogueId: identityField })
export const freezingForm = z.object({ processId: identityField })
