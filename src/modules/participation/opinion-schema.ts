import { z } from 'zod'
import { identityField, optionalIdentity, optionalText, requiredText } from '#kernel/fields'

/** A statement that whoever asks puts in: its words, and where they come from; a quote is named by what was said. */
export const opinionStatementForm = z
  .object({
    dialogueId: identityField,
    text: requiredText(200),
    textEnglish: optionalText(200),
    source: optionalText(200).transform((source) => source ?? ''),
    quoteId: optionalIdentity,
  })
  .refine(({ source, quoteId }) => quoteId !== null || source !== '', { message: 'empty', path: ['source'] })
export const opinionWithdrawalForm = z.object({ statementId: identityField, reason: requiredText(300) })
export const acceptanceForm = z.object({ proposalId: identityField })
export const rejectionForm = z.object({ proposalId: identityField, reason: requiredText(300) })
export const ownStatementField = requiredText(200)
