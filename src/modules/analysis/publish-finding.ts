import { freezeDocument } from '#documents'
import { dayOf } from '#http/clock'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayPublishFinding } from './access.ts'
import { findingDocument } from './finding-document.ts'
import { findingVersionForm } from './finding-schema.ts'
import { mayBeQuoted } from './read-finding-quotes.ts'
import { readFindings } from './read-findings.ts'
import { readHolding } from './read-holding.ts'
import { readMatrix } from './read-matrix.ts'
import { readOutside } from './read-outside.ts'
import { basisOf, untilOf } from './recount-matrix.ts'
import { figuresOf } from './rules/figures.ts'
import * as store from './store.server.ts'

/**
 * Publishes a finding that a second person has approved: its numbers are frozen as they are now, in a document. Where few have come since a matrix was frozen or a
 * finding published, their answers wait, as in a matrix.
 * Refuses `not-found`, `withdrawn`, `stale`, `not-approved`, `published`, `cell-hidden` when one of its numbers may no longer be shown, `not-shown` when a quote of it
 * may not, and `too-little-new` with the groups whose late ones can't wait.
 */
export const publishFinding = command(mayPublishFinding, findingVersionForm, async ({ input: { findingId, revision }, actor, now, record }) => {
  const process = await store.findProcessOfFinding(findingId)
  // Whatever else is frozen or published at this moment is held against this one, or this one against it.
  if (process) await store.lockCodebook(process)
  const locked = await store.lockFinding(findingId)
  const finding = locked && (await readFindings(locked.processId)).find(({ id }) => id === findingId)
  if (!locked || !finding) return refused({ refused: 'not-found' })
  if (finding.withdrawn) return refused({ refused: 'withdrawn' })
  if (finding.revision !== revision) return refused({ refused: 'stale', now: [finding.claim, finding.whoDisagrees, finding.notKnown].join(' ') })
  const { review } = finding.versions[0] ?? {}
  if (review?.verdict !== 'approved') return refused({ refused: 'not-approved' })
  if (finding.published?.revision === revision) return refused({ refused: 'published' })
  const { processId } = locked
  const { until, near, counts } = await readHolding(processId, now)
  if (near.length > 0) return refused({ refused: 'too-little-new', groups: near.map(({ name, threshold }) => ({ name, threshold })) })
  const matrix = await readMatrix(processId, now, { until })
  const wishes = finding.figures.map(({ themeId, groupId }) => ({ theme: themeId, group: groupId && (matrix.groups.find(({ id }) => id === groupId)?.key ?? '') }))
  const figures = figuresOf(matrix.rows, matrix.groups, wishes)
  if (figures.length < wishes.length || figures.some((figure) => figure.of === 'group' && !figure.cell.shown)) return refused({ refused: 'cell-hidden' })
  if (!(await mayBeQuoted(matrix, finding.figures, finding.quotes))) return refused({ refused: 'not-shown' })
  const outside = await readOutside(processId, now)
  const { number, question, claim, whoDisagrees, notKnown, quotes } = finding
  const weak = matrix.rows.flatMap(({ theme, name, isWeak, isUnreckoned, apart }) =>
    isWeak && figures.some((figure) => figure.theme === theme) ? [{ theme, name, isWeak, ...(isUnreckoned && { isUnreckoned }), ...(apart && { apart }) }] : [],
  )
  const content = findingDocument(
    {
      ...{ number, revision, question, claim, whoDisagrees, notKnown, figures, weak, quotes },
      ...{ basis: basisOf(matrix, until), groups: counts.map(({ key, persons, gone, heard }) => ({ key, persons, gone, heard, ...untilOf(until, key) })) },
    },
    outside.filter(({ id, withdrawn }) => finding.sources.includes(id) && !withdrawn),
    dayOf(review.reviewedAt),
  )
  const document = await freezeDocument({ kind: 'finding', subject: { kind: 'finding', id: findingId, version: revision }, content, now })
  await store.putFindingPublication({ findingId, revision, documentId: document.id, publishedBy: actor.person, publishedAt: now.at })
  await record('finding-published', { kind: 'finding', id: findingId })
  return granted({ sha256: document.sha256 })
})
