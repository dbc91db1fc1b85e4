import { type FrozenDocument, listDocuments } from '#documents'
import { momentOf } from '#http/clock'
import type { Moment } from '#kernel/moment'
import { readDataSets } from '#participation'
import { listProcesses } from '#process'
import program from '../../../package.json' with { type: 'json' }
import type { FrozenFinding } from './finding-document.ts'
import type { MethodReading } from './read-method.ts'
import { dataSetsOf } from './read-method.ts'
import { type Basis, type Recount, recountMatrix } from './recount-matrix.ts'
import { figuresOf, isSame } from './rules/figures.ts'
import type { Row } from './rules/public-matrix.ts'
import * as store from './store.server.ts'

export type Recomputed = {
  readonly title: string
  readonly sha256: string
  readonly same: number
  readonly differing: readonly Difference[]
}
export type Difference = { readonly what: string; readonly frozen: string; readonly now: string; readonly why: Why | undefined }
/** Why a figure is counted otherwise now; a difference without a reason is a figure that nobody can stand for. */
export type Why = 'came-the-same-day' | 'erased-since' | 'other-program'

/** Counts every published figure again from the codings as they held when it was frozen, document by document. */
export async function recomputeFigures(now: Moment): Promise<Recomputed[]> {
  const found: Recomputed[] = []
  for (const { id } of await listProcesses(now.day)) {
    const [snapshots, findings, appendices] = [await store.listSnapshots(id), await store.listFindings(id), await store.listMethodAppendices(id)]
    const { publications } = await store.listFindingParts(findings.map(({ id: findingId }) => findingId))
    const documents = new Map((await listDocuments([...snapshots, ...publications, ...appendices].map(({ documentId }) => documentId))).map((document) => [document.id, document]))
    const material = await readDataSets(id)
    const isErased = material.dialogues.some(({ withdrawn, thinned }) => withdrawn + thinned > 0)
    for (const { documentId, frozenAt } of snapshots) found.push(...(await each(documents.get(documentId), (document) => recomputeSnapshot(id, document, frozenAt, isErased))))
    for (const { documentId, publishedAt } of publications)
      found.push(...(await each(documents.get(documentId), (document) => recomputeFinding(id, document, publishedAt, isErased))))
    for (const { documentId, frozenAt } of appendices) found.push(...(await each(documents.get(documentId), (document) => recomputeMethod(id, document, frozenAt, isErased))))
  }
  return found
}

async function each(document: FrozenDocument | undefined, recompute: (document: FrozenDocument) => Promise<Compared[]>): Promise<Recomputed[]> {
  if (!document) return []
  const compared = await recompute(document)
  const { title, subtitle } = document.content
  return [
    {
      title: subtitle ? `${title}. ${subtitle}` : title,
      sha256: document.sha256,
      same: compared.filter(({ isSame: same }) => same).length,
      differing: compared.filter(({ isSame: same }) => !same).map(({ what, frozen, now, why }) => ({ what, frozen: JSON.stringify(frozen), now: JSON.stringify(now), why })),
    },
  ]
}

type Compared = { readonly what: string; readonly frozen: unknown; readonly now: unknown; readonly isSame: boolean; readonly why: Why | undefined }
// What was frozen by the first versions says less of what it was counted from.
type FrozenSnapshot = { rows: (Row & { isWeak?: boolean })[]; groups: Basis['groups']; statements: number; coded: number; setAside: number; countsSha256?: string; basis?: Basis }

async function recomputeSnapshot(processId: string, document: FrozenDocument, at: string, isErased: boolean): Promise<Compared[]> {
  const frozen = document.content.data as FrozenSnapshot
  const basis = frozen.basis ?? {
    themes: frozen.rows.map(({ theme, slug, name }) => ({ id: theme, slug, name })),
    groups: frozen.groups,
    ...{ statements: frozen.statements, countsSha256: frozen.countsSha256 ?? '', program: '' },
  }
  const recount = await recountMatrix(processId, basis, momentOf(new Date(at)))
  const why = whyOf(basis, recount, isErased)
  return [
    ...(['statements', 'coded', 'setAside'] as const).map((key) => compared(key, frozen[key], recount[key], why)),
    ...frozen.rows.map((row) => compared(row.name, withoutMark(row), plain(recount.rows.find(({ theme }) => theme === row.theme)), why)),
  ]
}

async function recomputeFinding(processId: string, document: FrozenDocument, at: string, isErased: boolean): Promise<Compared[]> {
  const { figures, basis } = document.content.data as FrozenFinding
  const recount = await recountMatrix(processId, basis, momentOf(new Date(at)))
  const why = whyOf(basis, recount, isErased)
  return figures.map((figure) => {
    const [now] = figuresOf(recount.rows, recount.groups, [{ theme: figure.theme, group: figure.of === 'group' ? figure.group : null }])
    return compared(figure.of === 'group' ? `${figure.name}, ${figure.groupName}` : figure.name, figure, plain(now), why)
  })
}

async function recomputeMethod(processId: string, document: FrozenDocument, at: string, isErased: boolean): Promise<Compared[]> {
  const frozen = document.content.data as MethodReading
  const moment = momentOf(new Date(at))
  const [themes, material] = [await store.listThemeRows({ processId, alsoRetired: true }), await readDataSets(processId)]
  const codings = await store.listCodingsHeldAt(
    themes.map(({ id }) => id),
    at,
  )
  const dialogues = material.dialogues.map((dialogue) => ({ ...dialogue, statements: dialogue.statements.filter(({ receivedOn }) => receivedOn <= moment.day) }))
  const now = dataSetsOf({ dialogues }, codings, await store.listSetAsideAt(at))
  return frozen.data.flatMap((then) => {
    const same = now.find(({ slug }) => slug === then.slug)
    const why = whyOf(frozen.basis, { statements: same?.statements ?? 0, countsSha256: '' }, isErased, then.statements)
    return (['statements', 'coded', 'setAside', 'uncoded', 'sha256'] as const).map((key) => compared(`${then.title}, ${key}`, then[key], same?.[key], why))
  })
}

function compared(what: string, frozen: unknown, now: unknown, why: Why | undefined): Compared {
  return { what, frozen, now: now ?? null, isSame: isSame(frozen, now), why }
}

// How far two coders read alike is counted in a document of its own.
function withoutMark({ isWeak: _, ...row }: FrozenSnapshot['rows'][number]): Row {
  return row
}

/** What was counted, as a document would hold it: without what is not there. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}

function whyOf(basis: Basis, recount: Pick<Recount, 'statements' | 'countsSha256'>, isErased: boolean, then = basis.statements): Why | undefined {
  if (recount.statements > then) return 'came-the-same-day'
  if (recount.statements < then) return isErased ? 'erased-since' : undefined
  // The same counts give other figures only by other rules.
  return recount.countsSha256 !== '' && recount.countsSha256 === basis.countsSha256 && basis.program !== '' && basis.program !== program.version ? 'other-program' : undefined
}
