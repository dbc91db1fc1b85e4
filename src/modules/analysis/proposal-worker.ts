import { parentPort, workerData } from 'node:worker_threads'
import { findThemes, lexiconOf } from '#text'
import { readWords } from './lexicon-store.server.ts'
import type { Found } from './read-cited.ts'

export type ProposalMessage = { readonly step: 'reading' | 'grouping' } | { readonly found: Found[] }

// Finding themes takes seconds of one core: it has a thread of its own, which is ended when somebody cancels.
const texts = workerData as readonly string[]
parentPort?.postMessage({ step: 'reading' } satisfies ProposalMessage)
const table = readWords()
const lexicon = lexiconOf(table)
parentPort?.postMessage({ step: 'grouping' } satisfies ProposalMessage)
const { themes, of } = findThemes(texts, table, lexicon)
const members = themes.map((): number[] => [])
of.forEach((theme, text) => {
  members[theme]?.push(text)
})
parentPort?.postMessage({
  found: themes.map(({ name, line, words, quotes }, at) => ({ name, description: line, words, statements: [...new Set([...quotes, ...(members[at] ?? [])])] })),
} satisfies ProposalMessage)
