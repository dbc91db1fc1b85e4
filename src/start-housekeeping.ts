import { forgetOldExchanges } from '#analysis'
import type { Opened } from '#db/open.server'
import { refreshStatistics } from '#db/refresh-statistics.server'
import { presentMoment } from '#http/clock'
import { faultInLog } from '#http/fault-in-log'
import { mailLeaves, surroundings } from '#http/surroundings'
import { chores, sealAnswers } from '#participation'
import { forgetAttempts, forgetMails, forgetSignIns, startPostman } from '#people'
import { startSealer } from '#trail'

// An answer is sealed when its day has ended, so that a batch tells no hour; looking every hour only bounds how long that takes.
const betweenSeals = 60 * 60 * 1000
// Whoever has just given addresses waits for the first letters.
const betweenLetters = 60 * 1000

type Wishes = { readonly secret: Buffer; readonly headFile: string; readonly host: string; readonly database: Opened['kind'] }

/** What the server does beside answering: links the trail, seals the answers, and sends the mail. */
export function startHousekeeping({ secret, headFile, host, database }: Wishes): { stop(): Promise<void> } {
  const sealer = startSealer({ secret, headFile, everyMs: 1000 })
  const postman = startPostman({ server: process.env.SMTP_URL, from: process.env.SAMSYN_MAIL_FROM ?? 'samsyn@localhost', host })
  const answers = setInterval(() => void seal().then(() => (database === 'embedded' ? refreshStatistics().catch(logFault) : undefined)), betweenSeals)
  answers.unref()
  let writing: Promise<void> | undefined
  const letters = setInterval(() => {
    writing ??= writeLetters().finally(() => {
      writing = undefined
    })
  }, betweenLetters)
  letters.unref()
  return {
    stop: async () => {
      clearInterval(answers)
      clearInterval(letters)
      await writing
      await postman.stop()
      await seal()
      await sealer.sealNow()
      await sealer.stop()
    },
  }
}

async function seal(): Promise<void> {
  await forgetAttempts(new Date()).catch(() => {})
  await doInTurn(chores.hourly)
  await forgetOldExchanges(presentMoment()).catch(logFault)
  await forgetMails(new Date()).catch(() => {})
  await forgetSignIns(new Date()).catch(() => {})
  await sealAnswers(presentMoment().day).catch(logFault)
}

/** Codes are mailed and reminded of while they can be used; whom they went to is forgotten when they can't. */
async function writeLetters(): Promise<void> {
  await doInTurn(chores.eachMinute)
  if (mailLeaves()) await doInTurn(chores.lettersEachMinute)
}

async function doInTurn(some: (typeof chores)[keyof typeof chores]): Promise<void> {
  for (const chore of some) await chore(presentMoment(), surroundings().address).catch(logFault)
}

function logFault(fault: unknown): void {
  console.error(JSON.stringify({ level: 'error', fault: faultInLog(fault) }))
}
