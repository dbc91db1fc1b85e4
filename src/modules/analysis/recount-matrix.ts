import { createHash } from 'node:crypto'
import type { Day } from '#kernel/day'
import { readGroups, readMaterial, readUnits } from '#participation'
import program from '../../../package.json' with { type: 'json' }
import type { MatrixReading } from './read-matrix.ts'
import { countStances } from './rules/count-stances.ts'
import { publicMatrix, type Row } from './rules/public-matrix.ts'
import * as store from './store.server.ts'

/** What a frozen number was counted from: enough to count it again, and to see that it was this. */
export type Basis = {
  readonly themes: readonly { readonly id: string; readonly slug: string; readonly name: string }[]
  readonly groups: readonly BasisGroup[]
  readonly statements: number
  readonly countsSha256: string
  /** The version of the program that counted. */
  readonly program: string
}
export type BasisGroup = { readonly key: string; readonly name: string; readonly unit: 'persons' | 'notes'; readonly census: boolean; readonly threshold?: number }

export type Recount = {
  readonly rows: readonly Row[]
  readonly groups: readonly BasisGroup[]
  readonly statements: number
  readonly coded: number
  readonly setAside: number
  readonly countsSha256: string
}

/** The basis of a matrix as it is counted now; two statements. */
export async function basisOf(processId: string, { rows, statements, counted }: MatrixReading): Promise<Basis> {
  const groups = await readGroups(processId)
  return {
    themes: rows.map(({ theme, slug, name }) => ({ id: theme, slug, name })),
    groups: groups.map(({ key, name, unit, census, threshold }) => ({ key, name, unit, census, threshold })),
    statements,
    countsSha256: hashOf(counted),
    program: program.version,
  }
}

/**
 * Counts the matrix again as the codings held at an instant, by the rules that the matrix is always counted by, for the themes and groups of then.
 * An answer has only its day, so all that came on the day itself is counted.
 */
export async function recountMatrix(processId: string, { themes, groups: then }: Pick<Basis, 'themes' | 'groups'>, at: { at: string; day: Day }): Promise<Recount> {
  const [groupsNow, all, material] = [await readGroups(processId), await readUnits(processId), await readMaterial(processId)]
  const came = new Set(material.dialogues.flatMap(({ statements }) => statements.filter(({ receivedOn }) => receivedOn <= at.day).map(({ id }) => id)))
  const units = all.filter(({ statementId }) => came.has(statementId))
  const groups = then.flatMap((group) => {
    const now = groupsNow.find(({ key }) => key === group.key)
    return now ? [{ ...now, ...group, threshold: group.threshold ?? now.threshold }] : []
  })
  const ids = themes.map(({ id }) => id)
  const codings = await store.listCodingsHeldAt(ids, at.at)
  const counted = countStances(
    groups.map(({ id }) => id),
    ids,
    units,
    codings,
  )
  const aside = await store.listSetAsideAt(at.at)
  return {
    rows: publicMatrix(groups, themes, counted),
    groups,
    statements: units.length,
    coded: new Set(codings.map(({ statementId }) => statementId)).size,
    setAside: aside.filter(({ statementId }) => came.has(statementId)).length,
    countsSha256: hashOf(counted),
  }
}

function hashOf(counted: MatrixReading['counted']): string {
  return createHash('sha256').update(JSON.stringify(counted)).digest('hex')
}
