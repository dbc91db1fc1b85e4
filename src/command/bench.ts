/** What the benches call inside a process of their own. */
export { mapOpinions } from '#statistics'
export { readNamedVotes } from './opinion/read-opinion-files.ts'
