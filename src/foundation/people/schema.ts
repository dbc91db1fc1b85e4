import { z } from 'zod'
import { roles } from '#kernel/actor'
import { isDay } from '#kernel/day'
import { dayField, optionalText, requiredText } from '#kernel/fields'
import { accentContrast } from './accent-colours.ts'
import { conformities, faultReasons, organKinds } from './tables.ts'

const aDay = z.string().refine(isDay, 'not-a-day')

export const organForm = z.object({
  key: z
    .string()
    .trim()
    .regex(/^[a-z0-9-]{1,40}$/, 'not-a-key'),
  name: requiredText(120),
  kind: z.enum(organKinds),
  validFrom: aDay,
})
export const invitationForm = z.object({ name: requiredText(120), email: z.email('not-an-email').max(200), organId: z.uuid('not-found'), role: z.enum(roles) })
export const assignmentForm = z.object({ personId: z.uuid('not-found'), organId: z.uuid('not-found'), role: z.enum(roles) })
export const firstAdministratorForm = z.object({ municipality: requiredText(80), name: requiredText(120), email: z.email('not-an-email').max(200) })
export const settingsForm = z.object({
  name: requiredText(80),
  accent: z
    .string()
    .trim()
    .toLowerCase()
    .transform((colour) => colour.replace(/^#/, ''))
    .refine((colour) => colour === '' || /^[0-9a-f]{6}$/.test(colour), 'not-a-colour')
    .refine((colour) => colour === '' || !/^[0-9a-f]{6}$/.test(colour) || accentContrast(`#${colour}`, 'light') >= 4.5, 'not-readable'),
  contact: z.union([z.literal(''), z.email('not-an-email').max(200)]),
})
export const passkeyForm = z.object({ name: requiredText(60) })
export const passkeyRemovalForm = z.object({ passkeyId: z.uuid('not-found') })
const bytes = z
  .string()
  .max(8_000)
  .regex(/^[\w-]+$/)
// What a browser answers for a passkey, as our script sends it: JSON in a field of a form.
const inJson = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue('not-json')
      return z.NEVER
    }
  })
const credential = { id: bytes, rawId: bytes, type: z.literal('public-key') }
export const newPasskeyProof = inJson.pipe(z.object({ ...credential, response: z.object({ clientDataJSON: bytes, attestationObject: bytes }) }))
export const passkeyProof = inJson.pipe(z.object({ ...credential, response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes }) }))
export const mailForm = z.object({ mailId: z.uuid('not-found') })

const faultForm = z
  .object({
    what: requiredText(500),
    whom: requiredText(300),
    reason: z.enum(faultReasons, 'not-chosen'),
    mendedOn: z.union([z.literal('').transform(() => null), dayField]),
  })
  .refine(({ reason, mendedOn }) => reason !== 'to-be-mended' || mendedOn !== null, { path: ['mendedOn'], error: 'not-a-day' })

/** A full statement: what is wrong is told unless nothing is. */
export const accessibilityForm = z
  .object({
    conformity: z.enum(conformities, 'not-chosen'),
    triedBy: requiredText(500),
    triedOn: dayField,
    contact: optionalText(500),
    faults: z.array(faultForm).max(20, 'too-many'),
  })
  .refine(({ conformity, faults }) => conformity === 'full' || faults.length > 0, { path: ['conformity'], error: 'faults-missing' })
  .refine(({ conformity, faults }) => conformity !== 'full' || faults.every(({ reason }) => reason !== 'to-be-mended'), { path: ['conformity'], error: 'full-with-faults' })

export const faultReportForm = z.object({
  what: requiredText(4000),
  page: optionalText(300),
  email: z
    .string()
    .trim()
    .max(200, 'too-long')
    .refine((address) => address === '' || z.email().safeParse(address).success, 'not-an-email'),
  submissionKey: z.string().regex(/^[\w-]{22,80}$/, 'no-key'),
})
