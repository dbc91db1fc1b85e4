import { identityField } from '#kernel/fields'
import { fileFormats } from '#participation'
import { isOfKind } from './guid-of.ts'
import { childOf, childrenOf, decoded, readXml, type XmlElement, type XmlFault } from './read-xml.ts'
import { dimensions } from './rules/dimensions.ts'
import {
  codeWords,
  type Exchange,
  type FileCode,
  type FileMemo,
  type FileQuote,
  type FileReading,
  type FileSetAside,
  type Rejected,
  type RejectReason,
  unsaid,
} from './rules/exchange.ts'
import { placeFrom, withPlainLines } from './rules/text-places.ts'
import { suggestionsKnown } from './tables.ts'
import { codeOfDimension, noteOfStance, noteOfSuggestion, quoteName, setAsideName } from './write-refi.ts'

export type RefiFault = XmlFault | 'not-a-zip' | 'encrypted' | 'not-a-codebook' | 'not-a-project' | 'too-many-codes'

const [mostUnpacked, mostCodes] = [48 * 1024 * 1024, 500]
// What a file may say about ours in words: a note that is hung on many things, and a reason for many, is as much as if each had its own.
const mostSaid = 8_000_000

/** The codes of a codebook (`.qdc`), in the order of the file, or what is wrong with it. */
export function readCodebookFile(bytes: Uint8Array): FileCode[] | RefiFault {
  const root = readXml(bytes)
  if (typeof root === 'string') return root
  return root.name === 'CodeBook' ? codesOf(root) : 'not-a-codebook'
}

/**
 * A project (`.qdpx`) as readings of statements of ours, or what is wrong with it. A source is a statement by its guid, and its text must be the same but for
 * line ends; other sources are counted and left. `textOf` gives the text as coders see it.
 */
