import { existsSync, readFileSync } from 'node:fs'

const parent = process.ppid
// Under npm there may be a shell between: it lives on when npm ends, so npm itself is watched too.
const shell = process.env.npm_lifecycle_event && /^(sh|dash|bash|ash)$/.test(nameOf(parent)) ? parent : undefined
const npm = shell && parentOf(shell)

/** Whether who started this process is gone. npm ends at a signal without waiting for what it started, and says nothing to it. */
export function parentIsGone() {
  return process.ppid !== parent || (shell !== undefined && parentOf(shell) !== npm)
}

function nameOf(pid) {
  const file = `/proc/${pid}/comm`
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}

function parentOf(pid) {
  try {
    // The name stands in parentheses and may hold anything; the state and the parent come after it.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1])
  } catch {
    return undefined
  }
}
