import { connect } from 'node:net'

export type ScanVerdict = 'clean' | 'found' | 'unreachable'

const patienceMs = 5_000
const largestChunk = 64 * 1024

/** Where clamd listens (`SAMSYN_ANTIVIRUS`); nothing when no antivirus is set. Throws for what is no such address. */
export function antivirusAt(written: string | undefined): { readonly host: string; readonly port: number } | undefined {
  if (!written) return undefined
  const address = URL.canParse(written) ? new URL(written) : undefined
  if (address?.protocol !== 'tcp:' || !address.hostname || !address.port) throw new Error(`SAMSYN_ANTIVIRUS is ${written}; it must be where clamd listens: tcp://host:3310.`)
  return { host: address.hostname.replace(/^\[|\]$/g, ''), port: Number(address.port) }
}

/**
 * Asks clamd about a file (INSTREAM). Whatever is not a plain yes or no, in time, is `unreachable`: a file that nobody has looked at is not taken.
 */
export function scanBytes(bytes: Uint8Array, { host, port }: { host: string; port: number }): Promise<ScanVerdict> {
  return new Promise((answer) => {
    const socket = connect({ host, port })
    let said = ''
    const end = (verdict: ScanVerdict) => {
      clearTimeout(patience)
      socket.destroy()
      answer(verdict)
    }
    // From beginning to end, so that one who answers a letter at a time is not waited for.
    const patience = setTimeout(() => end('unreachable'), patienceMs)
    socket.on('error', () => end('unreachable'))
    socket.on('close', () => end('unreachable'))
    socket.on('data', (some) => {
      said += some.toString('latin1')
      if (said.includes('\0')) end(verdictOf(said.slice(0, said.indexOf('\0'))))
      else if (said.length > largestChunk) end('unreachable')
    })
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let at = 0; at < bytes.length; at += largestChunk) {
        const chunk = bytes.subarray(at, at + largestChunk)
        socket.write(lengthOf(chunk.length))
        socket.write(chunk)
      }
      socket.write(lengthOf(0))
    })
  })
}

function verdictOf(said: string): ScanVerdict {
  if (said === 'stream: OK') return 'clean'
  return /^stream: .+ FOUND$/.test(said) ? 'found' : 'unreachable'
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}
