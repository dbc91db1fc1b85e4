import { type CodeWords, readCodeDescription } from './code-description.ts'

/** A code of a file, before those under it. */
export type FileCode = {
  readonly guid: string
  readonly name: string
  readonly isCodable: boolean
  readonly parent: string | null
  readonly dimension: string
  readonly words: CodeWords
  /** Its description was not written here, so it is a definition and nothing more. */
  readonly isForeign: boolean
  /** How far two read it alike where the file was written, which is of the answers there. */
  readonly tested?: string | undefined
}
export type FileReading = {
  readonly statementId: string
  /** A code of the file by its guid, or a theme by its address. */
  readonly code: string
  readonly stance: 'keep' | 'leave' | 'want' | null
  readonly suggestion: 'none' | 'hidden' | 'seen' | 'in-bulk'
  /** In UTF-16 units of the text as coders see it. */
  readonly from: number | null
  readonly to: number | null
  /** Of the text that it is a reading of, in UTF-16 units. */
  readonly length: number
}
export type FileMemo = { readonly text: string; readonly statementId: string | null; readonly code: string | null }
export type FileSetAside = { readonly statementId: string; readonly reason: string }
/** A quote of the basket, a part of a text or the whole of it, in UTF-16 units. */
export type FileQuote = {
  /** Empty where the file has none that can be one. */
  readonly guid: string
  readonly statementId: string
  readonly from: number | null
  readonly to: number | null
  readonly why: string
  /** Of the text that it is a quote of. */
  readonly length: number
}
/** What of a file would be new here, what can't be held, and how many were ended here since and stay so. */
export type Weighed<Each> = { readonly fresh: readonly Each[]; readonly rejected: readonly Rejected[]; readonly ended: number }
export type RejectReason =
  | 'unknown-statement'
  | 'unknown-theme'
  | 'not-codable'
  | 'unknown-stance'
  | 'unknown-suggestion'
  | 'bad-span'
  | 'other-text'
  | 'set-aside'
  | 'too-many'
  | 'broken-row'
  | 'coded-here'
  | 'coded-in-file'
  | 'long-reason'
  | 'quote-of-other-text'
  | 'bad-quote'
  | 'other-quote'
  | 'other-reason'
  | 'long-memo'
  | 'memo-of-code'
/** With the statement, where it is one of ours: its other readings are then left too, for half a reading is another. */
export type Rejected = { readonly where: string; readonly reason: RejectReason; readonly statementId?: string }
export type Exchange = {
  readonly codes: readonly FileCode[]
  readonly readings: readonly FileReading[]
  readonly memos: readonly FileMemo[]
  readonly setAsides: readonly FileSetAside[]
  readonly quotes: readonly FileQuote[]
  readonly rejected: readonly Rejected[]
  /** Sources of the file that are no statements of ours. */
  readonly foreign: number
  /** Our statements that the file has. */
  readonly known: number
}

/** What stands where another tool has said nothing. */
export const unsaid = 'Inte sagt'

/**
 * The words of a code with their texts in the right places.
 *
 * @example
 * codeWords('Resor', '').words.definition // => 'Inte sagt'
 */
export function codeWords(name: string, description: string): Pick<FileCode, 'words' | 'isForeign' | 'tested'> {
  const ours = readCodeDescription(description)
  if (ours) {
    const { tested, ...words } = ours
    return { words, isForeign: false, ...(tested && { tested }) }
  }
  const said = description.trim()
  return { words: { definition: said === '' || said === name ? unsaid : said, whenToUse: unsaid, whenNot: unsaid, examples: '', slug: '' }, isForeign: true }
}

type Held = { readonly themeId: string; readonly stance: string | null; readonly suggestion: string; readonly spanFrom: number | null; readonly spanTo: number | null }

/** What a coding says, whoever made it and when: two that say the same are one. */
export function codingSays({ themeId, stance, suggestion, spanFrom, spanTo }: Held): string {
  return JSON.stringify([themeId, stance, suggestion, spanFrom, spanTo])
}
