import { z } from 'zod'
import { dayField, requiredText } from '#kernel/fields'

// As much as a form may hold.
const longestTable = 250_000

export const populationForm = z.object({ text: z.string().min(1, 'empty').max(longestTable, 'too-long'), source: requiredText(200), countedOn: dayField })
