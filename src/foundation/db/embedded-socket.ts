import { createServer, type Server, type Socket } from 'node:net'
import { type OwnNames, ownNames } from './own-names.ts'

/** What the socket needs of the database: to run whole messages of PostgreSQL's protocol, and to hand back its answer. */
export type Backend = { execProtocolRawSync(messages: Uint8Array): Uint8Array }

// The kind of message that ends an exchange: the greeting, Query, Sync, function call, or a Flush, after which the client waits for the answer so far.
const ends = ['greeting', 'Q', 'S', 'F', 'H'] as const
type End = (typeof ends)[number]
type Exchange = { readonly bytes: Buffer[]; end?: End | undefined }
type Limits = { readonly longestIdleMs?: number; readonly onBroken?: (fault: Error) => void }
type Guest = { readonly socket: Socket; unread: Buffer; started: boolean; readonly exchanges: Exchange[]; readonly names: OwnNames }

const sslRequest = 80877103
const encryptionRequest = 80877104
const protocolVersion3 = 196608
// As in PostgreSQL. What is longer is somebody who speaks another language.
const longestGreeting = 10_000

/**
 * Answers PostgreSQL clients on a Unix socket, with one backend for all of them. An exchange (everything up to the client's
 * Sync or simple query) is run whole, and a client in a transaction keeps the backend until it ends, so that two clients
 * never get into each other's statements. (The socket server that comes with PGlite mixes them: docs/decisions/0009.)
 * All clients share one session: the names of their prepared statements are kept apart. COPY FROM STDIN is not spoken.
 */
export function serveOnSocket(backend: Backend, path: string, { longestIdleMs = 60_000, onBroken = endWith }: Limits = {}): Promise<{ stop(): Promise<void> }> {
  const guests = new Set<Guest>()
  const waiting: Guest[] = []
  let holder: Guest | undefined
  let idle: NodeJS.Timeout | undefined
  let [came, isStopping] = [0, false]
  // Of clients that are gone: what closes their statements, when nobody is in the middle of anything.
  const leftOpen: Buffer[] = []

  const server: Server = createServer((socket) => {
    const guest: Guest = { socket, unread: Buffer.alloc(0), started: false, exchanges: [], names: ownNames(`guest ${++came}`) }
    guests.add(guest)
    socket.on('data', (bytes) => {
      guest.unread = guest.unread.length === 0 ? bytes : Buffer.concat([guest.unread, bytes])
      if (readExchanges(guest)) waiting.push(guest)
      serveWaiting()
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      guests.delete(guest)
      guest.exchanges.length = 0
      if (holder === guest) release()
      const closing = guest.names.closing()
      if (closing) leftOpen.push(closing)
      serveWaiting()
    })
  })

  function serveWaiting(): void {
    if (!holder && !isStopping && leftOpen.length > 0) backend.execProtocolRawSync(Buffer.concat([...leftOpen.splice(0), message('S')]))
    for (let next = nextGuest(); next; next = nextGuest()) {
      const exchange = next.exchanges.shift()
      if (!exchange) continue
      const answer = backend.execProtocolRawSync(Buffer.concat(exchange.bytes))
      const state = stateAfter(answer, exchange.end)
      next.socket.write(answer)
      if (next.exchanges[0]?.end) waiting.push(next)
      hold(state === 'idle' ? undefined : next)
      if (state === 'broken') onBroken(new Error(`The database ended: ${inWords(answer)}`))
    }
  }

  function nextGuest(): Guest | undefined {
    if (!holder) return waiting.shift()
    const at = waiting.indexOf(holder)
    return at === -1 ? undefined : waiting.splice(at, 1)[0]
  }

  function hold(guest: Guest | undefined): void {
    clearTimeout(idle)
    holder = guest
    if (!guest) return
    // A transaction that waits for something outside the database holds everybody up: there is only one backend.
    idle = setTimeout(() => {
      guest.socket.end(fatal('25P03', 'the transaction waited too long outside the database'))
      guest.socket.destroySoon()
    }, longestIdleMs)
  }

  // A client that is gone in the middle leaves nothing behind: the exchange is ended, and its transaction undone.
  function release(): void {
    backend.execProtocolRawSync(message('S'))
    backend.execProtocolRawSync(message('Q', 'rollback'))
    hold(undefined)
  }

  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(path, () =>
      done({
        stop: async () => {
          isStopping = true
          const closed = new Promise<void>((ended) => server.close(() => ended()))
          for (const guest of guests) guest.socket.destroySoon()
          await closed
          clearTimeout(idle)
        },
      }),
    )
  })
}

