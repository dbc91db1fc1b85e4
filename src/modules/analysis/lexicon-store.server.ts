import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#db/project-folder'
import { type Lexicon, lexiconInParts, readWordTable, type WordTable } from '#text'
import { workInTurns } from './work-in-turns.ts'

let lexicon: Promise<Lexicon> | undefined

/** The Swedish words that compounds are split by. Made once in each process, when it is first asked for, while others are served. */
export function readLexicon(): Promise<Lexicon> {
  lexicon ??= workInTurns(lexiconInParts(readWords()))
  return lexicon
}

/** The table of Swedish words, read anew: large, and kept by whoever needs it. */
export function readWords(): WordTable {
  return readWordTable(readFileSync(join(projectFolder(import.meta.url), 'packages/text/data/swedish-words.bin')))
}
