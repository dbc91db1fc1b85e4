import { countAttempt } from './count-attempt.ts'

// One row of the database for an address would make everybody behind it wait in line: a process takes the numbers in lots.
const usualLot = 25
const windowMs = 60_000
type Lot = { readonly since: number; readonly last: number; left: number }
const lots = new Map<string, Lot>()
const taking = new Map<string, Promise<Lot>>()

/**
 * Counts one more form from an address, and answers with how many have come from it within a minute, over all processes. A process takes its numbers
 * twenty-five at a time, or in larger lots where they come faster, so the answer may be too high by as many for each process, and is never too low.
 */
export async function countWrite(address: string, now: Date, lot = usualLot): Promise<number> {
  for (;;) {
    const own = lots.get(address)
    if (own && own.left > 0 && now.getTime() >= own.since && now.getTime() - own.since < windowMs) {
      own.left--
      return own.last - own.left
    }
    // Those who come while a lot is fetched wait for it, and do not fetch their own.
    const waited = taking.get(address) ?? takeLot(address, now, lot).finally(() => taking.delete(address))
    taking.set(address, waited)
    await waited
  }
}

async function takeLot(address: string, now: Date, lot: number): Promise<Lot> {
  for (const [each, { since }] of lots) if (now.getTime() - since >= windowMs) lots.delete(each)
  const taken = { since: now.getTime(), last: await countAttempt(`writes ${address}`, now, windowMs, lot), left: lot }
  lots.set(address, taken)
  return taken
}
