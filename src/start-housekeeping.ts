import { forgetOldExchanges } from '#analysis'
import { presentMoment } from '#http/clock'
import { faultInLog } from '#http/fault-in-log'
import { surroundings } from '#http/surroundings'
import { forgetOldBegunAnswers, forgetOldNoticeWishes, sealAnswers, tellWhatHasCome } from '#participation'
import { forgetAttempts, forgetMails, forgetSignIns, startPostman } from '#people'
import { startSealer } from '#trail'

// An answer is sealed when its day has ended, so that a batch tells no hour; looking every hour only bounds how long that takes.
const betweenSeals = 60 * 60 * 1000

/** What the server does beside answering: links the trail, seals the answers, and sends the mail. */
export function startHousekeeping({ secret, headFile, host }: { secret: Buffer; headFile: string; host: string }): { stop(): Promise<void> } {
  const sealer = startSealer({ secret, headFile, everyMs: 1000 })
  const postman = startPostman({ server: process.env.SMTP_URL, from: process.env.SAMSYN_MAIL_FROM ?? 'samsyn@localhost', host })
  const answers = setInterval(() => void seal(), betweenSeals)
  answers.unref()
  return {
    stop: async () => {
      clearInterval(answers)
      await postman.stop()
      await seal()
      await sealer.sealNow()
      await sealer.stop()
    },
  }
}

async function seal(): Promise<void> {
  await forgetAttempts(new Date()).catch(() => {})
  await forgetOldBegunAnswers(presentMoment()).catch(() => {})
  await forgetOldNoticeWishes(presentMoment()).catch(() => {})
  await forgetOldExchanges(presentMoment()).catch(() => {})
  await tellWhatHasCome(presentMoment(), surroundings().address).catch((fault: unknown) => console.error(JSON.stringify({ level: 'error', fault: faultInLog(fault) })))
  await forgetMails(new Date()).catch(() => {})
  await forgetSignIns(new Date()).catch(() => {})
  await sealAnswers(presentMoment().day).catch((fault: unknown) => console.error(JSON.stringify({ level: 'error', fault: faultInLog(fault) })))
}
