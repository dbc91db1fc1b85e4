import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayOpenOriginal } from './access.ts'
import { logReading } from './log-reading.ts'
import { originalForm } from './schema.ts'
import * as store from './store.server.ts'

/** Gives a masked statement as it was written to whoever must read it, and writes down who and why. Refuses `not-found`, also for what isn't masked. */
export const openOriginal = command(mayOpenOriginal, originalForm, async ({ input: { statementId, reason }, actor, now, record }) => {
  const [statement] = await store.listStatementsByIds([statementId])
  const [found] = statement?.isMasked ? await store.listOriginals([statementId]) : []
  if (!statement || !found) return refused({ refused: 'not-found' })
  await logReading(actor, 'original', [statement], now)
  await record('original-read', { kind: 'statement', id: statementId }, reason)
  return granted({ original: found.original })
})
