import { granted, refused } from '#kernel/result'
import { concepts, type Term } from '#kernel/terms'
import { command } from '#trail'
import { mayChangeTerm } from './access.ts'
import { readTerms } from './read-terms.ts'
import { termForm } from './settings-schema.ts'
import * as store from './settings-store.server.ts'

/**
 * Gives a concept the municipality's own word, from now on; documents that are frozen keep theirs. Refuses `same-word` when another concept has the
 * word already, and `unchanged`.
 */
export const changeTerm = command(mayChangeTerm, termForm, async ({ input, actor, now, record }) => {
  const { concept, ...wished } = input
  const held = await readTerms()
  if (concepts.some((other) => other !== concept && held[other].one === wished.one)) return refused({ refused: 'same-word' })
  if ((Object.keys(wished) as (keyof Term)[]).every((form) => wished[form] === held[concept][form])) return refused({ refused: 'unchanged' })
  const { id } = await store.putTerm({ ...input, setBy: actor.person, setAt: now.at })
  await record('term-changed', { kind: 'term', id }, `${held[concept].one} → ${wished.one}`)
  return granted(null)
})
