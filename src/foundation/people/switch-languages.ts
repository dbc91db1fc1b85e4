import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { maySwitchLanguages } from './access.ts'
import { readLanguages } from './read-terms.ts'
import { languagesForm } from './settings-schema.ts'
import * as store from './settings-store.server.ts'

/** Says which languages are switched on, Swedish always among them. Refuses `unchanged`. */
export const switchLanguages = command(maySwitchLanguages, languagesForm, async ({ input, actor, now, record }) => {
  const held = await readLanguages()
  if ([...held].sort().join() === [...input.tags].sort().join()) return refused({ refused: 'unchanged' })
  const { id } = await store.putLanguages({ tags: input.tags, setBy: actor.person, setAt: now.at })
  await record('languages-switched', { kind: 'languages', id }, input.tags.join(', '))
  return granted(null)
})
