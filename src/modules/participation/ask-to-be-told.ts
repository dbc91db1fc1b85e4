import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { installationSecret } from '#http/secret'
import { addDays } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { countAttempt, readMunicipality, sendMail } from '#people'
import { noticeWords } from './notice-words.ts'
import type { Telling } from './rules/what-has-come.ts'
import { hashAddress, noticeToken, sealAddress } from './seal-address.ts'
import * as store from './store.server.ts'

const emailAddress = z.email().max(200)
const aMinuteByAddress = 3
const aMinuteByAll = 60
const daysToConfirm = 3

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
  const municipality = await readMunicipality()
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
    if (wish?.confirmedOn) return
    const word = noticeWords(language)
    await sendMail({
      recipient: read.data,
      subject: word.confirmSubject,
      body: word.confirmBody(dialogue.title, `${site}/besked/${noticeToken('confirm', addressHash)}`, municipality?.name ?? ''),
      notice: noticeOf(addressHash, now),
      isPrivate: true,
      usefulUntil: new Date(at.getTime() + daysToConfirm * 24 * 60 * 60_000).toISOString(),
    })
  })
  return granted({ undo: noticeToken('undo', addressHash) })
}

/** Forgets addresses that nobody confirmed in time, and those whose days have gone. Answers with how many they were. */
export async function forgetOldNoticeWishes(now: Moment): Promise<number> {
  return store.deleteNoticeWishesBefore(now.day)
}

// It stays when the mail is forgotten: nobody can tell an address from it, nor that two days' are the same.
function noticeOf(addressHash: string, { day }: Moment): string {
  return `wish asked ${createHmac('sha256', installationSecret()).update(`notice: ${addressHash} ${day}`).digest('hex').slice(0, 40)}`
}
