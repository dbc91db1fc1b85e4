import { addDays } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { silenceHolder } from './end-holders.ts'
import { readNoticeToken } from './seal-address.ts'
import * as store from './store.server.ts'

// As the page says: two years.
const daysKept = 730

/**
 * Does what the link of a mail is for, when its button is pressed: confirms an address, or takes it away, one that a code was mailed to as well. `late` for an address that is no longer here to
 * be confirmed. Nothing for a token that we never made.
 */
export async function followNoticeLink(token: string, now: Moment): Promise<'confirmed' | 'late' | 'stopped' | 'undone' | 'silenced' | undefined> {
  const read = readNoticeToken(token)
  if (!read) return undefined
  const { link, addressHash } = read
  if (link === 'stop') {
    await store.deleteNoticeWish(addressHash, 'any')
    return 'stopped'
  }
  if (link === 'undo') {
    await store.deleteNoticeWish(addressHash, 'unconfirmed')
    return 'undone'
  }
  if (link === 'no-reminders') {
    await silenceHolder(addressHash)
    return 'silenced'
  }
  if (!(await store.findNoticeWish(addressHash, now.day))) return 'late'
  await store.confirmNoticeWish(addressHash, now.day, addDays(now.day, daysKept))
  return 'confirmed'
}
