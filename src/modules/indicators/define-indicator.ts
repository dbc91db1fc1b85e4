import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayDefineIndicator } from './access.ts'
import { definitionForm } from './schema.ts'
import * as store from './store.server.ts'

/** Gives an indicator a new version of its definition. What was measured before stays with the old one. */
export const defineIndicator = command(mayDefineIndicator, definitionForm, async ({ input, record }) => {
  if (!(await store.findIndicatorById(input.indicatorId))) return refused({ refused: 'not-found' })
  const versions = await store.listDefinitions({ indicatorIds: [input.indicatorId] })
  const definitionId = await store.putDefinition({ ...input, version: versions.length + 1 })
  await record('indicator-defined', { kind: 'definition', id: definitionId })
  return granted({ definitionId })
})
