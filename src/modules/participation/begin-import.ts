import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayTakeInAnswers } from './access.ts'
import { keepImport } from './begun-import.ts'
import { beginImportForm } from './import-schema.ts'
import { readSheet } from './read-sheet.ts'
import { readSurveyById } from './read-survey.ts'
import { takesInAnswers } from './weigh-import.ts'

/**
 * Reads a file of answers from another system and keeps it to be looked at. No answer is stored. Refuses `not-open`, `unreadable-file` with what is
 * wrong with it, and `not-found`.
 */
export const beginImport = command(mayTakeInAnswers, beginImportForm, async ({ input, actor, now }) => {
  const dialogue = await readSurveyById(input.dialogueId, now)
  if (!dialogue) return refused({ refused: 'not-found' })
  if (!takesInAnswers(dialogue)) return refused({ refused: 'not-open' })
  const sheet = readSheet(input.bytes)
  if (typeof sheet === 'string') return refused({ refused: 'unreadable-file', fault: sheet })
  const token = await keepImport(dialogue.id, { fileName: input.fileName.slice(0, 200), sheet }, actor.person, now)
  return token ? granted({ token }) : refused({ refused: 'unreadable-file', fault: 'too-large-unpacked' as const })
})
