import { statfs } from 'node:fs/promises'

// PostgreSQL says 53100. The embedded one says it by its own files, and Node by ENOSPC.
const fullStates = /^(53100|ENOSPC)$/

// What is left for what is under way: the embedded database writes its log 16 MB at a time, and ends if it can't.
const keptFree = 64 * 1024 * 1024

/** Whether a fault is that there is no room left to write in, and nothing that the program did. */
export function diskIsFull(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  return ('code' in fault && fullStates.test(String(fault.code))) || diskIsFull(fault.cause)
}

/** Whether so little is left on the disk of a folder that nothing more is to be taken in. What can't be known is no hindrance. */
export async function hasNoRoom(folder: string): Promise<boolean> {
  const disk = await statfs(folder).catch(() => undefined)
  return disk !== undefined && disk.bavail * disk.bsize < keptFree
}
