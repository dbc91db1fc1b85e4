import { z } from 'zod'
import { identityField, requiredText } from '#kernel/fields'
import { type PurposeName, purposes } from './rules/purposes.ts'

export const uploadForm = z.object({
  purpose: z.enum(Object.keys(purposes) as [PurposeName, ...PurposeName[]]),
  bytes: z.instanceof(Uint8Array, { error: 'no-file' }),
  name: z.string(),
  /** Asked of images only. */
  alt: z.string().trim().max(200, 'too-long').optional(),
  why: requiredText(300),
})
export const altField = requiredText(200)
export const removalForm = z.object({ fileId: identityField, why: requiredText(300) })
export const logoForm = z.object({ fileId: identityField })
export const logoRemovalForm = z.object({ why: requiredText(300) })
