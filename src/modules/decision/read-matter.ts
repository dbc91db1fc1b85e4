import type { Day } from '#kernel/day'
import { type PointReading, pointReading } from './read-points.ts'
import * as store from './store.server.ts'

export type MatterReading = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly openedOn: Day
  readonly route: readonly { readonly id: string; readonly organ: string; readonly plannedOn: Day; readonly addedBecause: string | null }[]
  readonly submissions: readonly { readonly documentId: string; readonly kind: string; readonly title: string; readonly sha256: string; readonly submittedAt: string }[]
  readonly points: readonly PointReading[]
}

/** One matter with its route, what was handed in and what was decided; four statements. */
export async function readMatter(id: string, on: Day): Promise<MatterReading | undefined> {
  const matter = /^[0-9a-f-]{36}$/.test(id) ? await store.findMatter(id) : undefined
  return matter && (await compose([matter], on))[0]
}

/** The matter with a diary number, for pages that cite it. */
export async function readMatterByNumber(number: string, on: Day): Promise<MatterReading | undefined> {
  const matter = await store.findMatterByNumber(number)
  return matter && (await compose([matter], on))[0]
}

/** Every matter, the latest first; four statements whatever their number. */
export async function listMatters(on: Day): Promise<MatterReading[]> {
  return compose(await store.listMatterRows(), on)
}

async function compose(matters: Awaited<ReturnType<typeof store.listMatterRows>>, on: Day): Promise<MatterReading[]> {
  const ids = matters.map(({ id }) => id)
  const [route, submissions, points] = [await store.listRoute(ids), await store.listSubmissions(ids), await store.listPointRows({ matterIds: ids })]
  return matters.map(({ id, number, title, openedOn }) => ({
    id,
    number,
    title,
    openedOn,
    route: route.filter(({ matterId }) => matterId === id),
    submissions: submissions
      .filter(({ matterId }) => matterId === id)
      .map((row) => ({ documentId: row.documentId, kind: row.kind, title: titleOf(row.canonical), sha256: row.sha256, submittedAt: row.submittedAt })),
    points: points.filter(({ point }) => point.matterId === id).map((row) => pointReading(row, on)),
  }))
}

function titleOf(canonical: string): string {
  const content = JSON.parse(canonical) as { title?: string }
  return content.title ?? ''
}
