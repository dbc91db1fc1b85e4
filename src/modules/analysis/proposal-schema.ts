import { z } from 'zod'
import { identityField } from '#kernel/fields'
import { themeForm } from './schema.ts'

export const proposalRunForm = z.object({ processId: identityField, source: z.enum(['words', 'model']) })
export const runIdForm = z.object({ runId: identityField })
export const proposalForm = z
  .object({ proposalId: identityField, fate: z.enum(['merged', 'dropped']), themeId: z.union([z.literal('').transform(() => null), identityField]) })
  .refine(({ fate, themeId }) => (fate === 'dropped') === (themeId === null), { path: ['themeId'], message: 'no-theme' })
/** A proposal in the words that it is to stand in the codebook with. */
export const takingForm = themeForm.pick({ name: true, definition: true, whenToUse: true, whenNot: true }).extend({ proposalId: identityField })
