import { createHash } from 'node:crypto'

/** A guid that is always the same for the same name, for what has no identity of its own: a dimension, a stance, a coder by number. */
export function guidOf(name: string): string {
  const hex = createHash('sha256').update(`samsyn ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
