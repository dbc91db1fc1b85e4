/** What the benches call inside a process of their own. */
export { readMatrix } from '#analysis'
export { connectDatabase, disconnectDatabase } from '#db/database.server'
export { mapOpinions, seededRandom } from '#statistics'
export {
  adjustedMutualInformation,
  findThemes,
  indexTexts,
  learnCodes,
  lexiconOf,
  prepareTexts,
  readWordTable,
  stopWords,
  suggestFor,
  tokenise,
} from '#text'
export { readNamedVotes } from './opinion/read-opinion-files.ts'
