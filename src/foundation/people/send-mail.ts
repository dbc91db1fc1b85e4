import { createTransport } from 'nodemailer'
import * as store from './store.server.ts'

/**
 * Queues a mail and, when a mail server is configured (`SMTP_URL`), sends it. Without one it stays in the outbox,
 * which can be read in the demo only. Never called inside a transaction.
 */
export async function sendMail(mail: { recipient: string; subject: string; body: string }): Promise<void> {
  const queued = await store.putMail(mail)
  const server = process.env.SMTP_URL
  if (!server) return
  await createTransport(server).sendMail({ from: process.env.SAMSYN_MAIL_FROM ?? 'samsyn@localhost', to: mail.recipient, subject: mail.subject, text: mail.body })
  await store.markMailSent(queued.id, new Date().toISOString())
}

/** The latest mails, for the demo's outbox page. */
export async function listMails() {
  return store.listMails(50)
}
