import type { Refused } from '../kernel/result.ts'

// What a refusal is in HTTP. Foreign and non-existing are the same: nobody learns that something exists.
const statuses: Record<string, number> = {
  forbidden: 403,
  'not-found': 404,
  invalid: 422,
  incomplete: 422,
  'unreadable-table': 422,
  closed: 409,
  stale: 409,
  frozen: 409,
  'already-sent': 409,
  'too-many': 429,
}

/** The HTTP status of a refusal; one that is not listed is a conflict with how things stand (409). */
export function statusOf(refusal: Refused): number {
  return statuses[refusal.refused] ?? 409
}

/** Ends a loader with the error page of a refusal. */
export function refuse(refusal: Refused): never {
  throw new Response(refusal.refused, { status: statusOf(refusal) })
}
