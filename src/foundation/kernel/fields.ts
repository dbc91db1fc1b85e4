import { z } from 'zod'
import { type Day, isDay } from './day.ts'

// Characters that no text of ours may hold: NUL, which the database refuses, and other controls but tab and line end.
const unacceptable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

const acceptable = (text: string) => text.isWellFormed() && !unacceptable.test(text)

/** A text that must be there: trimmed, at most so long, of characters that can be stored and shown. */
export const requiredText = (most: number) => z.string().trim().min(1, 'empty').max(most, 'too-long').refine(acceptable, 'unacceptable-characters')

/** A text that may be left out; then it is null. */
export const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'too-long')
    .refine(acceptable, 'unacceptable-characters')
    .optional()
    .transform((text) => text || null)

/** A calendar day, as a form sends it. */
export const dayField = z
  .string()
  .refine(isDay, 'not-a-day')
  .transform((text) => text as Day)

/** An identity. Anything that isn't one is answered as non-existing. */
export const identityField = z.uuid('not-found')

/** An identity that may be left out. */
export const optionalIdentity = z
  .union([z.literal('').transform(() => null), z.uuid('not-found')])
  .optional()
  .transform((id) => id ?? null)

/** A part of an address: small letters, digits and hyphens. */
export const slugField = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'not-an-address')
  // What is looked up by it would find what every object has ("constructor").
  .refine((text) => !(text in {}), 'not-an-address')
  .max(60, 'too-long')

/** A number as Swedes write it: a decimal comma or point, spaces between thousands, a minus of either kind. */
export const numberField = z
  .string()
  .trim()
  .min(1, 'empty')
  .transform((text, context) => {
    const number = Number(
      text
        .replaceAll(/[\s\u00a0\u202f]/g, '')
        .replace('\u2212', '-')
        .replace(',', '.'),
    )
    if (!/[0-9]/.test(text) || !Number.isFinite(number)) {
      context.addIssue({ code: 'custom', message: 'not-a-number' })
      return z.NEVER
    }
    return number
  })

/** A number that may be left out. */
export const optionalNumber = z
  .union([z.literal('').transform(() => null), numberField])
  .optional()
  .transform((number) => number ?? null)
