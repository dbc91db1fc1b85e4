import { z } from 'zod'
import { dayField, identityField, optionalText, requiredText } from '#kernel/fields'
import { isTongue } from '#kernel/languages'
import { concepts } from '#kernel/terms'
import { type SquareSide, squareSides } from './rules/draw-map.ts'
import { dataClasses, retentionRules } from './tables.ts'

// A word is letters, with a space or a hyphen between: it is written into sentences and documents as it is.
const word = requiredText(40)
  .regex(/^\p{L}+(?:[ -]\p{L}+)*$/u, 'not-a-word')
  .transform((text) => text.toLowerCase())

export const termForm = z.object({
  concept: z.enum(concepts),
  one: word,
  the: word,
  many: word,
  allThe: word,
  gender: z.enum(['en', 'ett']),
  english: word,
  englishMany: word,
})

export const organRenamingForm = z.object({ organId: identityField, name: requiredText(120), validFrom: dayField })
export const organEndingForm = z.object({ organId: identityField, lastDay: dayField, heirId: z.union([z.literal('').transform(() => null), identityField]) })

export const placesForm = z.object({ lines: requiredText(20_000) })
export const mapForm = z.object({
  text: z.string().min(1, 'no-file'),
  source: requiredText(120),
  side: z.coerce.number().refine((side): side is SquareSide => squareSides.some((each) => each === side), 'not-a-side'),
})
export const placeForm = z.object({ placeId: identityField })

const wholeNumber = (least: number, most: number) => z.coerce.number('not-a-number').int('not-a-number').min(least, 'not-a-number').max(most, 'not-a-number')

export const retentionForm = z
  .object({
    dataClass: z.enum(dataClasses),
    rule: z.enum(retentionRules),
    years: z.union([z.literal('').transform(() => null), wholeNumber(1, 100)]).optional(),
    decision: optionalText(300),
  })
  .transform(({ years, ...rest }) => ({ ...rest, years: rest.rule === 'after-years' ? (years ?? null) : null }))
  .refine((form) => form.rule !== 'after-years' || form.years !== null, { message: 'years-missing', path: ['years'] })
  .refine((form) => form.rule === 'kept' || form.decision !== null, { message: 'decision-missing', path: ['decision'] })

export const floorForm = z
  .object({ adults: wholeNumber(5, 1000), children: wholeNumber(10, 1000) })
  .refine((form) => form.children >= form.adults, { message: 'children-below-adults', path: ['children'] })

/** Tags as BCP 47 writes them; Swedish is always among them. */
export const languagesForm = z.object({
  tags: z
    .array(z.string().refine(isTongue, 'not-a-language'))
    .max(30, 'too-many')
    .transform((tags) => ['sv', ...new Set(tags.filter((tag) => tag !== 'sv'))]),
})
