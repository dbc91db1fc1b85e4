import { createTransport } from 'nodemailer'
import { afterAll, beforeAll } from 'vitest'
import { momentOf, noonOf } from '#http/clock'
import { useInstallationSecret } from '#http/secret'
import { addDays, type Day } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { deliverMails } from '../src/foundation/people/deliver-mails.ts'
import { sendCodeLetters } from '../src/modules/participation/send-code-letters.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { startMailServer, textOfMail, type Verdict } from './mail-server.ts'
import { useSite } from './site.ts'

export const here = 'http://127.0.0.1'
export const today = momentOf(new Date()).day

/** Dialogues for closed groups, a leader who mails codes, and a mail server that may refuse. Called at the top of a test file. */
export function useMailing() {
  const site = useSite()
  const on = {
    stage: undefined as unknown as Stage,
    leader: '',
    server: undefined as unknown as Awaited<ReturnType<typeof startMailServer>>,
    verdict: undefined as Verdict | undefined,
  }
  beforeAll(async () => {
    on.stage = await stageDialogue()
    // The stage has a secret of its own; the job here and the site must have the same.
    useInstallationSecret('a secret for the tests, and for nothing else')
    on.leader = await site.signIn('process-leader@example.se')
    on.server = await startMailServer((recipient) => on.verdict?.(recipient))
  })
  afterAll(() => on.server?.stop())
  const page = (slug: string) => `/arbete/dialoger/${slug}/koder/brev`
  const workroom = (slug: string, form: Record<string, string>) => site.post(page(slug), form, { cookie: on.leader })
  return {
    site,
    on,
    page,
    workroom,
    /** A draft with one question, open from yesterday on when it is opened. */
    async draft(slug: string, more: Record<string, unknown> = {}) {
      const about = { processId: on.stage.processId, stepId: on.stage.stepId, groupId: on.stage.residents, information: 'x', legalBasis: 'x', promise: 'x', contact: 'Växeln' }
      const questions = [{ key: 'tycker', kind: 'lines', wording: 'Vad tycker du?' }]
      const made = { ...about, kind: 'survey', slug, title: `Enkäten ${slug}`, opensOn: addDays(today, -1), closesOn: addDays(today, 40), questions, ...more }
      return (await grantedBy(createDialogue(on.stage.leader, made as never, noonOf(today)))).id
    },
    open: (dialogueId: string) => grantedBy(openDialogue(on.stage.leader, { dialogueId }, noonOf(today))),
    mail: (slug: string, addresses: string, more: Record<string, string> = {}) =>
      workroom(slug, { act: 'mail', addresses, unit: 'Hemtjänsten', expiresOn: addDays(today, 30), remindEvery: '7', remindAtMost: '2', ...more }),
    /** The job as it runs at noon of a day, and what has come by then. */
    async letters(on_: Day = today) {
      const queued = await sendCodeLetters(noonOf(on_), here)
      await deliver(noonOf(on_).at)
      return queued
    },
    deliver: (at: string) => deliver(at),
    mailsTo: (recipient: string) => on.server.taken.filter((mail) => mail.recipient === recipient).map(({ source }) => textOfMail(source)),
  }
  async function deliver(at: string) {
    const post = { transport: createTransport(on.server.address), from: 'samsyn@kommunen.example', host: 'kommunen.example' }
    const sum = { sent: 0, givenUp: 0, waiting: 0 }
    for (let more = true; more; ) {
      const { sent, givenUp, waiting } = await deliverMails(post, new Date(at))
      more = sent + givenUp > 0
      sum.sent += sent
      sum.givenUp += givenUp
      sum.waiting += waiting
    }
    return sum
  }
}

export const codeIn = (mail: string | undefined) => /\/k\/([0-9A-Z-]{21})/.exec(mail ?? '')?.[1] ?? ''
export const stopIn = (mail: string | undefined) => /\/besked\/[0-9a-f]{80}/.exec(mail ?? '')?.[0] ?? ''
