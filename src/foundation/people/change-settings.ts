import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayChangeSettings } from './access.ts'
import { settingsForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Sets how the municipality is named and drawn from now on; what was before is kept. Refuses a colour that can't be read (`not-readable`), and
 * `unchanged` when nothing is other than it was.
 */
export const changeSettings = command(mayChangeSettings, settingsForm, async ({ input, actor, now, record }) => {
  const municipality = await store.findMunicipality()
  const before = municipality?.set
  const wished = { name: input.name, accent: input.accent || null, contact: input.contact || null }
  const held = { name: before?.name ?? municipality?.name, accent: before?.accent ?? null, contact: before?.contact ?? null }
  if (wished.name === held.name && wished.accent === held.accent && wished.contact === held.contact) return refused({ refused: 'unchanged' })
  const { id } = await store.putSettings({ ...wished, setBy: actor.person, setAt: now.at })
  await record('settings-changed', { kind: 'settings', id })
  return granted(null)
})
