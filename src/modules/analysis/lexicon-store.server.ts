import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#db/project-folder'
import { type Lexicon, lexiconOf, readWordTable, type WordTable } from '#text'

let lexicon: Lexicon | undefined

/** The Swedish words that compounds are split by. Read once in each process, when it is first asked for. */
export function readLexicon(): Lexicon {
  lexicon ??= lexiconOf(readWords())
  return lexicon
}

/** The table of Swedish words, read anew: large, and kept by whoever needs it. */
export function readWords(): WordTable {
  return readWordTable(readFileSync(join(projectFolder(import.meta.url), 'packages/text/data/swedish-words.bin')))
}
