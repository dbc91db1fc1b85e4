import { addDays, type Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { readLetterStates, withdrawMails } from '#people'
import { tellings } from './rules/what-has-come.ts'
import * as store from './store.server.ts'

/** So many days a letter is tried, while our own mail server takes none. It is said on the page. */
const daysTried = 90
export const daysToConfirm = 3

/**
 * Sees how it went with the letters to those who wished to be told. What a letter has told is taken out of the wish when it has gone, and the address with
 * the last of it. An address that is refused for good goes, and so does one whose letter was tried for all its days. Whoever has had no letter to confirm by,
 * for our own mail fails, has their days to confirm from when it goes.
 */
export async function settleNoticeLetters({ day }: Moment): Promise<void> {
  const written = await store.listWrittenTo()
  const states = await readLetterStates(written.map(({ lastNotice }) => lastNotice))
  for (const { id, lastNotice, triedUntil, confirmedOn, expiresOn } of written) {
    const state = states.get(lastNotice)
    if (state === 'sent') await store.transaction(() => store.endNoticeLetter(lastNotice, tellingsIn(lastNotice)))
    else if (state === 'refused' || triedUntil < day) await forgetAddresses({ notice: lastNotice })
    else if (confirmedOn === null && state !== 'queued' && expiresOn < addDays(day, daysToConfirm)) await store.prolongNoticeWish(id, addDays(day, daysToConfirm))
  }
}

/** Takes addresses away, and the letters to them that have not gone. Answers with how many addresses they were. */
export async function forgetAddresses(which: Parameters<typeof store.deleteNoticeWishes>[0]): Promise<number> {
  return store.transaction(async () => {
    const gone = await store.deleteNoticeWishes(which)
    await withdrawMails(gone.flatMap(({ lastNotice }) => lastNotice ?? []))
    return gone.length
  })
}

/** How many letters to those who wished to be told in a dialogue wait for our own mail to work. */
export async function countLateNotices(dialogueId: string): Promise<number> {
  const notices = (await store.listWrittenTo(dialogueId)).map(({ lastNotice }) => lastNotice)
  return [...(await readLetterStates(notices)).values()].filter((state) => state === 'late' || state === 'lost').length
}

/** What a letter that is written on a day says of itself; one that takes the place of another is tried no longer than that. */
export function letterOf(lastNotice: string, day: Day, triedUntil: Day | null) {
  return { lastNotice, writtenOn: day, triedUntil: triedUntil ?? addDays(day, daysTried) }
}

/** What a letter tells, by its notice; nothing for one that asks whose the address is. */
export function tellingsIn(notice: string) {
  const words = notice.split(' ')
  return tellings.filter((telling) => words.includes(telling))
}
