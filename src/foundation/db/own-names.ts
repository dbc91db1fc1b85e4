/** Keeps the names that a client gives its prepared statements apart from those of others in the session that all share. */
export type OwnNames = {
  /** A message with the name as it is in the session; any other message as it is. */
  rename(message: Buffer): Buffer
  /** Messages that close every statement the client has named, for when it is gone; nothing when it has named none. */
  closing(): Buffer | undefined
}

/** @param owner what sets this client's names apart */
export function ownNames(owner: string): OwnNames {
  const prefix = Buffer.from(`${owner} `)
  const named = new Set<string>()
  return {
    rename: (message) => {
      const at = nameIn(message)
      if (at === undefined || message[at] === 0) return message
      if (kindOf(message) === 'P') named.add(message.toString('latin1', at, message.indexOf(0, at)))
      const renamed = Buffer.concat([message.subarray(0, at), prefix, message.subarray(at)])
      renamed.writeInt32BE(renamed.length - 1, 1)
      return renamed
    },
    closing: () => (named.size === 0 ? undefined : Buffer.concat([...named].map((name) => closeOf(Buffer.concat([prefix, Buffer.from(name, 'latin1')]))))),
  }
}

function kindOf(message: Buffer): string {
  return String.fromCharCode(message[0] ?? 0)
}

/** Where the name of a prepared statement stands: in Parse, in Bind after the portal's, in Describe and Close when they are of a statement. */
function nameIn(message: Buffer): number | undefined {
  const kind = kindOf(message)
  if (kind === 'P') return 5
  if (kind === 'B') return message.indexOf(0, 5) + 1
  return (kind === 'D' || kind === 'C') && message[5] === 'S'.charCodeAt(0) ? 6 : undefined
}

function closeOf(name: Buffer): Buffer {
  const message = Buffer.concat([Buffer.from('C0000S'), name, Buffer.from([0])])
  message.writeInt32BE(message.length - 1, 1)
  return message
}
