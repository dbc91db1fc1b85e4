/** What the benches call inside a process of their own. */
export { mapOpinions, seededRandom } from '#statistics'
export { adjustedMutualInformation, findThemes, lexiconOf, readWordTable, suggestCodes, tokenise } from '#text'
export { readNamedVotes } from './opinion/read-opinion-files.ts'
