import { z } from 'zod'
import { identityField } from '#kernel/fields'

export const proposalRunForm = z.object({ processId: identityField, source: z.enum(['words', 'model']) })
export const runIdForm = z.object({ runId: identityField })
export const proposalForm = z
  .object({ proposalId: identityField, fate: z.enum(['taken', 'merged', 'dropped']), themeId: z.union([z.literal('').transform(() => null), identityField]) })
  .refine(({ fate, themeId }) => (fate === 'dropped') === (themeId === null), { path: ['themeId'], message: 'no-theme' })
