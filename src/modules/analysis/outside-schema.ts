import { z } from 'zod'
import { dayField, identityField, optionalIdentity, requiredText } from '#kernel/fields'
import { addressProblem } from './rules/web-address.ts'

/** Left out, or an address that a reader can be shown. */
const address = z
  .string()
  .trim()
  .max(500, 'too-long')
  .default('')
  .transform((written, context) => {
    const problem = written === '' ? undefined : addressProblem(written)
    if (problem) context.addIssue({ code: 'custom', message: problem })
    return written || null
  })

export const outsideSourceForm = z.object({
  processId: identityField,
  /** Of a source that is there, with the version that was edited. */
  sourceId: optionalIdentity,
  revision: z.coerce.number().int().min(0).default(0),
  kind: z.enum(['trend', 'comparison', 'document', 'alternative']),
  claim: requiredText(600),
  source: requiredText(200),
  address,
  datedOn: dayField,
  weight: z.enum(['heavy', 'some', 'light']),
  weightWhy: requiredText(400),
  themeIds: z.array(identityField).max(40, 'too-many').default([]),
})
export const outsideWithdrawalForm = z.object({ sourceId: identityField, reason: requiredText(300) })
