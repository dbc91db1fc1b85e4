import { z } from 'zod'
import { otherTongues } from '#kernel/languages'

const writing = z.string().trim().min(1, 'empty').max(6000, 'too-long')

export const translationForm = z.object({
  language: z.enum(otherTongues, 'not-found'),
  original: z.string().min(1, 'empty'),
  text: writing,
  place: z.string().min(1, 'not-found').max(200, 'not-found'),
  madeBy: z.enum(['person', 'machine'], 'not-found'),
})
