import { fileFormats } from '#participation'

export type XmlElement = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: XmlElement[]; text: string }
export type XmlFault = 'not-xml' | 'declares-types' | 'too-large-unpacked'

const [mostElements, deepest] = [400_000, 64]
// What no text of ours may hold, as the fields of forms say.
const unacceptable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/
const isAcceptable = (text: string) => text.isWellFormed() && !unacceptable.test(text)

/**
 * An XML file as its root element, or what is wrong with it. Names are without prefix. Declared types and entities are refused unread, and so is what is
 * deeper or more than any project.
 */
export function readXml(bytes: Uint8Array): XmlElement | XmlFault {
  const text = decoded(bytes)
  if (text === undefined || !isAcceptable(text)) return 'not-xml'
  try {
    // As the standard says: line ends are one sign before anything else, and those that are written by number stay.
    return treeOf(text.replaceAll(/\r\n?/g, '\n'))
  } catch (fault) {
    if (fault instanceof fileFormats.DeclaresTypes) return 'declares-types'
    throw fault
  }
}

function treeOf(xml: string): XmlElement | XmlFault {
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  let elements = 0
  for (const piece of fileFormats.xmlPieces(xml)) {
    const inside = open.at(-1) ?? top
    if (piece.is === 'text') {
      if (!isAcceptable(piece.text)) return 'not-xml'
      inside.text += piece.text
    } else if (piece.is === 'open') {
      if (++elements > mostElements || open.length > deepest) return 'too-large-unpacked'
      if (!Object.values(piece.attributes).every(isAcceptable)) return 'not-xml'
      const element: XmlElement = { name: piece.name, attributes: piece.attributes, children: [], text: '' }
      inside.children.push(element)
      open.push(element)
    } else if (open.length === 1 || open.pop()?.name !== piece.name) return 'not-xml'
  }
  const [root] = top.children
  return root && open.length === 1 && top.children.length === 1 && top.text.trim() === '' ? root : 'not-xml'
}

/** The text of a file without its byte order mark; undefined when it is neither UTF-8 nor says that it is UTF-16. */
export function decoded(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}