// A database that is lost is not to be served around: the process ends, and starts again from what is on disk.
function endWith(fault: Error): never {
  throw fault
}

/** Cuts what has come into exchanges. Answers whether one became ready that nobody waits for yet. */
function readExchanges(guest: Guest): boolean {
  const before = guest.exchanges.some(({ end }) => end)
  while (guest.socket.writable) {
    const length = lengthOfNext(guest)
    if (length === undefined) break
    if (length < 5 || (!guest.started && length > longestGreeting)) guest.socket.destroy()
    if (guest.unread.length < length) break
    const bytes = guest.unread.subarray(0, length)
    guest.unread = guest.unread.subarray(length)
    if (!guest.started) greet(guest, bytes)
    else take(guest, bytes)
  }
  return !before && guest.exchanges.some(({ end }) => end)
}

function lengthOfNext({ unread, started }: Guest): number | undefined {
  if (!started) return unread.length < 8 ? undefined : unread.readInt32BE(0)
  return unread.length < 5 ? undefined : 1 + unread.readInt32BE(1)
}

function greet(guest: Guest, bytes: Buffer): void {
  const code = bytes.readInt32BE(4)
  if (code === sslRequest || code === encryptionRequest) guest.socket.write('N')
  else if (code === protocolVersion3) {
    guest.started = true
    guest.exchanges.push({ bytes: [bytes], end: 'greeting' })
  } else guest.socket.end()
}

function take(guest: Guest, bytes: Buffer): void {
  const kind = String.fromCharCode(bytes[0] ?? 0)
  if (kind === 'X') return void guest.socket.end()
  const last = guest.exchanges.at(-1)
  const open: Exchange = last && !last.end ? last : { bytes: [] }
  if (open !== last) guest.exchanges.push(open)
  open.bytes.push(guest.names.rename(bytes))
  open.end = ends.find((end) => end === kind)
}

type State = 'idle' | 'held' | 'broken'

/** What the backend is left in. It is idle when its last word is ReadyForQuery outside any transaction, and broken when it owes that word. */
function stateAfter(answer: Uint8Array, end: End | undefined): State {
  let state: State = end === 'H' ? 'held' : 'broken'
  for (const { kind, body } of messagesOf(answer)) {
    if (kind === 'Z') state = body[0] === 'I'.charCodeAt(0) ? 'idle' : 'held'
    if (kind === 'E' && body.includes('VPANIC\0')) return 'broken'
  }
  return state
}

function* messagesOf(answer: Uint8Array): Generator<{ kind: string; body: Buffer }> {
  const bytes = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength)
  for (let at = 0; at + 5 <= bytes.length; ) {
    const length = 1 + bytes.readInt32BE(at + 1)
    yield { kind: String.fromCharCode(bytes[at] ?? 0), body: bytes.subarray(at + 5, at + length) }
    at += length
  }
}

function inWords(answer: Uint8Array): string {
  const error = [...messagesOf(answer)].find(({ kind }) => kind === 'E')
  const fields = error?.body.toString().split('\0') ?? []
  return fields.find((field) => field.startsWith('M'))?.slice(1) ?? 'it does not answer'
}

function message(kind: string, ...texts: string[]): Buffer {
  const body = Buffer.from(texts.map((text) => `${text}\0`).join(''))
  const head = Buffer.alloc(5, kind)
  head.writeInt32BE(4 + body.length, 1)
  return Buffer.concat([head, body])
}

function fatal(code: string, words: string): Buffer {
  return message('E', 'SFATAL', `C${code}`, `M${words}`, '')
}
