import { z } from 'zod'
import { dayField, identityField, optionalText, requiredText } from '#kernel/fields'

const wholeNumber = (least: number, most: number) => z.coerce.number('not-a-number').int('not-a-number').min(least, 'not-a-number').max(most, 'not-a-number')
// As much as a form may hold.
const longestList = 250_000

export const mailedCodesForm = z.object({
  dialogueId: identityField,
  addresses: requiredText(longestList),
  unit: optionalText(120),
  expiresOn: dayField,
  /** Days between two letters, at the least. */
  remindEvery: wholeNumber(1, 90),
  remindAtMost: wholeNumber(0, 5),
})
const address = z.email('not-an-email').max(200, 'too-long')
export const isEmail = (text: string) => address.safeParse(text).success
const email = z.string().trim().pipe(address)
export const resendForm = z.object({ dialogueId: identityField, email })
export const holderRevocationForm = resendForm.extend({ reason: requiredText(500) })
