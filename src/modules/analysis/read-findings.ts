import { type FrozenDocument, listDocuments } from '#documents'
import { readShownQuotes } from '#participation'
import type { FrozenFinding, WeakTheme } from './finding-document.ts'
import { distinctFigures, type Figure } from './rules/figures.ts'
import * as store from './store.server.ts'

export type FindingReading = Awaited<ReturnType<typeof readFindings>>[number]

/**
 * The findings of a process as they read now, each with its earlier versions, verdicts and what was published; nine statements however many there are. The themes are
 * those of today: a finding on one that was merged goes on to the one that took it over.
 */
export async function readFindings(processId: string) {
  const rows = await store.listFindings(processId)
  const parts = await store.listFindingParts(rows.map(({ id }) => id))
  const documents = await listDocuments(parts.publications.map(({ documentId }) => documentId))
  const today = await store.listThemesNow([...new Set(parts.figures.map(({ themeId }) => themeId))])
  return rows.flatMap((finding) => {
    const versions = parts.versions.filter(({ findingId }) => findingId === finding.id).map((version) => ({ ...version, review: parts.reviews.find(isOf(version)) }))
    const [latest] = versions
    if (!latest) return []
    const { withdrawnAt, withdrawnBy, withdrawnWhy } = finding
    const publication = parts.publications.find(({ findingId }) => findingId === finding.id)
    return [
      {
        ...latest,
        ...{ id: finding.id, number: finding.number, versions },
        withdrawn: withdrawnAt === null ? undefined : { at: withdrawnAt, by: withdrawnBy ?? '', why: withdrawnWhy ?? '' },
        figures: distinctFigures(parts.figures.filter(isOf(latest)).map(({ themeId, groupId }) => ({ themeId: today.get(themeId) ?? themeId, groupId }))),
        quotes: parts.quotes.filter(isOf(latest)).map(({ statementId }) => statementId),
        sources: parts.sources.filter(isOf(latest)).map(({ sourceId }) => sourceId),
        published: publication && frozenOf(publication, documents),
      },
    ]
  })
}

export type PublishedFinding = Omit<FrozenFinding, 'quotes' | 'basis' | 'groups'> & {
  readonly sha256: string
  readonly documentId: string
  readonly publishedAt: string
  readonly quotes: readonly { readonly text: string; readonly group: string }[]
  readonly withdrawnWhy: string | null
}

/** What was published up to an instant, the latest version of each finding, with the quotes that may still be shown; three statements. */
export async function readPublishedFindings(processId: string, until: string): Promise<PublishedFinding[]> {
  const published = (await store.listPublishedVersions(processId)).filter(({ publishedAt }) => Date.parse(publishedAt) <= Date.parse(until))
  const last = [...Map.groupBy(published, ({ findingId }) => findingId).values()].flatMap(([latest]) => latest ?? [])
  const documents = await listDocuments(last.map(({ documentId }) => documentId))
  const frozen = last.flatMap((publication) => {
    const read = frozenOf(publication, documents)
    return read ? [{ ...read, withdrawnWhy: publication.withdrawnWhy }] : []
  })
  const ids = frozen.flatMap(({ quotes }) => quotes)
  const shown = new Map((await readShownQuotes(ids, ids.length, { until })).map((quote) => [quote.statementId, quote]))
  return frozen.map(({ quotes, basis: _, groups: __, ...finding }) => ({
    ...finding,
    quotes: quotes.flatMap((id) => {
      const quote = shown.get(id)
      return quote ? [{ text: quote.text, group: quote.group }] : []
    }),
  }))
}

/** The themes that have taken over those of the figures by now; one statement. */
export async function followFigures(figures: readonly Figure[]): Promise<Map<string, string>> {
  return store.listThemesNow([...new Set(figures.map(({ theme }) => theme))])
}

function frozenOf({ documentId, publishedAt, revision }: { documentId: string; publishedAt: string; revision: number }, documents: readonly FrozenDocument[]) {
  const document = documents.find(({ id }) => id === documentId)
  if (!document) return undefined
  const frozen = document.content.data as Omit<FrozenFinding, 'weak'> & { readonly weak: readonly (WeakTheme | string)[] }
  return { ...frozen, weak: frozen.weak.map(markedThen), revision, documentId, publishedAt, sha256: document.sha256 }
}

// The first that were published kept the names only.
function markedThen(weak: WeakTheme | string): WeakTheme {
  return typeof weak === 'string' ? { theme: '', name: weak, isWeak: true } : weak
}

function isOf(version: { findingId: string; revision: number }) {
  return (part: { findingId: string; revision: number }) => part.findingId === version.findingId && part.revision === version.revision
}
