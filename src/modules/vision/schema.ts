import { z } from 'zod'
import { identityField, requiredText, slugField } from '#kernel/fields'
import { splitPhrases } from './rules/split-phrases.ts'

const provenance = z.enum(['recorded', 'sourced', 'invented']).default('recorded')
// A phrase is a few words of a vision, not a paragraph.
const phrases = requiredText(4000)
  .transform(splitPhrases)
  .refine((lines) => lines.length <= 40 && lines.every((line) => line.length <= 400), 'too-long')

export const proposalForm = z.object({ processId: identityField, slug: slugField, name: requiredText(120), text: phrases, provenance })
export const phrasesForm = z.object({ proposalId: identityField, text: phrases, revision: z.coerce.number().int().min(1) })
export const rootForm = z.object({ phraseId: identityField, themeId: identityField })
export const quoteForm = z.object({ phraseId: identityField, statementId: identityField })
export const submissionForm = z.object({ proposalId: identityField, matterId: identityField })
export const adoptionForm = z.object({ versionId: identityField, pointId: identityField })
export const focusAreaForm = z.object({
  processId: identityField,
  slug: slugField,
  number: z.coerce.number().int().min(1).max(99),
  name: requiredText(120),
  description: requiredText(2000),
  phraseIds: z.array(identityField).max(40),
  provenance,
})
export const focusAdoptionForm = z.object({ processId: identityField, pointId: identityField })
