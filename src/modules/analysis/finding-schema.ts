import { z } from 'zod'
import { identityField, optionalIdentity, optionalText, requiredText } from '#kernel/fields'

/** A theme, or a theme and a group with a full stop between. */
const figure = z.string().transform((written, context) => {
  const [theme = '', group] = written.split('.')
  const read = z.tuple([z.uuid(), z.uuid().optional()]).safeParse([theme, group])
  if (read.success) return { themeId: theme, groupId: group ?? null }
  context.addIssue({ code: 'custom', message: 'not-found' })
  return z.NEVER
})

export const findingForm = z.object({
  processId: identityField,
  /** Of a finding that is there, with the version that was edited. */
  findingId: optionalIdentity,
  revision: z.coerce.number().int().min(0).default(0),
  question: z.enum(['most-agreed', 'strongest-values', 'trust', 'unlike-others', 'take-further']),
  claim: requiredText(400),
  whoDisagrees: requiredText(1000),
  notKnown: requiredText(1000),
  figures: z.array(figure).min(1, 'no-figure').max(20, 'too-many-figures'),
  statementIds: z.array(identityField).max(8, 'too-many-quotes').default([]),
  sourceIds: z.array(identityField).max(20, 'too-many-sources').default([]),
})
export const findingReviewForm = z
  .object({
    findingId: identityField,
    revision: z.coerce.number().int().min(1),
    verdict: z.enum(['approved', 'sent-back']),
    reason: optionalText(1000),
  })
  .refine(({ verdict, reason }) => verdict === 'approved' || reason !== null, { path: ['reason'], message: 'say-why' })
export const findingVersionForm = z.object({ findingId: identityField, revision: z.coerce.number().int().min(1) })
export const findingWithdrawalForm = z.object({ findingId: identityField, reason: requiredText(600) })
export const methodForm = z.object({ processId: identityField })
