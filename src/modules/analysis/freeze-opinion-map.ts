import { freezeDocument } from '#documents'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { granted, refused } from '#kernel/result'
import { listDialogues, readVotes } from '#participation'
import { command } from '#trail'
import { mayFreezeOpinionMap } from './access.ts'
import { documentOfFindings } from './opinion-document.ts'
import * as store from './opinion-store.server.ts'
import { readEarlierMaps } from './read-opinion-map.ts'
import { reckonFindings } from './reckon-findings.ts'
import { countVotes, withoutDifferences } from './rules/frozen-before.ts'
import type { VotesReading } from './rules/opinion-findings.ts'
import { opinionFreezingForm } from './schema.ts'

/**
 * Works out what the votes of a dialogue of statements say, and freezes it as it may be shown. It is worked out before the transaction, of the votes as they
 * were then. Refuses `too-few-voters` (fewer than the threshold), and `too-little-new` when there are not as many more or fewer as the threshold since an
 * earlier one: from two that lie so close, single votes could be reckoned.
 */
export async function freezeOpinionMap(actor: Actor, input: { readonly dialogueId: string }, now: Moment) {
  const reckoned = mayFreezeOpinionMap(actor) ? await reckon(input.dialogueId, now) : undefined
  return command(mayFreezeOpinionMap, opinionFreezingForm, async ({ now: at, record }) => {
    if (!reckoned) return refused({ refused: 'not-found' })
    const { dialogue, votes } = reckoned
    const { threshold } = dialogue.group
    if (reckoned.findings.form === 'too-few') return refused({ refused: 'too-few-voters' })
    const earlier = await readEarlierMaps(dialogue.id)
    if (earlier.some(({ findings: then }) => Math.abs(reckoned.findings.participants - then.participants) < threshold)) return refused({ refused: 'too-little-new' })
    const { findings, counts } = withoutDifferences(reckoned.findings, countVotes(votes), earlier, threshold)
    const number = await store.nextOpinionMapNumber(dialogue.id)
    const content = documentOfFindings(findings, { title: dialogue.title, number, threshold })
    const document = await freezeDocument({ kind: 'opinion-map', subject: { kind: 'dialogue', id: dialogue.id, version: number }, content, now: at })
    const id = await store.putOpinionMap({ dialogueId: dialogue.id, number, documentId: document.id, counts, frozenBy: actor.person, frozenAt: at.at })
    // Somebody else froze one at this moment.
    if (!id) return refused({ refused: 'too-little-new' })
    await record('opinion-map-frozen', { kind: 'opinion-map', id })
    return granted({ id, number, sha256: document.sha256 })
  })(actor, input, now)
}

async function reckon(dialogueId: string, now: Moment) {
  const dialogue = (await listDialogues(now)).find(({ id, kind }) => id === dialogueId && kind === 'opinion')
  if (!dialogue || dialogue.state === 'draft') return undefined
  const votes = withoutQuotes(await readVotes(dialogue.id))
  return { dialogue, votes, findings: await reckonFindings({ votes, threshold: dialogue.group.threshold }) }
}

/** What is frozen stands for good, and an answer may be masked or withheld tomorrow: its words are not in the document. */
function withoutQuotes(votes: VotesReading): VotesReading {
  const statements = votes.statements.map((statement) =>
    statement.isQuote ? { ...statement, text: `Påstående ${statement.number}, ur ett svar på en enkät`, textEnglish: null } : statement,
  )
  return { ...votes, statements }
}
