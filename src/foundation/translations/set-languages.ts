import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { maySetLanguages } from './access.ts'
import { readLanguages } from './read-languages.ts'
import { languagesForm } from './schema.ts'
import * as store from './store.server.ts'

/** Sets which languages the pages can be had in, beside Swedish. Refuses `unchanged`. What has been translated is kept when a language is switched off. */
export const setLanguages = command(maySetLanguages, languagesForm, async ({ input, actor, now, record }) => {
  const wished = [...new Set(input.languages)]
  const held = await readLanguages()
  if (held.slice(1).sort().join() === wished.toSorted().join()) return refused({ refused: 'unchanged' })
  const id = await store.putChoice({ languages: wished, chosenBy: actor.person, chosenAt: now.at })
  await record('languages-set', { kind: 'languages', id })
  return granted(null)
})
