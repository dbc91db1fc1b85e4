import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayReadCoding } from './access.ts'
import { listTestedThemes } from './read-codebook.ts'
import { codebookForm } from './schema.ts'
import { writeCodebook } from './write-refi.ts'

/** Hands out the codebook as it is used (REFI-QDA, `.qdc`). Refuses `empty-codebook`. */
export const exportCodebook = command(mayReadCoding, codebookForm, async ({ input: { processId }, now, record }) => {
  const themes = await listTestedThemes(processId)
  if (themes.length === 0) return refused({ refused: 'empty-codebook' })
  await record('codebook-exported', { kind: 'process', id: processId })
  return granted({ name: `kodbok-${now.day}.qdc`, content: writeCodebook(themes) })
})
