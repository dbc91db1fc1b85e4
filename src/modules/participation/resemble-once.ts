import { createHash } from 'node:crypto'
import { type ResemblingGroup, resemblingTexts, type WrittenText } from '#text'

type Kept = { readonly mark: string; readonly groups: Promise<ResemblingGroup[]> }
const kept = new Map<string, Kept>()
const mostKept = 50

/**
 * Which texts of a dialogue nearly resemble each other, reckoned once for the same texts in each process. What is kept is their numbers and a mark of all of
 * them, never a text: one that has come, gone or been masked is another mark, and then it is reckoned anew.
 */
export async function resemblingOnce(dialogueId: string, texts: readonly WrittenText[], reckon = resemblingTexts): Promise<ResemblingGroup[]> {
  const hash = createHash('sha256')
  for (const written of texts) hash.update(JSON.stringify([written.text, written.times]))
  const mark = hash.digest('hex')
  const last = kept.get(dialogueId)
  if (last?.mark === mark) return last.groups
  const groups = reckon(texts, () => new Promise((done) => setImmediate(done)))
  kept.delete(dialogueId)
  kept.set(dialogueId, { mark, groups })
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  groups.catch(() => kept.delete(dialogueId))
  return groups
}
