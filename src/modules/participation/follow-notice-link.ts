import { addDays } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { withdrawMails } from '#people'
import { silenceHolder } from './end-holders.ts'
import { readNoticeToken } from './seal-address.ts'
import { forgetAddresses } from './settle-notice-letters.ts'
import * as store from './store.server.ts'

// As the page says: two years.
const daysKept = 730

/**
 * Does what the link of a mail is for, when its button is pressed: confirms an address, or takes it away, one that a code was mailed to as well, with the letters to it that wait. `late` for an address that is no longer here to
 * be confirmed. Nothing for a token that we never made.
 */
export async function followNoticeLink(token: string, now: Moment): Promise<'confirmed' | 'late' | 'stopped' | 'undone' | 'silenced' | undefined> {
  const read = readNoticeToken(token)
  if (!read) return undefined
  const { link, addressHash } = read
  if (link === 'stop') {
    await forgetAddresses({ addressHash })
    return 'stopped'
  }
  if (link === 'undo') {
    await forgetAddresses({ unconfirmed: addressHash })
    return 'undone'
  }
  if (link === 'no-reminders') {
    await silenceHolder(addressHash)
    return 'silenced'
  }
  return store.transaction(async () => {
    const wish = await store.findNoticeWish(addressHash, now.day)
    if (!wish) return 'late'
    // One that was asked for twice is confirmed by the first letter.
    if (!wish.confirmedOn && wish.lastNotice) await withdrawMails([wish.lastNotice])
    await store.confirmNoticeWish(addressHash, now.day, addDays(now.day, daysKept))
    return 'confirmed'
  })
}
