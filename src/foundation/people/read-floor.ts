import * as store from './settings-store.server.ts'

const floorFromTheStart = { adults: 5, children: 10 }

/** The smallest number of persons that may be shown anywhere here: new groups begin at it, and none is let under it. */
export async function readFloor(): Promise<{ readonly adults: number; readonly children: number }> {
  const [latest] = await store.listFloors()
  return latest ? { adults: latest.adults, children: latest.children } : floorFromTheStart
}

/** Every time it was raised, the latest first. */
export async function readFloorHistory() {
  return store.listFloors()
}
