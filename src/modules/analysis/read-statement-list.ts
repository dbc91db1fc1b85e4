import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { readRawStatements } from '#participation'
import { type FilterReading, readDeskFilter } from './read-desk-filter.ts'
import { markSpans } from './rules/text-parts.ts'
import * as store from './store.server.ts'

const perPage = 25

export type StatementList = FilterReading & {
  readonly found: number
  readonly statements: readonly {
    readonly id: string
    readonly group: string
    readonly question: string
    readonly pieces: readonly { readonly text: string; readonly names: readonly string[] }[]
    readonly themes: readonly string[]
    readonly aside: string | undefined
  }[]
  /** The statement that the next page begins after, and the one that the page before ends before. */
  readonly after: string | undefined
  readonly before: string | undefined
}

/** What the filter finds, twenty-five at a time; eleven statements. */
export async function readStatementList(
  actor: Actor,
  processId: string,
  now: Moment,
  { address, after, before }: { address: URLSearchParams; after?: string | undefined; before?: string | undefined },
): Promise<StatementList> {
  const { narrowing, material: _, ...filter } = await readDeskFilter(actor, processId, address)
  const spots = await store.listSpots(processId, narrowing, { ...(after && { after }), ...(before && { before }), limit: perPage + 1 })
  const page = spots.slice(0, perPage)
  if (before) page.reverse()
  const hasMore = spots.length > perPage
  const [texts, held, asides] = [await readRawStatements(actor, page, now), await store.listHeld(page), await store.listAsides(page)]
  return {
    ...filter,
    found: await store.countSpots(processId, narrowing),
    statements: texts.map(({ id, text, group, question }) => {
      const codings = held.filter(({ statementId }) => statementId === id)
      const spans = codings.flatMap(({ spanFrom, spanTo, theme }) => (spanFrom === null || spanTo === null ? [] : [{ from: spanFrom, to: spanTo, name: theme }]))
      return {
        id,
        group,
        question,
        pieces: markSpans(text, spans),
        themes: codings.map(({ themeId, theme }) => filter.allThemes.find(({ id: known }) => known === themeId)?.name ?? theme),
        aside: asides.find(({ statementId }) => statementId === id)?.reason,
      }
    }),
    after: hasMore || before ? page.at(-1) : undefined,
    before: (before && hasMore) || after ? page[0] : undefined,
  }
}