export function readProjectFile(bytes: Uint8Array, textOf: (id: string) => string | undefined): Exchange | RefiFault {
  const files = fileFormats.unzipFiles(bytes, (name) => /^(?:project\.qde|sources\/[^/\\]+\.txt)$/i.test(name), mostUnpacked, 65_535)
  if (typeof files === 'string') return files
  const project = [...files].find(([name]) => name.toLowerCase() === 'project.qde')?.[1]
  if (!project) return 'not-a-project'
  const root = readXml(project)
  if (typeof root === 'string') return root
  if (root.name !== 'Project') return 'not-a-project'
  const codes = codesOf(childOf(root, 'CodeBook'))
  if (typeof codes === 'string') return codes
  const written = new Map([...files].map(([name, content]) => [name.replace(/^[^/]*\//, '').toLowerCase(), content]))
  const sources = (childOf(root, 'Sources')?.children ?? []).map((source) => ({ source, id: guidIn(source, 'guid') }))
  const ours = sources.flatMap(({ source, id }) => {
    const text = source.name === 'TextSource' ? textOf(id) : undefined
    return text === undefined ? [] : [readSource(source, id, text, written)]
  })
  const known = new Set(ours.map(({ id }) => id))
  const [memos, setAsides] = [memosOf(root, known), setAsidesOf(root, known)]
  const said = [...memos.map(({ text }) => text), ...setAsides.map(({ reason }) => reason)].reduce((sum, { length }) => sum + length, 0)
  if (said > mostSaid) return 'too-large-unpacked'
  return {
    codes,
    readings: ours.flatMap(({ readings }) => readings),
    rejected: ours.flatMap(({ rejected }) => rejected),
    memos,
    setAsides,
    quotes: ours.flatMap(({ quotes }) => quotes),
    foreign: sources.length - ours.length,
    known: ours.length,
  }
}

function codesOf(book: XmlElement | undefined): FileCode[] | 'too-many-codes' {
  const codes: FileCode[] = []
  const walk = (element: XmlElement, parent: string | null, dimension: string) => {
    for (const code of childrenOf(element, 'Code')) {
      const [guid, name, isCodable] = [guidIn(code, 'guid'), (code.attributes.name ?? '').trim(), !/^(?:false|0)$/.test(code.attributes.isCodable ?? '')]
      const key = parent === null && !isCodable ? dimensionOf(guid, name, code) : undefined
      if (key !== undefined) walk(code, null, key)
      else {
        codes.push({ guid, name, isCodable, parent, dimension, ...codeWords(name, childOf(code, 'Description')?.text ?? '') })
        walk(code, guid, dimension)
      }
    }
  }
  for (const top of childrenOf(book, 'Codes')) walk(top, null, 'tema')
  return codes.length > mostCodes ? 'too-many-codes' : codes
}

/** The dimension that a code at the top is, by its identity, or by its name where another tool has given it a new one. */
function dimensionOf(guid: string, name: string, code: XmlElement): string | undefined {
  const known = dimensions.find((dimension) => dimension.name === name && childOf(code, 'Description') === undefined)
  return known?.key ?? (codeOfDimension(name) === guid ? name : undefined)
}

type Read = { readonly id: string; readonly readings: FileReading[]; readonly quotes: FileQuote[]; readonly rejected: Rejected[] }

function readSource(source: XmlElement, id: string, text: string, files: ReadonlyMap<string, Buffer>): Read {
  const read: Read = { id, readings: [], quotes: [], rejected: [] }
  const path = (source.attributes.plainTextPath ?? '').replace(/^internal:\/\//, '').toLowerCase()
  const inFile = files.get(path)
  // One that is longer than the text could be written is another, and isn't read once for each source that names it.
  const isLonger = inFile !== undefined && inFile.length > 4 * text.length + 4
  const written = isLonger ? undefined : inFile ? decoded(inFile) : childOf(source, 'PlainTextContent')?.text
  const where = source.attributes.name?.slice(0, 80) || id
  const reject = (reason: RejectReason) => read.rejected.push({ where, reason, statementId: id })
  const isSame = written !== undefined && withPlainLines(written) === withPlainLines(text)
  const codings = [
    ...childrenOf(source, 'PlainTextSelection').flatMap((selection) => childrenOf(selection, 'Coding').map((coding) => ({ coding, selection }))),
    ...childrenOf(source, 'Coding').map((coding) => ({ coding, selection: undefined })),
  ]
  for (const selection of childrenOf(source, 'PlainTextSelection')) {
    if (!isOfKind('quote', guidIn(selection, 'guid')) && selection.attributes.name !== quoteName) continue
    const quote = isSame ? readQuote(selection, id, written, text) : 'quote-of-other-text'
    // A quote that is left leaves no reading.
    if (typeof quote === 'string') read.rejected.push({ where, reason: quote })
    else read.quotes.push(quote)
  }
  if (codings.length > 0 && !isSame) reject('other-text')
  else
    for (const { coding, selection } of codings) {
      const span = selection && spanOf(selection, written ?? text, text)
      if (span === null) reject('bad-span')
      else read.readings.push({ ...readCoding(coding), statementId: id, from: span?.from ?? null, to: span?.to ?? null, length: text.length })
    }
  return read
}

function readQuote(selection: XmlElement, statementId: string, written: string, text: string): FileQuote | 'bad-quote' {
  const span = spanOf(selection, written, text)
  if (!span) return 'bad-quote'
  const isWhole = span.from === 0 && span.to === text.length
  const guid = identityField.safeParse(guidIn(selection, 'guid')).data ?? ''
  const why = childOf(selection, 'Description')?.text.trim() || unsaid
  return { guid, statementId, from: isWhole ? null : span.from, to: isWhole ? null : span.to, why, length: text.length }
}

/** Statements of ours that the file has in a set of brus, with the reason of the set. */
function setAsidesOf(root: XmlElement, ours: ReadonlySet<string>): FileSetAside[] {
  const sets = childrenOf(childOf(root, 'Sets'), 'Set').filter((set) => isOfKind('aside', guidIn(set, 'guid')) || set.attributes.name === setAsideName)
  return sets.flatMap((set) => {
    const reason = childOf(set, 'Description')?.text.trim() || unsaid
    return childrenOf(set, 'MemberSource')
      .map((member) => guidIn(member, 'targetGUID'))
      .filter((id) => ours.has(id))
      .map((statementId) => ({ statementId, reason }))
  })
}

function spanOf({ attributes }: XmlElement, written: string, text: string): { from: number; to: number } | null {
  const [start, end] = [attributes.startPosition, attributes.endPosition].map((said) => (/^\d{1,7}$/.test(said ?? '') ? Number(said) : Number.NaN))
  const [from, to] = [start, end].map((place) => (Number.isNaN(place) ? undefined : placeFrom(written, text, place ?? 0)))
  return from === undefined || to === undefined || to <= from ? null : { from, to }
}

function readCoding(coding: XmlElement): Pick<FileReading, 'code' | 'stance' | 'suggestion'> {
  const notes = new Set(childrenOf(coding, 'NoteRef').map((note) => guidIn(note, 'targetGUID')))
  const stance = (['keep', 'leave', 'want'] as const).find((known) => notes.has(noteOfStance(known))) ?? null
  const suggestion = suggestionsKnown.find((known) => notes.has(noteOfSuggestion(known))) ?? 'none'
  const ref = childOf(coding, 'CodeRef')
  return { code: ref ? guidIn(ref, 'targetGUID') : '', stance, suggestion }
}

/** Notes on the project, on its codes, and on statements of ours. Those that say a stance or a suggestion hang on codings and are none of them. */
function memosOf(root: XmlElement, ours: ReadonlySet<string>): FileMemo[] {
  const texts = new Map(childrenOf(childOf(root, 'Notes'), 'Note').map((note) => [guidIn(note, 'guid'), childOf(note, 'PlainTextContent')?.text.trim() ?? '']))
  const memos: FileMemo[] = []
  const take = (element: XmlElement, place: Omit<FileMemo, 'text'>) => {
    for (const note of childrenOf(element, 'NoteRef')) {
      const text = texts.get(guidIn(note, 'targetGUID'))
      if (text) memos.push({ text, ...place })
    }
  }
  const walk = (element: XmlElement) => {
    for (const code of childrenOf(element, 'Code')) {
      take(code, { statementId: null, code: guidIn(code, 'guid') })
      walk(code)
    }
  }
  take(root, { statementId: null, code: null })
  for (const codes of childrenOf(childOf(root, 'CodeBook'), 'Codes')) walk(codes)
  for (const source of childrenOf(childOf(root, 'Sources'), 'TextSource')) {
    const id = guidIn(source, 'guid')
    if (ours.has(id)) take(source, { statementId: id, code: null })
  }
  return memos
}

/** An identity as the file has it, without braces and in small letters; some tools write both. */
function guidIn({ attributes }: XmlElement, name: string): string {
  return (attributes[name] ?? '').replace(/^\{(.*)\}$/, '$1').toLowerCase()
}
