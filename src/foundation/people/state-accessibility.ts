import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayStateAccessibility } from './access.ts'
import * as store from './accessibility-store.server.ts'
import { accessibilityForm } from './schema.ts'

/**
 * States how accessible the service is: how it conforms, what is known to be wrong, who tried it and when. What was stated before is kept.
 * Refuses, beside what the form itself refuses, a day of trying that has not come (`not-yet`).
 */
export const stateAccessibility = command(mayStateAccessibility, accessibilityForm, async ({ input, actor, now, record }) => {
  const { faults, ...statement } = input
  if (statement.triedOn > now.day) return refused({ refused: 'not-yet' })
  const id = await store.putStatement({ ...statement, statedBy: actor.person, statedAt: now.at }, faults)
  await record('accessibility-stated', { kind: 'accessibility-statement', id })
  return granted({ id })
})
