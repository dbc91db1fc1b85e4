import type { Moment } from '#kernel/moment'
import { instantInSweden, isNight } from '#kernel/wall-clock'
import { readMunicipality, readRefusedNotices, sendMail } from '#people'
import { silenceHolder } from './end-holders.ts'
import { codeLetter } from './letter-words.ts'
import { codeOfHolder } from './mail-codes.ts'
import { readSurveyById, type SurveyReading } from './read-survey.ts'
import { noticeToken, unsealAddress } from './seal-address.ts'
import * as store from './store.server.ts'

const atATime = 100

/**
 * Queues the letters that are due in open dialogues: to each holder whose code is unused the first, and then as many reminders as the leader has set, so many
 * days apart. Never at night: what is due then waits until morning. Each letter is queued in the transaction that counts it, so it is written once. An address
 * that no server takes is taken away. Answers with how many were queued.
 */
export async function sendCodeLetters(now: Moment, site: string): Promise<number> {
  if (isNight(now)) return 0
  let queued = 0
  for (const id of await store.listDialoguesOfHolders()) {
    const dialogue = await readSurveyById(id, now)
    if (dialogue?.state !== 'open') continue
    const from = (await readMunicipality())?.name ?? ''
    for (let after: string | undefined = firstId; after; ) {
      const some: { last: string | undefined; queued: number } = await store.transaction(() => writeSome(dialogue, after ?? firstId, { site, from, now }))
      queued += some.queued
      after = some.last
    }
  }
  return queued
}

const firstId = '00000000-0000-0000-0000-000000000000'

type Sender = { readonly site: string; readonly from: string; readonly now: Moment }

async function writeSome(dialogue: SurveyReading, after: string, sender: Sender) {
  const due = await store.holdDueHolders(dialogue.id, sender.now.day, after, atATime)
  const returned = await readRefusedNotices(due.flatMap(({ holder }) => holder.lastNotice ?? []))
  let queued = 0
  for (const held of due) {
    const { holder } = held
    if (holder.lastNotice && returned.has(holder.lastNotice)) await silenceHolder(holder.addressHash ?? '')
    else if (await writeToHolder(dialogue, held, `code ${holder.id} ${holder.letters}`, sender)) {
      await store.updateHolder(holder.id, { letters: holder.letters + 1 })
      queued++
    }
  }
  return { last: due.at(-1)?.holder.id, queued }
}

type Held = Awaited<ReturnType<typeof store.holdDueHolders>>[number]

/** Queues a letter with the code of a holder, in the caller's transaction; not to an address that can't be read, for the secret of the installation is another. */
export async function writeToHolder(dialogue: SurveyReading, { holder, expiresOn }: Held, notice: string, { site, from, now }: Sender): Promise<boolean> {
  const { id, addressHash, sealed, letters } = holder
  const recipient = addressHash && sealed ? unsealAddress(addressHash, sealed) : undefined
  if (!addressHash || recipient === undefined) return false
  const links = { answer: `${site}/k/${codeOfHolder(id)}`, stop: `${site}/besked/${noticeToken('no-reminders', addressHash)}` }
  const [closes, ends] = [instantInSweden(dialogue.closesOn, dialogue.closesTime, 'last'), instantInSweden(expiresOn, '24:00')]
  const letter = codeLetter({ ...dialogue, lastDay: ends < closes ? expiresOn : dialogue.closesOn, isReminder: letters > 0, from }, links)
  await sendMail({ recipient, ...letter, notice, usefulUntil: ends < closes ? ends : closes, isPrivate: true, byDay: true })
  await store.updateHolder(id, { lastMailedOn: now.day, lastNotice: notice })
  return true
}
