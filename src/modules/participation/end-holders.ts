import type { Moment } from '#kernel/moment'
import { withdrawMails } from '#people'
import { readSurveyById } from './read-survey.ts'
import * as store from './store.server.ts'

/** Takes away whom codes were mailed to, and the letters to them that have not gone. Answers with the hashes of their codes. */
export async function endHolders(which: Parameters<typeof store.emptyHolders>[0]): Promise<string[]> {
  return store.transaction(async () => {
    const ended = await store.emptyHolders(which)
    await withdrawMails(ended.flatMap(({ lastNotice }) => lastNotice ?? []))
    return ended.flatMap(({ codeHash }) => codeHash ?? [])
  })
}

/** Takes away the address of somebody who wants no more letters. The code is as good as before. */
export async function silenceHolder(addressHash: string): Promise<void> {
  await store.transaction(async () => {
    const silenced = await store.silenceHolder(addressHash)
    await withdrawMails(silenced.flatMap(({ lastNotice }) => lastNotice ?? []))
  })
}

/** Forgets whom codes were mailed to in dialogues that are closed. Answers with how many dialogues they were. */
export async function forgetOldHolders(now: Moment): Promise<number> {
  let forgotten = 0
  for (const id of await store.listDialoguesOfHolders()) {
    if ((await readSurveyById(id, now))?.state !== 'closed') continue
    await endHolders({ dialogueIds: [id] })
    forgotten++
  }
  return forgotten
}
