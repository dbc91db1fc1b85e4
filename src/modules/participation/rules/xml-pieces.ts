/** A tag by its name without prefix, or the text between two. An empty element is opened and closed. */
export type XmlPiece =
  | { readonly is: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly is: 'close'; readonly name: string }
  | { readonly is: 'text'; readonly text: string }

// Whoever declares a type may declare what a name stands for, and what it stands for may be a million times itself.
export class DeclaresTypes extends Error {}

/** The pieces of an XML text, one after the other. It knows the five entities of XML itself and signs by number, and no others. Throws `DeclaresTypes`. */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    const text = xml.slice(at, tag < 0 ? undefined : tag)
    if (text !== '') yield { is: 'text', text: signsOf(text) }
    if (tag < 0) return
    if (xml.startsWith('<![CDATA[', tag)) {
      const end = endOf(xml, ']]>', tag)
      yield { is: 'text', text: xml.slice(tag + 9, end) }
      at = end + 3
    } else if (xml.startsWith('<!--', tag)) at = endOf(xml, '-->', tag) + 3
    else if (xml[tag + 1] === '!') throw new DeclaresTypes('The file declares a document type.')
    else {
      const end = endOfTag(xml, tag)
      if (xml[tag + 1] !== '?') yield* tagOf(xml.slice(tag + 1, end))
      at = end + 1
    }
  }
}

function* tagOf(inside: string): Generator<XmlPiece> {
  const isClosing = inside.startsWith('/')
  const isEmpty = inside.endsWith('/')
  const written = inside.slice(isClosing ? 1 : 0, isEmpty ? -1 : undefined)
  const ends = written.search(/\s/)
  const name = (ends < 0 ? written : written.slice(0, ends)).replace(/^[^:]*:/, '')
  if (isClosing) return yield { is: 'close', name }
  yield { is: 'open', name, attributes: ends < 0 ? {} : attributesOf(written.slice(ends)) }
  if (isEmpty) yield { is: 'close', name }
}

// What no honest file holds is not looked through again and again.
const longestTag = 10_000

function attributesOf(written: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null)
  if (written.length > longestTag) return found
  let at = 0
  while (at < written.length) {
    const equals = written.indexOf('=', at)
    const begins = written.slice(equals + 1).search(/["']/)
    if (equals < 0 || begins < 0) break
    const from = equals + 1 + begins
    const to = written.indexOf(written[from] ?? '"', from + 1)
    if (to < 0) break
    found[written.slice(at, equals).trim()] = signsOf(written.slice(from + 1, to))
    at = to + 1
  }
  return found
}

const endOf = (xml: string, sign: string, from: number) => {
  const end = xml.indexOf(sign, from)
  return end < 0 ? xml.length : end
}

// A sign that ends a tag may stand in what an attribute says.
function endOfTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from; at < xml.length; at++) {
    const sign = xml[at] ?? ''
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '>') return at
    else if (sign === '"' || sign === "'") quote = sign
  }
  return xml.length
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function signsOf(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}
