import { z } from 'zod'
import { identityField } from '#kernel/fields'

const token = z.string().max(60, 'not-found')
export const beginImportForm = z.object({ dialogueId: identityField, fileName: z.string(), bytes: z.instanceof(Uint8Array, { message: 'no-file' }) })
export const mapColumnsForm = z.object({ dialogueId: identityField, token, columns: z.array(z.string().max(200)).max(300) })
export const mapWordsForm = z.object({
  dialogueId: identityField,
  token,
  words: z.array(z.object({ question: z.string().max(80), word: z.string().max(5000), choice: z.string().max(80) })).max(500),
})
/** A mapping that somebody has written: what each heading is for, and by the key of the question what its words stand for. */
export const mappingFileForm = z.strictObject({
  columns: z.record(z.string(), z.string()),
  choices: z.record(z.string(), z.record(z.string(), z.string())).default({}),
})
export const takeInForm = z.object({ dialogueId: identityField, token })
