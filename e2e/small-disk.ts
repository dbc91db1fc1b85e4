import { execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own, so small that it can be filled. */
export type SmallDisk = { readonly folder: string; fill(leaving: number): void; empty(): void; remove(): void }

const mebibyte = 1024 * 1024

/** Whether a disk can be mounted here. */
export function canMount(): boolean {
  try {
    mountDisk(1).remove()
    return true
  } catch {
    return false
  }
}

export function mountDisk(mebibytes: number, owner?: { uid: number; gid: number }): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-disk-'))
  const filling = join(folder, 'filling')
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder], { stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (fault) {
    rmSync(folder, { recursive: true })
    throw fault
  }
  if (owner) chownSync(folder, owner.uid, owner.gid)
  return {
    folder,
    // Byte by byte what is free, until somebody else takes or gives.
    fill: (leaving) => {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(filling, Buffer.alloc(Math.max(0, bavail * bsize - leaving * mebibyte)))
    },
    empty: () => truncateSync(filling, 0),
    remove: () => {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
