import type { Moment } from '#kernel/moment'
import { instantInSweden } from '#kernel/wall-clock'
import { readCodingReadings } from '#participation'
import * as store from './store.server.ts'

/** How far the coding has come, by the way answers came and by coder, today and in all; who has statements before them now. Four statements. */
export async function readProgress(processId: string, now: Moment) {
  return {
    sources: await store.countBySource(processId),
    coders: await store.countByCoder(processId, instantInSweden(now.day, '00:00')),
    readings: await readCodingReadings(processId, now.day),
    readingNow: await store.listReadingNow(processId, now.at),
  }
}
