import { z } from 'zod'
import { requiredText } from '#kernel/fields'
import { otherTongues } from '#kernel/languages'

const writing = requiredText(6000)

export const translationForm = z.object({
  language: z.enum(otherTongues, 'not-found'),
  original: requiredText(6000),
  text: writing,
  place: z.string().regex(/^[\w:-]{1,200}$/, 'not-found'),
  madeBy: z.enum(['person', 'machine'], 'not-found'),
})
