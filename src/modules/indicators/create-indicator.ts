import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCreateIndicator } from './access.ts'
import { indicatorForm } from './schema.ts'
import * as store from './store.server.ts'

/** Makes an indicator with its first definition. Refuses: `taken` when the address is in use. */
export const createIndicator = command(mayCreateIndicator, indicatorForm, async ({ input, record }) => {
  const { name, slug, level, influence, desired, keeperId, ...definition } = input
  const id = await store.putIndicator({ name, slug, level, influence, desired, keeperId })
  if (!id) return refused({ refused: 'taken' })
  const definitionId = await store.putDefinition({ ...definition, indicatorId: id, version: 1 })
  await record('indicator-created', { kind: 'indicator', id })
  return granted({ id, definitionId, slug })
})
