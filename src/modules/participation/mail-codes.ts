import { randomUUID } from 'node:crypto'
import { keyed } from '#http/seal'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayMakeCodes } from './access.ts'
import { isEmail, mailedCodesForm } from './mailed-code-schema.ts'
import { whyNoCodes } from './make-codes.ts'
import { hashCode } from './one-time-code.ts'
import { readSurveyById } from './read-survey.ts'
import { type AddressLine, type RejectedLine, readAddressLines } from './rules/address-lines.ts'
import { receiptCode } from './rules/receipt-code.ts'
import { hashAddress, sealAddress } from './seal-address.ts'
import * as store from './store.server.ts'

const mostOfUnit = 5000

export type NoAddresses = { readonly refused: 'no-addresses'; readonly rejected: readonly RejectedLine[] }

/**
 * Takes addresses of a closed group, and makes each a code that is mailed when the dialogue is open (`sendCodeLetters`). An address that is here already is
 * the same holder. Answers with how many were taken in each unit, and with the lines that can't be used. Refuses what `makeCodes` does, `no-addresses` when
 * no line can be used, and `too-many-addresses` for a unit.
 */
export const mailCodes = command(mayMakeCodes, mailedCodesForm, async ({ input, actor, now, record }) => {
  const { dialogueId, expiresOn, remindEvery, remindAtMost } = input
  // Of two forms that are sent at once, the second finds the holders of the first.
  await store.lockDialogue(dialogueId)
  const dialogue = await readSurveyById(dialogueId, now)
  if (dialogue?.kind !== 'survey') return refused({ refused: 'not-found' })
  const stopped = await whyNoCodes(dialogue, expiresOn, now)
  if (stopped) return refused(stopped)
  const { found, rejected, twice } = readAddressLines(input.addresses, input.unit ?? '', isEmail)
  if (found.length === 0) return refused<NoAddresses>({ refused: 'no-addresses', rejected })
  const held = await store.listHeldAddresses(dialogueId)
  const fresh = found.filter(({ address }) => !held.has(hashAddress(dialogueId, address, 'holder')))
  const units = [...Map.groupBy(fresh, ({ unit }) => unit)]
  if (units.some(([, lines]) => lines.length > mostOfUnit)) return refused({ refused: 'too-many-addresses' })
  for (const [unit, lines] of units) {
    const batchId = randomUUID()
    const holders = lines.map(({ address }) => newHolder(dialogueId, batchId, address))
    const batch = { id: batchId, dialogueId, unit, made: lines.length, expiresOn, remindEvery, remindAtMost, madeBy: actor.person, madeAt: now.at }
    await store.putCodeBatch(
      batch,
      holders.map(({ codeHash }) => codeHash),
    )
    await store.putCodeHolders(holders)
    await record('codes-mailed', { kind: 'dialogue', id: dialogueId }, `${unit}: ${lines.length}`)
  }
  return granted({ units: units.map(([unit, lines]) => ({ unit, count: lines.length })), known: found.length - fresh.length, twice, rejected })
})

/**
 * The code of a holder. It is made again for each letter, with the secret of the installation, so that a reminder has the link that the first letter had and
 * an answer that is half filled in keeps its code. With the database alone nobody can make it.
 */
export function codeOfHolder(id: string): string {
  return receiptCode(keyed('code that is mailed to', id).subarray(0, 10))
}

function newHolder(dialogueId: string, batchId: string, address: AddressLine['address']) {
  const id = randomUUID()
  const addressHash = hashAddress(dialogueId, address, 'holder')
  return { id, batchId, dialogueId, addressHash, sealed: sealAddress(addressHash, address), codeHash: hashCode(codeOfHolder(id)) }
}
