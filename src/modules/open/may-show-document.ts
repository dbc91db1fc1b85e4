import { readLastMethod, readPublishedFindings } from '#analysis'
import type { Moment } from '#kernel/moment'
import { readPicture } from './read-picture.ts'

/** Whether a frozen document is public: with what it is about, no further than the process leader has published it. */
export async function mayShowDocument(documentId: string, now: Moment): Promise<boolean> {
  const picture = await readPicture(now)
  if (!picture) return false
  const { process, released } = picture
  const shown = [
    ...picture.proposals.flatMap(({ versions }) => versions.map((version) => version.documentId)),
    ...picture.plans.map((plan) => plan.documentId),
    picture.snapshot?.documentId,
  ]
  if (shown.includes(documentId)) return true
  if (!released.analysis.released) return false
  const findings = await readPublishedFindings(process.id, released.analysis.at)
  return findings.some((finding) => finding.documentId === documentId) || (await readLastMethod(process.id, released.analysis.at))?.documentId === documentId
}
