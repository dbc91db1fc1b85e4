import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { installationSecret } from '#http/secret'
import { addDays } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { countAttempt, readLetterStates, readMunicipality, sendMail, takeBackLostMails, withdrawMails } from '#people'
import { noticeWords } from './notice-words.ts'
import type { Telling } from './rules/what-has-come.ts'
import { hashAddress, noticeToken, sealAddress, unsealAddress } from './seal-address.ts'
import { daysToConfirm, forgetAddresses, letterOf } from './settle-notice-letters.ts'
import * as store from './store.server.ts'

const emailAddress = z.email().max(200)
const aMinuteByAddress = 3
const aMinuteByAll = 60

type Asked = {
  readonly dialogue: { readonly id: string; readonly title: string }
  readonly email: string
  readonly tellings: readonly Telling[]
  readonly language: 'sv' | 'en'
  /** Where the request came from, for counting. */
  readonly from: string
  /** The address of the site, for the link. */
  readonly site: string
}
type Refusal = { readonly refused: 'not-an-email' } | { readonly refused: 'nothing' } | { readonly refused: 'too-many' }

/**
 * Keeps an address that somebody wishes to be written to, apart from every answer, and writes to it once a day at most so that whoever has it can say
 * that it is theirs. An address that is here already is answered alike. Gives the token that takes it away again while it isn't confirmed.
 */
export async function askToBeTold({ dialogue, email, tellings, language, from, site }: Asked, now: Moment): Promise<Result<{ readonly undo: string }, Refusal>> {
  const read = emailAddress.safeParse(email.trim())
  if (!read.success) return refused({ refused: 'not-an-email' })
  if (tellings.length === 0) return refused({ refused: 'nothing' })
  const at = new Date(now.at)
  if ((await countAttempt(`notice ${from}`, at)) > aMinuteByAddress || (await countAttempt('notice of all', at)) > aMinuteByAll) return refused({ refused: 'too-many' })
  const addressHash = hashAddress(dialogue.id, read.data)
  await store.transaction(async () => {
    await forgetOldNoticeWishes(now)
    await store.putNoticeWish({
      addressHash,
      dialogueId: dialogue.id,
      sealed: sealAddress(addressHash, read.data),
      language,
      whenRead: tellings.includes('read'),
      whenDecided: tellings.includes('decided'),
      askedOn: now.day,
      expiresOn: addDays(now.day, daysToConfirm),
    })
    const wish = await store.findNoticeWish(addressHash, now.day)
    if (wish && !wish.confirmedOn) await writeToConfirm({ ...wish, recipient: read.data, language, title: dialogue.title, site }, now)
  })
  return granted({ undo: noticeToken('undo', addressHash) })
}

/** Forgets addresses that nobody confirmed in time, and those whose days have gone. Answers with how many they were. */
export async function forgetOldNoticeWishes(now: Moment): Promise<number> {
  return forgetAddresses({ expiredBefore: now.day })
}

/** Writes anew to those whose letter to confirm by was lost, for our own mail server failed it for days: once a day. */
export async function writeLostConfirmationsAnew(now: Moment, site: string): Promise<void> {
  const waiting = (await store.listWrittenTo()).filter(({ confirmedOn, writtenOn }) => confirmedOn === null && writtenOn < now.day)
  const states = await readLetterStates(waiting.map(({ lastNotice }) => lastNotice))
  for (const { dialogue, ...wish } of waiting.filter(({ lastNotice }) => states.get(lastNotice) === 'lost')) {
    const recipient = unsealAddress(wish.addressHash, wish.sealed)
    const title = (wish.language === 'en' && dialogue.titleEnglish) || dialogue.title
    if (recipient !== undefined) await store.transaction(() => writeToConfirm({ ...wish, recipient, title, site }, now))
  }
}

type ToConfirm = Pick<NonNullable<Awaited<ReturnType<typeof store.findNoticeWish>>>, 'id' | 'addressHash' | 'language' | 'lastNotice' | 'triedUntil'>

/** Queues the letter by which an address is confirmed, in the place of one that has not gone. */
async function writeToConfirm(
  { id, addressHash, language, lastNotice, triedUntil, recipient, title, site }: ToConfirm & { readonly recipient: string; readonly title: string; readonly site: string },
  now: Moment,
) {
  const [word, notice] = [noticeWords(language), noticeOf(addressHash, now)]
  if (lastNotice) await takeBackLostMails([lastNotice])
  if (lastNotice && lastNotice !== notice) await withdrawMails([lastNotice])
  await sendMail({
    recipient,
    subject: word.confirmSubject,
    body: word.confirmBody(title, `${site}/besked/${noticeToken('confirm', addressHash)}`, (await readMunicipality())?.name ?? ''),
    notice,
    isPrivate: true,
    usefulUntil: new Date(Date.parse(now.at) + daysToConfirm * 24 * 60 * 60_000).toISOString(),
  })
  await store.putNoticeLetter(id, letterOf(notice, now.day, triedUntil))
}

// It stays when the mail is forgotten: nobody can tell an address from it, nor that two days' are the same.
function noticeOf(addressHash: string, { day }: Moment): string {
  return `wish asked ${createHmac('sha256', installationSecret()).update(`notice: ${addressHash} ${day}`).digest('hex').slice(0, 40)}`
}
