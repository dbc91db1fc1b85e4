import { problemTexts } from '#http/problem-words'
import { readUpload } from '#http/read-upload'
import { refuse } from '#http/respond'
import type { Visit } from '#http/visit'
import { listProcesses } from '#process'
import type { beginCodebook } from '../begin-exchange.ts'
import { exchangeFaultWords, exchangeRefusals } from '../exchange-words.ts'

/** The process whose files these are. */
export async function exchangedProcess({ now }: Pick<Visit, 'now'>): Promise<string> {
  const [process] = await listProcesses(now.day)
  return process?.id ?? refuse({ refused: 'not-found' })
}

/** Reads the file that was sent by one of the two; the address part of what it is looked at by, or what is wrong. */
export async function beginSent(begin: typeof beginCodebook, visit: Pick<Visit, 'now'> & { readonly actor: Parameters<typeof beginCodebook>[0] }, request: Request) {
  const processId = await exchangedProcess(visit)
  const file = (await readUpload(request)).file('file')
  const result = await begin(visit.actor, { processId, fileName: file?.name ?? '', bytes: file?.bytes as Uint8Array<ArrayBuffer> }, visit.now)
  if (result.granted) return { id: result.value.id }
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const texts = refusal.refused === 'unreadable-file' ? [{ text: exchangeFaultWords[refusal.fault] ?? '' }] : problemTexts(refusal, exchangeRefusals)
  return { problems: texts.map(({ text }) => ({ field: 'file', text })) }
}
