import type { Day } from '#kernel/day'
import * as store from './readings-store.server.ts'

/** How many texts each person has been given to code, on a day and in all, from the log of who has read; a text that is opened twice counts twice. One statement. */
export async function readCodingReadings(processId: string, on: Day): Promise<{ name: string; texts: number; today: number }[]> {
  return store.countCodingReadings(processId, on)
}
