import { z } from 'zod'
import { identityField, numberField } from '#kernel/fields'

/** A suggestion as it was shown to the coder. */
export const shownSuggestion = z.object({ themeId: identityField, certainty: z.number().min(0).max(1), learntFrom: z.number().int().min(0) })
export const refusalForm = z.object({ statementId: identityField, shown: shownSuggestion })
export const blindForm = z.object({ processId: identityField, isBlind: z.boolean() })
export const bulkForm = z.object({ processId: identityField, certainty: numberField.refine((percent) => percent >= 50 && percent <= 100, 'certainty') })
export const judgingForm = z.object({
  bulkId: identityField,
  judgements: z
    .array(z.object({ statementId: identityField, isRight: z.boolean() }))
    .min(1, 'nothing-judged')
    .max(100, 'too-many'),
})
export const bulkDecisionForm = z.object({ bulkId: identityField, outcome: z.enum(['accepted', 'declined']) })
export const bulkIdForm = z.object({ bulkId: identityField })
