import { momentOf } from '#http/clock'
import type { Moment } from '#kernel/moment'
import { isNight } from '#kernel/wall-clock'
import { readMunicipality, sendMail, withdrawMails } from '#people'
import { listProcesses } from '#process'
import { noticeWords } from './notice-words.ts'
import { type Telling, tellings, whatHasCome } from './rules/what-has-come.ts'
import { noticeToken, unsealAddress } from './seal-address.ts'
import * as store from './store.server.ts'

/**
 * Writes to those who wished to be told, of what has been published since they asked: each thing once, and never at night. The address goes when the last
 * has been written. An address that can't be read, for the secret of the installation is another now, is left as it is until its days have gone, and counted
 * in the log. Answers with how many mails were queued.
 */
export async function tellWhatHasCome(now: Moment, site: string): Promise<number> {
  if (isNight(now)) return 0
  const wishes = await store.listConfirmedNoticeWishes(now.day)
  if (wishes.length === 0) return 0
  const [processes, municipality] = [await listProcesses(now.day), await readMunicipality()]
  const stepsOf = new Map(
    processes.map(({ id, steps }) => [
      id,
      steps.map((step) => ({ id: step.id, key: step.key, releasedOn: step.releasedAt ? momentOf(new Date(step.releasedAt)).day : undefined })),
    ]),
  )
  let told = 0
  const unreadable = wishes.filter(({ wish }) => unsealAddress(wish.addressHash, wish.sealed) === undefined).length
  if (unreadable > 0) console.error(JSON.stringify({ level: 'warning', message: `${unreadable} addresses to be told can't be read: the secret is another.` }))
  for (const asked of wishes) {
    const hasCome = whatHasCome(stepsOf.get(asked.processId) ?? [], asked.stepId, asked.wish.askedOn)
    const wished = hasCome.filter((telling) => (telling === 'read' ? asked.wish.whenRead : asked.wish.whenDecided))
    if (wished.length > 0 && (await tell(asked, wished, { site, from: municipality?.name ?? '' }))) told++
  }
  return told
}

type Asked = Awaited<ReturnType<typeof store.listConfirmedNoticeWishes>>[number]

/** One letter of all that has come, that of a letter which has not gone too. */
async function tell({ wish, title, titleEnglish, slug }: Asked, wished: readonly Telling[], { site, from }: { site: string; from: string }): Promise<boolean> {
  const word = noticeWords(wish.language)
  const recipient = unsealAddress(wish.addressHash, wish.sealed)
  if (recipient === undefined) return false
  return store.transaction(async () => {
    const taken = new Map<Telling, 'some' | 'last' | undefined>()
    for (const telling of wished) taken.set(telling, await store.takeFromNoticeWish(wish.id, telling))
    const news = wished.filter((telling) => taken.get(telling) !== undefined)
    const last = news.at(-1)
    if (!last) return false
    const noticeOf = (telling: Telling) => `wish ${wish.id} ${telling}`
    const waiting = await withdrawMails(tellings.map(noticeOf))
    const told = tellings.filter((telling) => news.includes(telling) || waiting.has(noticeOf(telling)))
    const end = taken.get(last) === 'last' ? word.wasLast : word.stopIn(`${site}/besked/${noticeToken('stop', wish.addressHash)}`)
    const linkOf = (telling: Telling) => `${site}${telling === 'read' ? `/delta/${slug}` : '/vision'}`
    const text = told.map((telling) => `${word.tellText[telling]((wish.language === 'en' && titleEnglish) || title)}\n\n${linkOf(telling)}`).join('\n\n')
    await sendMail({
      recipient,
      subject: word.tellSubject[last],
      body: word.tellBody(text, `${site}/folj`, end, from),
      notice: noticeOf(last),
      isPrivate: true,
      byDay: true,
    })
    return true
  })
}
