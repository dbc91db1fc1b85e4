import type { Moment } from '#kernel/moment'
import type { Subject } from './record-event.ts'
import * as store from './store.server.ts'

/** Writes an event that no person made (an import by the command line, the first start), in the caller's transaction. */
export async function recordSystemEvent(event: { act: string; subject: Subject; why?: string; now: Moment }): Promise<void> {
  await store.putEvent({ at: event.now.at, person: null, role: 'system', act: event.act, subjectKind: event.subject.kind, subjectId: event.subject.id, why: event.why || null })
}
