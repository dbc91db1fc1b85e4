import { setTimeout as wait } from 'node:timers/promises'

/** Waits until something holds; after three minutes that is a fault, told with what has been said so far. */
export async function until(holds: () => boolean | Promise<boolean>, said = () => ''): Promise<void> {
  const end = performance.now() + 180_000
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It did not come true within three minutes.\n${said()}`)
    await wait(50)
  }
}
