import { readLetterStates } from '#people'
import { readCodeCoverage, type UnitCoverage } from './read-code-coverage.ts'
import { shownReminded } from './rules/code-state.ts'
import { unsealAddress } from './seal-address.ts'
import * as store from './store.server.ts'

export type UnitMailing = Pick<UnitCoverage, 'unit' | 'used'> & {
  readonly addresses: number
  readonly mailed: number
  readonly reminded: number | null
  /** The server of the recipient refused the last letter for good. */
  readonly returned: number
}

type Mailing = { readonly units: readonly UnitMailing[]; readonly unreadable: number; readonly late: number }

/**
 * How far the letters have reached, unit by unit: never whom. What is used is of all the unit's codes, as on the page of codes, so that no figure can be
 * had by subtraction. `unreadable` are addresses that were sealed with another secret, `late` letters that wait for our own mail to work.
 */
export async function readMailing(dialogueId: string, threshold: number): Promise<Mailing> {
  const holders = await store.listHoldersOf(dialogueId)
  if (holders.length === 0) return { units: [], unreadable: 0, late: 0 }
  const states = await readLetterStates(holders.flatMap(({ lastNotice }) => lastNotice ?? []))
  const used = new Map((await readCodeCoverage(dialogueId, threshold)).map((unit) => [unit.unit, unit.used]))
  const units = [...Map.groupBy(holders, ({ unit }) => unit)].map(([unit, of]) => {
    const mailed = of.filter(({ letters }) => letters > 0).length
    const ofUsed = used.get(unit) ?? null
    return {
      unit,
      used: ofUsed,
      addresses: of.length,
      mailed,
      reminded: ofUsed === null ? null : shownReminded({ mailed, reminded: of.filter(({ letters }) => letters > 1).length }, threshold),
      returned: of.filter(({ lastNotice }) => states.get(lastNotice ?? '') === 'refused').length,
    }
  })
  const unreadable = holders.filter(({ sealed, addressHash }) => sealed && addressHash && unsealAddress(addressHash, sealed) === undefined).length
  const late = [...states.values()].filter((state) => state === 'late' || state === 'lost').length
  return { units, unreadable, late }
}
