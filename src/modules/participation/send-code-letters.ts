import type { Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { instantInSweden, isNight } from '#kernel/wall-clock'
import { readLetterStates, readMunicipality, sendMails, takeBackLostMails, withdrawMails } from '#people'
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
 * that its own server refuses is taken away; a letter that was lost otherwise is written again. Answers with how many were queued.
 */
export async function sendCodeLetters(now: Moment, site: string): Promise<number> {
  if (isNight(now)) return 0
  let queued = 0
  for (const id of await store.listDialoguesOfHolders()) {
    const dialogue = await readSurveyById(id, now)
    if (dialogue?.state !== 'open') continue
    const from = (await readMunicipality())?.name ?? ''
    await store.transaction(() => takeBackLost(dialogue.id, now))
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

// Not those of today: a server that refuses every letter at once would be asked over and over.
async function takeBackLost(dialogueId: string, now: Moment) {
  const lost = await takeBackLostMails(await store.listLastNotices(dialogueId, now.day))
  if (lost.size > 0) await store.uncountLetters(dialogueId, [...lost])
}

async function writeSome(dialogue: SurveyReading, after: string, sender: Sender) {
  const due = await store.holdDueHolders(dialogue.id, sender.now.day, after, atATime)
  const states = await readLetterStates(due.flatMap(({ holder }) => holder.lastNotice ?? []))
  const isRefused = ({ holder }: Held) => states.get(holder.lastNotice ?? '') === 'refused'
  for (const { holder } of due.filter(isRefused)) await silenceHolder(holder.addressHash ?? '')
  const queued = await writeToHolders(
    dialogue,
    due.filter((held) => !isRefused(held)),
    sender,
  )
  return { last: due.at(-1)?.holder.id, queued }
}

type Held = Awaited<ReturnType<typeof store.holdDueHolders>>[number]

/**
 * Queues letters with the codes of holders, in the caller's transaction, and counts them; not to an address that can't be read, for the secret of the
 * installation is another. What an earlier letter has in the queue is taken out first, and the new one stands in its place. `again` is for one that
 * somebody has asked for, which is no reminder. Answers with how many were queued.
 */
export async function writeToHolders(dialogue: SurveyReading, due: readonly Held[], sender: Sender, again?: 'again'): Promise<number> {
  const read = due.flatMap(({ holder, expiresOn }) => {
    const recipient = holder.addressHash && holder.sealed ? unsealAddress(holder.addressHash, holder.sealed) : undefined
    return holder.addressHash && recipient !== undefined ? [{ ...holder, addressHash: holder.addressHash, recipient, expiresOn }] : []
  })
  const waiting = await withdrawMails(read.flatMap(({ lastNotice }) => lastNotice ?? []))
  const letters = read.map((held) => {
    const { id, lastNotice } = held
    // Those that have gone to them. One that somebody asked for was not counted.
    const gone = held.letters - (lastNotice !== null && waiting.has(lastNotice) && !lastNotice.includes(' again ') ? 1 : 0)
    const notice = again ? `code ${id} again ${sender.now.day}` : `code ${id} ${gone}`
    return { id, letters: again ? held.letters : gone + 1, notice, mail: { ...letterTo(dialogue, held, gone > 0, sender), notice } }
  })
  await sendMails(letters.map(({ mail }) => mail))
  await store.updateWrittenTo(
    sender.now.day,
    letters.map(({ id, letters: counted, notice }) => ({ id, letters: counted, notice })),
  )
  return letters.length
}

type Read = { readonly id: string; readonly addressHash: string; readonly recipient: string; readonly expiresOn: Day }

function letterTo(dialogue: SurveyReading, { id, addressHash, recipient, expiresOn }: Read, isReminder: boolean, { site, from }: Sender) {
  const links = { answer: `${site}/k/${codeOfHolder(id)}`, stop: `${site}/besked/${noticeToken('no-reminders', addressHash)}` }
  const [closes, ends] = [instantInSweden(dialogue.closesOn, dialogue.closesTime, 'last'), instantInSweden(expiresOn, '24:00')]
  const last = ends < closes ? { lastDay: expiresOn, lastTime: '24:00' } : { lastDay: dialogue.closesOn, lastTime: dialogue.closesTime }
  const letter = codeLetter({ ...dialogue, ...last, isReminder, from }, links)
  return { recipient, ...letter, usefulUntil: ends < closes ? ends : closes, isPrivate: true, byDay: true }
}
