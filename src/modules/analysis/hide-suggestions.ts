import { granted } from '#kernel/result'
import { command } from '#trail'
import { mayCodeStatement } from './access.ts'
import * as store from './store.server.ts'
import { blindForm } from './suggestion-schema.ts'

/** Hides suggestions from a coder who wants to read without being led, or shows them again. What it was before is kept. */
export const hideSuggestions = command(mayCodeStatement, blindForm, async ({ input: { processId, isBlind }, actor, now, record }) => {
  const spell = isBlind ? await store.beginBlindSpell(processId, actor.person, now.at) : await store.endBlindSpell(processId, actor.person, now.at)
  if (spell) await record(isBlind ? 'suggestions-hidden' : 'suggestions-shown', { kind: 'process', id: processId })
  return granted(null)
})
