import { setTimeout as wait } from 'node:timers/promises'
import type { Transporter } from 'nodemailer'
import { momentOf } from '#http/clock'
import { isNight } from '#kernel/wall-clock'
import { isRefusal, type MailFault, planNextAttempt } from './plan-next-attempt.ts'
import * as store from './store.server.ts'
import { writeMailHtml } from './write-mail-html.ts'

export type Post = { readonly transport: Pick<Transporter, 'sendMail'>; readonly from: string; readonly host: string }

// A process that dies with a mail in hand lets go of it after this.
const heldForMs = 2 * 60_000
const atATime = 10
const [marksTried, betweenMarksMs] = [10, 1000]

/**
 * Sends what is due, each mail by one process at a time. What a server can't take now is tried again, what it refuses for good is given up with its words.
 * `now` is the clock that all processes share; `ours` is the one that links are tried by. Answers with how many were sent and given up. A mail that was sent when its process died may go out twice, with the same Message-ID.
 */
export async function deliverMails({ transport, from, host }: Post, now: Date, ours = now): Promise<{ sent: number; givenUp: number; waiting: number }> {
  const outcome = { sent: 0, givenUp: 0, waiting: 0 }
  const began = performance.now()
  const at = (ms: number) => new Date(now.getTime() + ms).toISOString()
  for (let turn = 0; turn < atATime; turn++) {
    // One at a time: ten in hand, before a server that is slow, would be let go of and taken by somebody else before the last was sent.
    const until = performance.now() - began + heldForMs
    const [mail] = await store.holdMails({ now: at(0), until: at(until), impossible: at(until + 5 * heldForMs), isNight: isNight(momentOf(now)) }, 1)
    if (!mail) break
    if (mail.usefulUntil && Date.parse(mail.usefulUntil) < ours.getTime()) {
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
    } catch (fault) {
      const said = inWords(fault)
      const waitMs = planNextAttempt(fault as MailFault, mail.attempts)
      if (waitMs === undefined) await store.giveUpMail(mail.id, now.toISOString(), said, isRefusal(fault as MailFault))
      else await store.putOffMail(mail.id, new Date(now.getTime() + waitMs).toISOString(), said)
      outcome[waitMs === undefined ? 'givenUp' : 'waiting']++
      continue
    }
    await remember(() => store.markMailSent(mail.id, now.toISOString()))
    outcome.sent++
  }
  return outcome
}

// A database that is away for a moment must not make a mail that went go again.
async function remember(mark: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await mark()
    } catch (fault) {
      if (tries === marksTried) throw fault
      await wait(betweenMarksMs)
    }
  }
}

const tooLate = 'Brevet hann bli för gammalt för att vara till nytta.'

function inWords(fault: unknown): string {
  const text = fault instanceof Error ? ('response' in fault && typeof fault.response === 'string' && fault.response) || fault.message : String(fault)
  return text.replaceAll(/\s+/g, ' ').slice(0, 500)
}
