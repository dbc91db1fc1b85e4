import { withoutMarks } from '../kernel/terms.ts'

/** What a form sent, as text. A field that was not sent reads as the empty string. */
export type SentForm = {
  text(name: string): string
  all(name: string): string[]
  has(name: string): boolean
  /** Every field once, for showing the form again with what was written. */
  kept(): Record<string, string>
}

/**
 * Reads a plain form post. Bytes that are not UTF-8 are refused with 400, so that no answer is stored with letters lost.
 * The size was limited before (create-app).
 */
export async function readForm(request: Request): Promise<SentForm> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) throw new Response('unsupported-form', { status: 415, statusText: 'Unsupported Media Type' })
  // One character for each byte, which TextDecoder's "latin1" is not: it reads 0x80 as the euro sign.
  const pairs = Buffer.from(await request.arrayBuffer())
    .toString('latin1')
    .split('&')
    .filter((pair) => pair !== '')
  const fields = new Map<string, string[]>()
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    const name = decode(at < 0 ? pair : pair.slice(0, at))
    const value = at < 0 ? '' : decode(pair.slice(at + 1))
    const sent = fields.get(name)
    // Not copied: sixty thousand fields of one name would be copied sixty thousand times.
    if (sent) sent.push(value)
    else fields.set(name, [value])
  }
  return {
    text: (name) => fields.get(name)?.[0] ?? '',
    all: (name) => fields.get(name) ?? [],
    has: (name) => fields.has(name),
    kept: () => Object.fromEntries([...fields].map(([name, values]) => [name, values[0] ?? ''])),
  }
}

function decode(encoded: string): string {
  const plain = decodedAtOnce(encoded)
  return plain === undefined ? decodeBytes(encoded) : withoutMarks(plain.replaceAll('\r\n', '\n'))
}

/** What a browser sends, which is nearly all there is; nothing for what is written otherwise or broken. */
function decodedAtOnce(encoded: string): string | undefined {
  if (/[^\x20-\x7e]/.test(encoded)) return undefined
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

function decodeBytes(encoded: string): string {
  const bytes: number[] = []
  for (let i = 0; i < encoded.length; i++) {
    const character = encoded.charCodeAt(i)
    const hex = encoded.slice(i + 1, i + 3)
    if (character === 0x25 && /^[0-9a-fA-F]{2}$/.test(hex)) {
      bytes.push(Number.parseInt(hex, 16))
      i += 2
    } else bytes.push(character === 0x2b ? 0x20 : character)
  }
  try {
    // A browser sends line ends as CRLF; inside the house a line ends with LF.
    return withoutMarks(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes)).replaceAll('\r\n', '\n'))
  } catch {
    throw new Response('not-utf8', { status: 400, statusText: 'Bad Request' })
  }
}
