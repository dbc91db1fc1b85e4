import { z } from 'zod'
import { identityField, optionalIdentity, optionalText, requiredText, slugField } from '#kernel/fields'
import { shownSuggestion } from './suggestion-schema.ts'

const stances = ['keep', 'leave', 'want'] as const

const theme = {
  name: requiredText(80),
  definition: requiredText(600),
  whenToUse: requiredText(600),
  whenNot: requiredText(600),
  examples: optionalText(600).transform((text) => text ?? ''),
}

/** Where in the codebook: a dimension, and the theme that it is a part of, if any. */
const placeInBook = { dimension: requiredText(40).default('tema'), parentId: optionalIdentity }

export const themeForm = z.object({
  ...theme,
  ...placeInBook,
  processId: identityField,
  /** Made of the name when it is left out. */
  slug: z.union([z.literal(''), slugField]).optional(),
  /** A heading only holds others. */
  isCodable: z.boolean().default(true),
  /** The identity that it has in a codebook that is taken in. */
  id: identityField.optional(),
})
export const themeEditForm = z.object({ ...theme, themeId: identityField, revision: z.coerce.number().int().min(1) })
export const themeMoveForm = z.object({ ...placeInBook, themeId: identityField, reason: requiredText(300) })
export const themeMergeForm = z.object({ themeId: identityField, intoThemeId: identityField, reason: requiredText(300) })
export const themeRetireForm = z.object({ themeId: identityField, reason: requiredText(300) })
export const themeSplitForm = z.object({
  ...theme,
  themeId: identityField,
  reason: requiredText(300),
  statementIds: z.array(identityField).min(1, 'no-statement').max(5000, 'too-many'),
})
export const codebookForm = z.object({ processId: identityField })
export const codebookFreezingForm = z.object({ processId: identityField, note: requiredText(300) })
const stance = z.union([z.literal('').transform(() => null), z.enum(stances), z.null()])
const offset = z.number().int().min(0).nullable().default(null)
const readingField = z
  .object({ themeId: identityField, stance, from: offset, to: offset })
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
  /** The suggestions that the coder had before them. */
  shown: z.array(shownSuggestion).max(8, 'too-many').default([]),
})
export const withdrawalForm = z.object({ codingId: identityField })
export const setAsideForm = z.object({ statementId: identityField, reason: requiredText(300), seen })
export const takeBackForm = z.object({ statementId: identityField })
export const undoForm = z.object({ actId: z.coerce.number().int().min(1) })
export const basketForm = z
  .object({ statementId: identityField, from: offset, to: offset, why: requiredText(300) })
  .refine(({ from, to }) => (from === null) === (to === null) && (from === null || (to !== null && to > from)), { path: ['span'], message: 'span-backwards' })
export const takeOutForm = z.object({ quoteId: identityField })
export const mostMemoLetters = 4000
export const memoForm = z
  .object({ processId: identityField, statementId: optionalIdentity, themeId: optionalIdentity, replaces: optionalIdentity, text: requiredText(mostMemoLetters) })
  .refine(({ statementId, themeId }) => statementId === null || themeId === null)
export const opinionFreezingForm = z.object({ dialogueId: identityField })
export const freezingForm = z.object({ processId: identityField })
