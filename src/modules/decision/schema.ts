import { z } from 'zod'
import { dayField, identityField, optionalIdentity, optionalText, requiredText } from '#kernel/fields'
import { outcomes } from './tables.ts'

export const matterForm = z.object({ number: requiredText(40), title: requiredText(200), openedOn: dayField })
export const routeForm = z.object({ matterId: identityField, organId: identityField, plannedOn: dayField, because: optionalText(500) })
export const pointForm = z.object({
  matterId: identityField,
  organId: identityField,
  meetingOn: dayField,
  paragraph: optionalText(20),
  outcome: z.enum(outcomes),
  /** Att-satser, one a line. */
  clauses: requiredText(8000).transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
  documentId: optionalIdentity,
  immediate: z.boolean(),
  provenance: z.enum(['recorded', 'sourced', 'invented']).default('recorded'),
})
export const adjustmentForm = z.object({ pointId: identityField, adjustedOn: dayField })
export const noticeForm = z.object({ pointId: identityField, postedOn: dayField })
export const appealForm = z.object({ pointId: identityField, registeredOn: dayField })
export const appealEndForm = z.object({ pointId: identityField, endedOn: dayField, ended: z.enum(['confirmed', 'annulled']) })
