import type { Tongue } from './languages.ts'

/** A Swedish text that people wrote, with what its own room has in other languages. */
export type Original = { readonly text: string; readonly given?: Partial<Record<Tongue, string | null>> }

/** The texts of a page in the reader's language, by their Swedish words. */
export type Content = {
  readonly language: Tongue
  readonly texts: Readonly<Record<string, string>>
  /** Something on the page is in Swedish only. */
  readonly onlySwedish: boolean
  /** Something on the page was translated by a machine. */
  readonly byMachine: boolean
}
