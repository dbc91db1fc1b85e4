import type { Moment } from '#kernel/moment'
import { issueToken } from './authentication.server.ts'
import { sendMail } from './send-mail.ts'
import * as store from './store.server.ts'
import { words } from './words.ts'

// As long as the token behind it.
const linkHoldsMs = 15 * 60_000

/** Sends a sign-in link to an address, if somebody here has it. The caller answers the same either way. */
export async function requestLink(input: { email: string; address: string; now: Moment }): Promise<void> {
  if (!(await store.findPersonByEmail(input.email.trim()))) return
  const token = await issueToken(input.email.trim())
  if (!token) return
  const link = `${input.address}/logga-in/lank?nyckel=${encodeURIComponent(token)}`
  await sendMail({
    recipient: input.email.trim().toLowerCase(),
    subject: words.linkSubject,
    body: words.linkBody(link),
    usefulUntil: new Date(Date.parse(input.now.at) + linkHoldsMs).toISOString(),
  })
}
