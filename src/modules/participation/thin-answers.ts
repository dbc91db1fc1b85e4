import { z } from 'zod'
import { freezeDocument } from '#documents'
import { requiredText, slugField } from '#kernel/fields'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayThin } from './access.ts'
import { countNow, readPublicFigures } from './read-figures.ts'
import { readThinning } from './read-thinning.ts'
import { leavesOf } from './seal-answers.ts'
import * as store from './store.server.ts'
import { thinningDocument } from './thinning-document.ts'

const thinningForm = z.object({ slug: slugField, decision: requiredText(120), reason: requiredText(500) })

const atOnce = 1000
// One run is one transaction; what is left is thinned by the next.
const mostInOneRun = 20_000

/**
 * Thins the answers of a dialogue that nothing rests on, with its begun answers, or its votes with the
 * statements that people have written and nobody is shown, and freezes a protocol with the figures as they stood before. Refuses
 * `not-found`; `not-due` before the day; `nothing-to-thin` when all that is left is rested on.
 */
export const thinAnswers = command(mayThin, thinningForm, async ({ input: { slug, decision, reason }, actor, now, record }) => {
  const before = await readThinning(slug, now)
  if (!before) return refused({ refused: 'not-found' as const })
  if (!before.isDue) return refused({ refused: 'not-due' as const })
  if (before.free + before.begun + before.proposals === 0) return refused({ refused: 'nothing-to-thin' as const })
  const { dialogue } = before
  // As they stand now: a count that is kept may be old, and would be frozen for good.
  const figures = await readPublicFigures(slug, now, (of, at, before) => countNow(of, at, before && { before }))
  let thinned = 0
  while (thinned < mostInOneRun) {
    const rows = await store.listFree(dialogue.id, Math.min(atOnce, mostInOneRun - thinned))
    if (rows.length === 0) break
    const leaves = await leavesOf(rows.filter(({ sealSequence }) => sealSequence !== null))
    await store.putErasures(
      rows.map(({ id, persons, sealSequence }) => ({
        ...{ dialogueId: dialogue.id, responseId: id, erasedOn: now.day, why: 'thinned' as const, persons, sealSequence },
        ...{ sealLeaf: leaves.get(id) ?? null, erasedBy: actor.person },
      })),
    )
    await store.deleteResponses(rows.map(({ id }) => id))
    thinned += rows.length
  }
  // Of votes no page is counted anew, and no proof is owed to the one who gave them: nothing is left of them.
  if (dialogue.kind === 'opinion') thinned = await store.deleteParticipants(dialogue.id, mostInOneRun)
  const proposals = await store.deleteUnshownProposals(dialogue.id)
  const begun = await store.deleteBegunAnswersOf(dialogue.id)
  await store.deleteBurstsOf([dialogue.id])
  const number = (await store.listProtocols(dialogue.id)).filter(({ kind }) => kind === 'thinning').length + 1
  const counts = { thinned, begun, proposals, resting: before.resting, left: before.free - thinned }
  const content = thinningDocument({ ...before, decision, reason, number, counts, figures, on: now.day })
  const document = await freezeDocument({ kind: 'thinning-protocol', subject: { kind: 'dialogue', id: dialogue.id, version: number }, content, now })
  await store.putProtocol({ dialogueId: dialogue.id, kind: 'thinning', number, decision, reason, documentId: document.id, madeBy: actor.person, madeAt: now.at })
  await record('answers-thinned', { kind: 'document', id: document.id }, `${decision}: ${reason} (${document.sha256})`)
  return granted({ ...counts, sha256: document.sha256 })
})
