import { hasTerms, inTerms } from '#kernel/terms'
import { readTerms } from './read-terms.ts'
import * as store from './store.server.ts'

export type Mail = {
  readonly recipient: string
  readonly subject: string
  readonly body: string
  /** What it is a notice of; the same notice is queued once, however often it is asked for. */
  readonly notice?: string
  /** After this it is not worth sending. */
  readonly usefulUntil?: string
  /** A resident's: shown to nobody here, and emptied as soon as it is sent or given up. */
  readonly isPrivate?: boolean
  /** Never sent at night. */
  readonly byDay?: boolean
}

/**
 * Queues a mail in the transaction of the caller, so that it goes out when that is done and not otherwise. The postman takes it from there; without a mail
 * server it stays in the outbox, which can be read in the demo only.
 */
export async function sendMail(mail: Mail): Promise<void> {
  return sendMails([mail])
}

/** Queues many mails as one. */
export async function sendMails(mails: readonly Mail[]): Promise<void> {
  if (!mails.some(({ subject, body }) => hasTerms(subject + body))) return store.putMails(mails)
  const words = await readTerms()
  return store.putMails(mails.map((mail) => ({ ...mail, subject: inTerms(mail.subject, words), body: inTerms(mail.body, words) })))
}

/** The latest mails, for the demo's outbox page. */
export async function listMails() {
  return store.listMails(50)
}
