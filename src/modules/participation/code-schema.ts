import { z } from 'zod'
import { dayField, identityField, requiredText } from '#kernel/fields'

export const codeBatchForm = z.object({
  dialogueId: identityField,
  unit: requiredText(120),
  count: z.coerce.number('not-a-number').int('not-a-number').min(1, 'not-a-number').max(5000, 'not-a-number'),
  expiresOn: dayField,
  /** One-time key of the form: a double send gives the same codes. */
  formKey: z.string().regex(/^[\w-]{22,64}$/),
})
export const codeRevocationForm = z.object({ dialogueId: identityField, code: requiredText(60), reason: requiredText(500) })
