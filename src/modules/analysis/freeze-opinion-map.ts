import { createHash } from 'node:crypto'
import { freezeDocument } from '#documents'
import { granted, refused } from '#kernel/result'
import { listDialogues, readVotes } from '#participation'
import { command } from '#trail'
import { mayFreezeOpinionMap } from './access.ts'
import { documentOfFindings } from './opinion-document.ts'
import * as store from './opinion-store.server.ts'
import { readOpinionMap } from './read-opinion-map.ts'
import { opinionFindings } from './rules/opinion-findings.ts'
import { opinionFreezingForm } from './schema.ts'

/**
 * Works out what the votes of a dialogue of statements say, and freezes it as it may be shown. Refuses `too-few-voters` (fewer than the threshold), and
 * `too-little-new` when fewer than the threshold have come since the last one: from two that lie so close, single votes could be reckoned.
 */
export const freezeOpinionMap = command(mayFreezeOpinionMap, opinionFreezingForm, async ({ input, actor, now, record }) => {
  const dialogue = (await listDialogues(now)).find(({ id, kind }) => id === input.dialogueId && kind === 'opinion')
  if (!dialogue || dialogue.state === 'draft') return refused({ refused: 'not-found' })
  const { threshold } = dialogue.group
  const votes = await readVotes(dialogue.id)
  const findings = opinionFindings(votes, threshold)
  if (findings.form === 'too-few') return refused({ refused: 'too-few-voters' })
  const last = await readOpinionMap(dialogue.id, now.at)
  if (last && Math.abs(findings.participants - last.findings.participants) < threshold) return refused({ refused: 'too-little-new' })
  const number = await store.nextOpinionMapNumber(dialogue.id)
  // Whoever has the votes can work out every figure anew and see that it was these.
  const votesSha256 = createHash('sha256').update(JSON.stringify(votes.columns)).digest('hex')
  const content = documentOfFindings(findings, { title: dialogue.title, number, votesSha256 })
  const document = await freezeDocument({ kind: 'opinion-map', subject: { kind: 'dialogue', id: dialogue.id, version: number }, content, now })
  const id = await store.putOpinionMap({ dialogueId: dialogue.id, number, documentId: document.id, frozenBy: actor.person, frozenAt: now.at })
  // Somebody else froze one at this moment.
  if (!id) return refused({ refused: 'too-little-new' })
  await record('opinion-map-frozen', { kind: 'opinion-map', id })
  return granted({ id, number, sha256: document.sha256 })
})
