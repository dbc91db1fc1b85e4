import * as store from './store.server.ts'

export type EventReading = Awaited<ReturnType<typeof store.listEventRows>>[number]

/** The latest events, or those before an id, or those on one subject, or of one kind of act: at most `limit` of them. */
export async function listEvents(wish: { before?: number; limit: number; subject?: { kind: string; id: string }; act?: string }): Promise<EventReading[]> {
  return store.listEventRows(wish)
}
