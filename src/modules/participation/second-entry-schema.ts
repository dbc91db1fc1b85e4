import { z } from 'zod'
import { identityField } from '#kernel/fields'
import { given, sheetNumber } from './sheet-schema.ts'
import { settlements } from './tables/second-entries.ts'

export const sampleForm = z.object({ batchId: identityField, size: z.coerce.number('not-a-number').int('not-a-number').min(1, 'not-a-number').max(10_000, 'not-a-number') })
export const secondEntryForm = z.object({ batchId: identityField, number: sheetNumber, given })
/** What holds of each question where the two entries differ, by its id; `other` is what stands in its field. */
export const settlementForm = z.object({
  batchId: identityField,
  sheetId: identityField,
  holds: z.record(z.string(), z.enum(settlements).exclude(['gone'])),
  written: z.record(z.string(), z.array(z.string())),
})
