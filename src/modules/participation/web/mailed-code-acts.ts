import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { isUpload, readUpload } from '#http/read-upload'
import { refuse, statusOf } from '#http/respond'
import { mailLeaves } from '#http/surroundings'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import type { Refused } from '#kernel/result'
import { addressProblemWords, codeRefusalWords } from '../code-words.ts'
import { mailCodes, type NoAddresses } from '../mail-codes.ts'
import { resendCode } from '../resend-code.ts'
import { revokeMailedCode } from '../revoke-mailed-code.ts'
import type { RejectedLine } from '../rules/address-lines.ts'
import { decodeFile } from '../rules/answer-file.ts'

const linesShown = 20
const kinds = ['mail', 'resend', 'revoke'] as const
type Kind = (typeof kinds)[number]
export type MailedCodeAnswer = {
  readonly act: Kind
  readonly status: number
  readonly problems: readonly { readonly field: string; readonly text: string }[]
  readonly kept: Readonly<Record<string, string>>
  /** What was taken in: how many in each unit, how many were here before, and how many stood twice. */
  readonly mailed?: { readonly units: readonly { readonly unit: string; readonly count: number }[]; readonly known: number; readonly twice: number }
  /** Lines that can't be used, in words. */
  readonly rejected: readonly string[]
}

/** Does what a form of the page asks for. What is written stays in the form when it was refused, and the lines that can't be used when the others were taken. */
export async function actOnMailedCodes(request: Request, dialogueId: string, actor: Actor, now: Moment): Promise<MailedCodeAnswer> {
  const upload = isUpload(request) ? await readUpload(request) : undefined
  const { text } = upload ?? (await readForm(request))
  const act = kinds.find((kind) => kind === text('act'))
  if (!act) refuse({ refused: 'not-found' })
  const kept = Object.fromEntries(['addresses', 'unit', 'expiresOn', 'remindEvery', 'remindAtMost', 'email', 'reason'].map((name) => [name, text(name)]))
  const no = (refusal: Refused) => refusedAs(act, refusal, kept)
  if (act !== 'revoke' && !mailLeaves()) return no({ refused: 'no-mail' })
  if (act !== 'mail') {
    const one = { dialogueId, email: text('email') }
    const result = act === 'resend' ? await resendCode(actor, one, now) : await revokeMailedCode(actor, { ...one, reason: text('reason') }, now)
    return result.granted ? { act, status: 200, problems: [], kept: {}, rejected: [] } : no(result.refusal)
  }
  const file = upload?.file('file')
  const addresses = file ? decodeFile(file.bytes) : text('addresses')
  if (addresses === undefined)
    return { ...no({ refused: 'not-utf8' }), problems: problemTexts({ refused: 'invalid', problems: [{ field: 'file', problem: 'not-utf8' }] }, codeRefusalWords) }
  const result = await mailCodes(
    actor,
    { dialogueId, addresses, unit: text('unit'), expiresOn: text('expiresOn'), remindEvery: text('remindEvery'), remindAtMost: text('remindAtMost') },
    now,
  )
  if (!result.granted) return no(result.refusal)
  const { rejected, ...mailed } = result.value
  const toMend = rejected.map((line) => line.text).join('\n')
  return { act, status: 200, problems: [], kept: { ...kept, addresses: toMend }, mailed, rejected: lineByLine(rejected) }
}

function refusedAs(act: Kind, refusal: Refused, kept: Record<string, string>): MailedCodeAnswer {
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems = problemTexts(refusal, codeRefusalWords)
  const rejected = refusal.refused === 'no-addresses' ? lineByLine((refusal as NoAddresses).rejected) : []
  const field = refusal.refused === 'no-addresses' ? 'addresses' : undefined
  return { act, status: statusOf(refusal), problems: field ? problems.map(({ text }) => ({ field, text })) : problems, kept, rejected }
}

function lineByLine(rejected: readonly RejectedLine[]): string[] {
  const shown = rejected.slice(0, linesShown).map(({ line, problem }) => `Rad ${line}: ${addressProblemWords[problem]}`)
  return rejected.length > shown.length ? [...shown, `… och ${rejected.length - shown.length} rader till`] : shown
}
