import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { slug } from './open-survey.ts'
import type { House } from './soak-house.ts'

/** What those who wrote were told. */
export type Told = { readonly receipts: Map<string, string>; readonly invited: string[]; readonly linked: string[]; readonly odd: string[]; tries: number; longestMs: number }
export type Until = { isOver: boolean }

const patienceMs = 30_000
const breathMs = 200
const betweenAnswersMs = 600
const betweenInvitationsMs = 1500

/** A resident after another answers the survey. A form that got no answer is sent again as it is, at any of the servers, as one does in a browser. */
export async function answerAndAnswer(house: House, question: string, writer: number, told: Told, until: Until): Promise<void> {
  for (let n = 0; !until.isOver; n++) {
    const text = `svar ${writer}-${n}`
    const form = new URLSearchParams({ submissionKey: randomBytes(18).toString('base64url'), [question]: text })
    const began = performance.now()
    for (let isStored = false; !isStored; ) {
      told.tries += 1
      const answer = await knock(house, `/delta/${slug}`, form, `10.1.${writer}.${n % 250}`)
      const code = answer && receiptIn(answer.page)
      if (answer?.status === 200 && code && answer.page.includes(text)) {
        told.receipts.set(text, code)
        isStored = true
      } else {
        if (answer && answer.status !== 503) told.odd.push(`${answer.status} on an answer`)
        await wait(breathMs)
      }
    }
    told.longestMs = Math.max(told.longestMs, performance.now() - began)
    await wait(Math.random() * 2 * betweenAnswersMs)
  }
}

/** The administrator, signed in once, invites one after another, and each asks for a link. What got no answer may or may not be done: it is not asked again. */
export async function inviteAndInvite(house: House, cookie: string, organId: string, told: Told, until: Until): Promise<void> {
  for (let n = 0; !until.isOver; n++) {
    const email = `nummer${n}@prov.example`
    const invited = await knock(house, '/arbete/personer', new URLSearchParams({ act: 'invite', name: `Nummer ${n}`, email, organId, role: 'analyst' }), '10.2.0.1', cookie)
    if (invited?.status === 302) told.invited.push(email)
    else if (invited && invited.status !== 503) told.odd.push(`${invited.status} on an invitation`)
    if (invited?.status === 302) {
      const linked = await knock(house, '/logga-in', new URLSearchParams({ email }), '10.2.0.2')
      if (linked?.status === 200) told.linked.push(email)
      else if (linked && linked.status !== 503) told.odd.push(`${linked.status} on a link`)
    }
    await wait(betweenInvitationsMs)
  }
}

/** Sends a form to somebody who may answer. Nothing when nobody did. */
export async function knock(house: House, path: string, form: URLSearchParams, from: string, cookie = ''): Promise<{ status: number; page: string; headers: Headers } | undefined> {
  const addresses = house.addresses()
  const address = addresses[Math.floor(Math.random() * addresses.length)]
  if (!address) return undefined
  try {
    const headers = { origin: address, 'x-forwarded-for': from, ...(cookie ? { cookie } : {}) }
    const answer = await fetch(`${address}${path}`, { method: 'POST', body: form, headers, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
    return { status: answer.status, page: await answer.text(), headers: answer.headers }
  } catch {
    return undefined
  }
}

function receiptIn(page: string): string | undefined {
  const [, after = ''] = page.split('class="receipt-code')
  return /(?:[0-9A-Z]{4}-){4}[0-9A-Z]/.exec(after.replaceAll(/<[^>]*>/g, ''))?.[0]
}
