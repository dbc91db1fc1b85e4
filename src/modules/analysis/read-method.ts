import { createHash } from 'node:crypto'
import { listDocuments } from '#documents'
import type { Moment } from '#kernel/moment'
import { readDataSets } from '#participation'
import { readAgreement } from './read-agreement.ts'
import { readHolding } from './read-holding.ts'
import { readMatrix } from './read-matrix.ts'
import { basisOf, untilOf } from './recount-matrix.ts'
import * as store from './store.server.ts'

export type MethodReading = Awaited<ReturnType<typeof readMethod>>

/**
 * How the analysis of a process stands: what it is counted from and by which rules, in numbers and without a name. A group that a matrix would hold is held here
 * too. Of one that can't be held no checksum of the counts is told: whoever has those of before could try what one more may have said.
 */
export async function readMethod(processId: string, now: Moment) {
  const { at } = now
  const themes = await store.listThemeRows({ processId, alsoRetired: true })
  const ids = themes.map(({ id }) => id)
  const { until, near } = await readHolding(processId, now)
  const [agreement, matrix] = [await readAgreement(processId), await readMatrix(processId, now, { until })]
  const { groups } = matrix
  const material = await readDataSets(processId, (groupId) => until.get(groups.find(({ id }) => id === groupId)?.key ?? ''))
  const basis = basisOf(matrix, until)
  const [codings, aside] = [await store.listCodingsHeldAt(ids, at), await store.listSetAsideAt(at)]
  const [version] = await store.listCodebookVersions(processId)
  const [book] = version ? await listDocuments([version.documentId]) : []
  const known = new Set(material.dialogues.flatMap(({ statements }) => statements.map(({ id }) => id)))
  // A dialogue that nobody has answered is no data.
  const data = dataSetsOf(material, codings, aside).filter(({ answers, withdrawn, thinned }) => answers + withdrawn + thinned > 0)
  const sum = (key: 'statements' | 'coded' | 'setAside' | 'uncoded') => data.reduce((total, each) => total + each[key], 0)
  return {
    data,
    ...{ statements: sum('statements'), coded: sum('coded'), setAside: sum('setAside'), uncoded: sum('uncoded') },
    reasons: reasonsOf(aside.filter(({ statementId }) => known.has(statementId))),
    readers: material.readers,
    coders: (await store.listCodersAt(ids, at)).length,
    codebook: version && book ? { number: version.number, sha256: book.sha256 } : null,
    codes: themes.filter(({ retiredAt }) => retiredAt === null).map(({ id, name }) => ({ id, name, agreement: agreement.get(id) ?? null })),
    groups: groups.map(({ key, name, unit, census, threshold, responses, persons }) => ({
      ...{ key, name, unit, census, threshold, responses, persons },
      ...untilOf(until, key),
    })),
    basis: near.length > 0 ? { ...basis, countsSha256: '' } : basis,
  }
}

/** The last method appendix that was frozen at or before an instant; two statements. */
export async function readLastMethod(processId: string, until: string): Promise<{ number: number; documentId: string; sha256: string; frozenAt: string } | undefined> {
  const last = (await store.listMethodAppendices(processId)).find(({ frozenAt }) => Date.parse(frozenAt) <= Date.parse(until))
  const [document] = last ? await listDocuments([last.documentId]) : []
  return last && document && { number: last.number, documentId: document.id, sha256: document.sha256, frozenAt: last.frozenAt }
}

/** Each dialogue with what of it is counted, and a checksum over identities and codings: whoever has the data can see that it was this. */
export function dataSetsOf(
  material: Pick<Awaited<ReturnType<typeof readDataSets>>, 'dialogues'>,
  codings: Awaited<ReturnType<typeof store.listCodingsHeldAt>>,
  aside: readonly { readonly statementId: string }[],
) {
  const byStatement = Map.groupBy(codings, ({ statementId }) => statementId)
  const setAside = new Set(aside.map(({ statementId }) => statementId))
  return material.dialogues.map(({ statements, ...dialogue }) => ({
    ...dialogue,
    ...countsOf(statements, byStatement, setAside),
    sha256: hashOf(statements.map(({ id }) => [id, (byStatement.get(id) ?? []).map(({ themeId, stance }) => [themeId, stance])])),
  }))
}

function countsOf(statements: readonly { readonly id: string }[], read: ReadonlyMap<string, unknown>, aside: ReadonlySet<string>) {
  const coded = statements.filter(({ id }) => read.has(id)).length
  const setAside = statements.filter(({ id }) => aside.has(id) && !read.has(id)).length
  return { statements: statements.length, coded, setAside, uncoded: statements.length - coded - setAside }
}

// A reason is written freely: one that few statements share could tell of one of them.
const fewest = 5
function reasonsOf(aside: readonly { readonly reason: string }[]) {
  const reasons = [...Map.groupBy(aside, ({ reason }) => reason)].map(([reason, of]) => ({ reason, statements: of.length })).sort((one, other) => other.statements - one.statements)
  const [common, rest] = [reasons.filter(({ statements }) => statements >= fewest), reasons.filter(({ statements }) => statements < fewest)]
  return rest.length === 0 ? common : [...common, { reason: 'Andra skäl', statements: rest.reduce((sum, { statements }) => sum + statements, 0) }]
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
