import type { z } from 'zod'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { granted, type Result, refused } from '#kernel/result'
import { mayStateAccessibility } from './access.ts'
import type { AccessibilityStatement } from './read-accessibility.ts'
import { accessibilityForm } from './schema.ts'

/** What a statement would say if it were made now, with the refusals of `stateAccessibility`; nothing is stored. */
export function previewAccessibility(
  actor: Actor,
  input: z.input<typeof accessibilityForm>,
  now: Moment,
): Result<AccessibilityStatement, Invalid | { readonly refused: 'forbidden' } | { readonly refused: 'not-yet' }> {
  if (!mayStateAccessibility(actor)) return refused({ refused: 'forbidden' })
  const read = accessibilityForm.safeParse(input)
  if (!read.success) return refused(invalid(read.error.issues))
  return read.data.triedOn > now.day ? refused({ refused: 'not-yet' }) : granted(read.data)
}
