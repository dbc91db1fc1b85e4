import type { DataClass } from '../read-retention.ts'

/** What can't be taken away: the trail is chained and documents are cited by their hash, so neither can lose a part. */
export const neverWeeded: readonly DataClass[] = ['trail', 'documents']
