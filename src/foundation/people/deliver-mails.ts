import type { Transporter } from 'nodemailer'
import { type MailFault, planNextAttempt } from './plan-next-attempt.ts'
import * as store from './store.server.ts'
import { writeMailHtml } from './write-mail-html.ts'

export type Post = { readonly transport: Pick<Transporter, 'sendMail'>; readonly from: string; readonly host: string }

// A process that dies with a mail in hand lets go of it after this.
const heldForMs = 2 * 60_000
const atATime = 10

/**
 * Sends what is due, each mail by one process at a time. What a server can't take now is tried again, what it refuses for good is given up with its words.
 * Answers with how many were sent and given up. A mail that was sent when its process died may go out twice, with the same Message-ID.
 */
export async function deliverMails({ transport, from, host }: Post, now: Date): Promise<{ sent: number; givenUp: number; waiting: number }> {
  const outcome = { sent: 0, givenUp: 0, waiting: 0 }
  const began = performance.now()
  for (let turn = 0; turn < atATime; turn++) {
    // One at a time: ten in hand, before a server that is slow, would be let go of and taken by somebody else before the last was sent.
    const until = new Date(now.getTime() + (performance.now() - began) + heldForMs)
    const [mail] = await store.holdMails(now.toISOString(), until.toISOString(), 1)
    if (!mail) break
    if (mail.usefulUntil && Date.parse(mail.usefulUntil) < now.getTime()) {
      await store.giveUpMail(mail.id, now.toISOString(), tooLate)
      outcome.givenUp++
      continue
    }
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        text: mail.body,
        html: writeMailHtml(mail.body),
        messageId: `<${mail.id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      await store.markMailSent(mail.id, now.toISOString())
      outcome.sent++
    } catch (fault) {
      const said = inWords(fault)
      const wait = planNextAttempt(fault as MailFault, mail.attempts)
      if (wait === undefined) await store.giveUpMail(mail.id, now.toISOString(), said)
      else await store.putOffMail(mail.id, new Date(now.getTime() + wait).toISOString(), said)
      outcome[wait === undefined ? 'givenUp' : 'waiting']++
    }
  }
  return outcome
}

const tooLate = 'Brevet hann bli för gammalt för att vara till nytta.'

function inWords(fault: unknown): string {
  const text = fault instanceof Error ? ('response' in fault && typeof fault.response === 'string' && fault.response) || fault.message : String(fault)
  return text.replaceAll(/\s+/g, ' ').slice(0, 500)
}
