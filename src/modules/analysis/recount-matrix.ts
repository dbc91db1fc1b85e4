import { createHash } from 'node:crypto'
import type { Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { readParts } from '#participation'
import program from '../../../package.json' with { type: 'json' }
import type { MatrixReading } from './read-matrix.ts'
import { readVoicesUntil, type Until } from './read-voices-until.ts'
import { countCoded, countMatrix } from './rules/count-matrix.ts'
import type { Counted } from './rules/count-stances.ts'
import type { Row, Theme } from './rules/public-matrix.ts'
import type { SizedGroup } from './rules/what-it-hangs-on.ts'
import * as store from './store.server.ts'

/** What a frozen number was counted from: enough to count it again, and to see that it was this. */
export type Basis = {
  /** In the order of the codebook; the first versions knew no tree. */
  readonly themes: readonly (Pick<Theme, 'id' | 'slug' | 'name'> & Partial<Theme>)[]
  readonly groups: readonly BasisGroup[]
  readonly statements: number
  readonly countsSha256: string
  /** Of what was said of the workplace; a finding rests on none of it, and the first versions kept none. */
  readonly workplaceSha256?: string
  /** The version of the program that counted. */
  readonly program: string
}
export type BasisGroup = {
  readonly key: string
  readonly name: string
  readonly unit: 'persons' | 'notes'
  readonly census: boolean
  readonly threshold?: number
  /** The day up to which it was counted, where those who had come later waited. */
  readonly until?: Day
}

export type Recount = {
  readonly rows: readonly Row[]
  readonly counted: readonly Counted[]
  readonly themes: readonly Theme[]
  readonly groups: readonly (BasisGroup & SizedGroup & { readonly responses: number })[]
  readonly statements: number
  readonly coded: number
  readonly setAside: number
  readonly countsSha256: string
}

/** The basis of a matrix as it is counted now with some groups held, and of that of the workplace where it is frozen beside it. */
export function basisOf({ groups, themes, statements, counted }: MatrixReading, until: Until, workplace?: MatrixReading): Basis {
  return {
    themes: themes.map(({ id, slug, name, parentId, dimension, depth }) => ({ id, slug, name, parentId, dimension, depth })),
    groups: groups.map(({ key, name, unit, census, threshold }) => ({ key, name, unit, census, threshold, ...untilOf(until, key) })),
    statements,
    countsSha256: hashOf(counted),
    ...(workplace && { workplaceSha256: hashOf(workplace.counted) }),
    program: program.version,
  }
}

/** The day up to which a group is counted, to be kept beside its other words; nothing where it is not held. */
export function untilOf(until: Until, key: string): { readonly until?: Day } {
  const last = until.get(key)
  return last ? { until: last } : {}
}

/** The groups of a basis that were held. */
export function heldIn(groups: readonly Pick<BasisGroup, 'key' | 'until'>[]): Until {
  return new Map(groups.flatMap(({ key, until }) => (until ? [[key, until]] : [])))
}

/**
 * Counts the matrix again as the codings held at an instant, by the rules that the matrix is always counted by, for the themes and groups of then.
 * Of the place, or of the workplace. A group that was held is counted up to its day. An answer has only its day, so all that came on the day itself is counted.
 */
export async function recountMatrix(
  processId: string,
  { themes: then, groups: asked }: Pick<Basis, 'themes' | 'groups'>,
  at: Moment,
  { axis = 'place' }: { readonly axis?: 'place' | 'workplace' } = {},
): Promise<Recount> {
  const { groups: groupsNow, said } = await readVoicesUntil(processId, at.day, heldIn(asked))
  const choices = await readParts(processId, at)
  const groups = asked.flatMap((group) => {
    const now = groupsNow.find(({ key }) => key === group.key)
    return now ? [{ ...now, ...group, threshold: group.threshold ?? now.threshold }] : []
  })
  const themes = then.map((theme) => ({ parentId: null, dimension: 'tema', depth: 0, ...theme }))
  const codings = await store.listCodingsHeldAt(
    themes.map(({ id }) => id),
    at.at,
  )
  const { counted, rows } = countMatrix({ groups, said, choices, themes, codings }, { axis })
  const came = new Set(said.flatMap(({ statements }) => statements.map(([statementId]) => statementId)))
  const aside = await store.listSetAsideAt(at.at)
  return {
    ...{ rows, counted, themes, groups },
    statements: said.reduce((sum, { statements }) => sum + statements.length, 0),
    coded: countCoded(said, codings),
    setAside: aside.filter(({ statementId }) => came.has(statementId)).length,
    countsSha256: hashOf(counted),
  }
}

function hashOf(counted: MatrixReading['counted']): string {
  return createHash('sha256').update(JSON.stringify(counted)).digest('hex')
}
