import { isSame } from './figures.ts'
import type { Cell, Row } from './public-matrix.ts'

/** Why a figure is counted otherwise now, or can't be counted; a difference without a reason is a figure that nobody can stand for. */
export type Why = 'came-the-same-day' | 'erased-since' | 'other-program' | Uncounted
/** The votes have changed or gone, or they were not kept when it was frozen. */
export type Uncounted = 'votes-since' | 'not-kept'
export type Compared = { readonly what: string; readonly frozen: unknown; readonly now: unknown; readonly isSame: boolean; readonly why: Why | undefined }

export function compared(what: string, frozen: unknown, now: unknown, why: Why | undefined): Compared {
  return { what, frozen, now: now ?? null, isSame: isSame(frozen, plain(now)), why }
}

/** A figure that there is nothing left to count from. */
export function uncounted(what: string, frozen: unknown, why: Uncounted): Compared {
  return { what, frozen, now: null, isSame: false, why }
}

/** A row of a frozen matrix against one that is counted now, cell by cell by the keys of groups and parts: a new dialogue gives a group more parts. */
export function comparedRow(
  what: string,
  { isWeak: _, isUnreckoned: __, apart: ___, ...frozen }: Row & { readonly isWeak?: boolean; readonly isUnreckoned?: boolean; readonly apart?: unknown },
  now: Row | undefined,
  why: Why | undefined,
): Compared {
  // How far two coders read alike is counted in a document of its own. A part that nobody had been asked in was asked for by a draft, and may have gone.
  const there = new Set(now?.parts?.map(({ group }) => group))
  const parts = frozen.parts?.filter((cell) => there.has(cell.group) || cell.shown || cell.because !== 'not-asked')
  return compared(what, byKey({ ...frozen, ...(parts && { parts }) }), now && byKey(now), why)
}

/**
 * Why what is counted from other answers than then differs. The same counts give other figures only by other rules, so nothing that has come or gone excuses
 * them.
 *
 * @example
 * whyDiffers({ isAlike: false, came: false, isErased: true, isOther: false }) // => 'erased-since'
 */
export function whyDiffers({ isAlike, came, isErased, isOther }: Readonly<Record<'isAlike' | 'came' | 'isErased' | 'isOther', boolean>>): Why | undefined {
  if (isAlike) return isOther ? 'other-program' : undefined
  if (came) return 'came-the-same-day'
  return isErased ? 'erased-since' : undefined
}

function byKey({ cells, parts, ...row }: Row): unknown {
  return { ...row, cells: keyed(cells), ...(parts && { parts: keyed(parts) }) }
}

function keyed(cells: readonly Cell[]): Readonly<Record<string, Cell>> {
  return Object.fromEntries(cells.map((cell) => [cell.group, cell]))
}

/** What was counted, as a document would hold it: without what is not there. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}
