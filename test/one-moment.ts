import { presentMoment } from '#http/clock'

/** Does something as if the clock stood still: what is counted by the minute is then of one minute, however slow the machine is. */
export async function atOneMoment<What>(act: () => Promise<What>): Promise<What> {
  process.env.SAMSYN_NOW = presentMoment().at
  try {
    return await act()
  } finally {
    delete process.env.SAMSYN_NOW
  }
}
