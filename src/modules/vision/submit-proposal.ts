import { readMarks, readThemes } from '#analysis'
import { markedName } from '#analysis/words'
import { submitDocument } from '#decision'
import { freezeDocument } from '#documents'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { maySubmitProposal } from './access.ts'
import { readProposalById } from './read-proposals.ts'
import { submissionForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Freezes a proposal with what each phrase rests on (themes by name, counts and ids; never what anybody wrote) and hands it in
 * to a matter. Refuses `frozen` when it is handed in already, `no-phrases`, `matter-not-found`.
 */
export const submitProposal = command(maySubmitProposal, submissionForm, async ({ input, actor, now, record }) => {
  const held = await store.holdProposal(input.proposalId)
  const proposal = held && (await readProposalById(held.processId, held.id))
  if (!proposal) return refused({ refused: 'not-found' })
  if (proposal.versions.length > 0) return refused({ refused: 'frozen' })
  if (proposal.phrases.length === 0) return refused({ refused: 'no-phrases' })
  const [book, marks] = [await readThemes({ processId: proposal.processId, alsoRetired: true }), await readMarks(proposal.processId)]
  const themes = new Map(book.map((theme) => [theme.id, theme]))
  const said = (root: string) => {
    // A root that was merged into another theme is that one by now.
    const { id, name, statements } = themes.get(themes.get(root)?.now ?? '') ?? { id: root, name: '', statements: 0 }
    return `${markedName(name, marks.get(id) ?? {})} (${statements} yttranden)`
  }
  const number = await store.nextVersionNumber(proposal.id)
  const content = {
    title: proposal.name,
    subtitle: 'Förslag till vision',
    blocks: [
      { text: proposal.phrases.map(({ text }) => text).join(' ') },
      {
        table: {
          caption: 'Vad varje formulering vilar på',
          head: ['Formulering', 'Teman', 'Citat'],
          rows: proposal.phrases.map((phrase) => [
            phrase.text,
            phrase.themes.map(said).join(', ') || 'Inga röster ligger bakom den här formuleringen',
            String(phrase.quotes.length),
          ]),
        },
      },
    ],
    data: { phrases: proposal.phrases.map(({ id, text, themes, quotes }) => ({ id, text, themes, quotes })), provenance: proposal.provenance },
  }
  const document = await freezeDocument({ kind: 'vision-proposal', subject: { kind: 'proposal', id: proposal.id, version: number }, content, now })
  const handedIn = await submitDocument(actor, { matterId: input.matterId, documentId: document.id }, now)
  if (!handedIn.granted) return handedIn
  const versionId = await store.putVersion({ proposalId: proposal.id, number, documentId: document.id, matterId: input.matterId, submittedBy: actor.person, submittedAt: now.at })
  await record('proposal-submitted', { kind: 'proposal', id: proposal.id })
  return granted({ versionId, documentId: document.id, sha256: document.sha256 })
})
