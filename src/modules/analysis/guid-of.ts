import { createHash } from 'node:crypto'

/** A guid that is always the same for the same name, for what has no identity of its own: a dimension, a stance, a coder by number. */
export function guidOf(name: string): string {
  const hex = createHash('sha256').update(`samsyn ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const kindLength = 18

/**
 * A guid that says of what kind the thing is in its first half, and in its second which one, so that it is known whatever another tool calls it. Of one that
 * was made so already it is the same.
 */
export function guidOfKind(kind: 'quote' | 'aside', id: string): string {
  return guidOf(kind).slice(0, kindLength) + id.slice(kindLength)
}
export function isOfKind(kind: 'quote' | 'aside', guid: string): boolean {
  return guid.startsWith(guidOf(kind).slice(0, kindLength))
}
