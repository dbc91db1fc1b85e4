import { momentOf } from '#http/clock'
import type { Moment } from '#kernel/moment'
import { isNight } from '#kernel/wall-clock'
import { readLetterStates, readMunicipality, sendMail, takeBackLostMails, withdrawMails } from '#people'
import { listProcesses } from '#process'
import { noticeWords } from './notice-words.ts'
import { type Telling, tellings, whatHasCome } from './rules/what-has-come.ts'
import { noticeToken, unsealAddress } from './seal-address.ts'
import { letterOf, settleNoticeLetters, tellingsIn } from './settle-notice-letters.ts'
import * as store from './store.server.ts'

/**
 * Writes to those who wished to be told, of what has been published since they asked: each thing once, and never at night. The address stays until
 * the last letter has gone; one that our own mail server has failed for days is written anew, once a day. An address that can't be read, for the secret of the installation is another now, is left as it is until its days have gone, and counted
 * in the log. Answers with how many mails were queued.
 */
export async function tellWhatHasCome(now: Moment, site: string): Promise<number> {
  if (isNight(now)) return 0
  await settleNoticeLetters(now)
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
    if (hasCome.length > 0 && (await tell(asked, hasCome, { site, from: municipality?.name ?? '', now }))) told++
  }
  return told
}

type Asked = Awaited<ReturnType<typeof store.listConfirmedNoticeWishes>>[number]

/** One letter of all that has come, that of a letter which has not gone too. */
async function tell(
  { wish: { id }, title, titleEnglish, slug }: Asked,
  hasCome: readonly Telling[],
  { site, from, now }: { site: string; from: string; now: Moment },
): Promise<boolean> {
  return store.transaction(async () => {
    // Of two who look at once, the second sees what the first has written.
    const wish = await store.holdNoticeWish(id)
    const recipient = wish && unsealAddress(wish.addressHash, wish.sealed)
    if (!wish || recipient === undefined) return false
    const wished = tellings.filter((telling) => (telling === 'read' ? wish.whenRead : wish.whenDecided))
    const told = wished.filter((telling) => hasCome.includes(telling))
    const last = told.at(-1)
    if (!last || !(await makesWay(wish, told, now))) return false
    const word = noticeWords(wish.language)
    const end = told.length === wished.length ? word.wasLast : word.stopIn(`${site}/besked/${noticeToken('stop', wish.addressHash)}`)
    const linkOf = (telling: Telling) => `${site}${telling === 'read' ? `/delta/${slug}` : '/vision'}`
    const text = told.map((telling) => `${word.tellText[telling]((wish.language === 'en' && titleEnglish) || title)}\n\n${linkOf(telling)}`).join('\n\n')
    const notice = `wish ${wish.id} ${told.join(' ')}`
    await sendMail({ recipient, subject: word.tellSubject[last], body: word.tellBody(text, `${site}/folj`, end, from), notice, isPrivate: true, byDay: true })
    await store.putNoticeLetter(wish.id, letterOf(notice, now.day, wish.triedUntil))
    return true
  })
}

/** Whether a letter may be written: none is on its way, or the one that was is taken back, for it tells less or was lost before today. */
async function makesWay({ lastNotice, writtenOn }: Pick<Asked['wish'], 'lastNotice' | 'writtenOn'>, told: readonly Telling[], now: Moment): Promise<boolean> {
  if (lastNotice === null) return true
  const state = (await readLetterStates([lastNotice])).get(lastNotice)
  // What has gone is settled first.
  if (state === 'sent' || state === 'refused') return false
  const tellsLess = told.some((telling) => !tellingsIn(lastNotice).includes(telling))
  if (state === 'queued' || state === 'late') return tellsLess && (await withdrawMails([lastNotice])).size > 0
  if (writtenOn !== null && writtenOn >= now.day) return false
  await takeBackLostMails([lastNotice])
  return true
}
