import { createTransport } from 'nodemailer'
import { faultInLog } from '#http/fault-in-log'
import { deliverMails } from './deliver-mails.ts'
import * as store from './store.server.ts'

const secondsToWait = 10_000

/** Sends queued mails while the server runs. Several processes may run one: a mail is held by one of them. Without a mail server there is none. */
export function startPostman({ server, from, host, everyMs = 1000 }: { server: string | undefined; from: string; host: string; everyMs?: number }): { stop(): Promise<void> } {
  if (!server) return { stop: async () => {} }
  const transport = createTransport({ url: server, connectionTimeout: secondsToWait, greetingTimeout: secondsToWait, socketTimeout: secondsToWait })
  let working: Promise<unknown> | undefined
  const timer = setInterval(() => {
    working ??= store
      .databaseTime()
      .then((now) => deliverMails({ transport, from, host }, now, new Date()))
      .catch((fault: unknown) => console.error(JSON.stringify({ level: 'error', fault: faultInLog(fault) })))
      .finally(() => {
        working = undefined
      })
  }, everyMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await working
      transport.close()
    },
  }
}
