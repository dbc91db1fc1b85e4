import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { granted, type Result, refused } from '#kernel/result'
import { countAttempt } from './count-attempt.ts'
import { quoteInMail } from './quote-in-mail.ts'
import { readMunicipality } from './read-municipality.ts'
import { faultReportForm } from './schema.ts'
import { sendMail } from './send-mail.ts'
import { words } from './words.ts'

const aMinuteByAddress = 3
const aMinuteByAll = 30

type Report = {
  readonly what: string
  readonly page: string
  readonly email: string
  /** Made when the form was drawn: the same form sent twice is one mail. */
  readonly submissionKey: string
}

/**
 * Sends what somebody can't use to the municipality's contact, by mail and nowhere else: no row of ours holds it longer than the mail waits. Who wrote is not
 * known but by the address they may give. Refuses `invalid`, `no-contact` (nobody is set to take it) and `too-many`.
 */
export async function reportFault(
  report: Report,
  from: string,
  now: Moment,
): Promise<Result<null, Invalid | { readonly refused: 'no-contact' } | { readonly refused: 'too-many' }>> {
  const municipality = await readMunicipality()
  if (!municipality?.contact) return refused({ refused: 'no-contact' })
  const read = faultReportForm.safeParse(report)
  if (!read.success) return refused(invalid(read.error.issues))
  const at = new Date(now.at)
  if ((await countAttempt(`fault ${from}`, at)) > aMinuteByAddress || (await countAttempt('fault of all', at)) > aMinuteByAll) return refused({ refused: 'too-many' })
  const { what, page, email, submissionKey } = read.data
  await sendMail({
    recipient: municipality.contact,
    subject: words.faultSubject,
    body: words.faultBody({ what: quoteInMail(what), page: page && quoteInMail(page), email: email && quoteInMail(email) }),
    notice: `fault ${submissionKey}`,
  })
  return granted(null)
}
