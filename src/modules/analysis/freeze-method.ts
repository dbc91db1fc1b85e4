import { freezeDocument } from '#documents'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayFreezeMethod } from './access.ts'
import { methodForm } from './finding-schema.ts'
import { methodDocument } from './method-document.ts'
import { readMethod } from './read-method.ts'
import * as store from './store.server.ts'

/** Writes down how everything was counted and freezes it. Refuses `nothing-coded`. */
export const freezeMethod = command(mayFreezeMethod, methodForm, async ({ input: { processId }, actor, now, record }) => {
  await store.lockCodebook(processId)
  const method = await readMethod(processId, now)
  if (method.coded === 0) return refused({ refused: 'nothing-coded' })
  const number = ((await store.listMethodAppendices(processId))[0]?.number ?? 0) + 1
  const document = await freezeDocument({
    kind: 'method-appendix',
    subject: { kind: 'process', id: processId, version: number },
    content: methodDocument(number, method, now.day),
    now,
  })
  await store.putMethodAppendix({ processId, number, documentId: document.id, frozenBy: actor.person, frozenAt: now.at })
  await record('method-frozen', { kind: 'document', id: document.id })
  return granted({ number, sha256: document.sha256 })
})
