import { z } from 'zod'
import { identityField, requiredText } from '#kernel/fields'

const exchangeFormats = ['qdpx', 'csv', 'xlsx'] as const

export const codingsExportForm = z.object({ processId: identityField, format: z.enum(exchangeFormats), reason: requiredText(500) })
export const beginExchangeForm = z.object({ processId: identityField, fileName: z.string(), bytes: z.instanceof(Uint8Array, { message: 'no-file' }) })
export const takeInExchangeForm = z.object({ exchangeId: identityField })
