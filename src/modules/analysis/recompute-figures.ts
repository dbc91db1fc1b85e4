import { type FrozenDocument, listDocuments } from '#documents'
import { momentOf } from '#http/clock'
import type { Moment } from '#kernel/moment'
import { readDataSets } from '#participation'
import { listProcesses } from '#process'
import program from '../../../package.json' with { type: 'json' }
import type { FrozenFinding } from './finding-document.ts'
import { dataSetsOf, type MethodReading } from './read-method.ts'
import type { SnapshotReading } from './read-snapshot.ts'
import { readVoicesUntil } from './read-voices-until.ts'
import { recomputeOpinionMaps } from './recompute-opinion-maps.ts'
import { type Basis, heldIn, type Recount, recountMatrix } from './recount-matrix.ts'
import { type FrozenRound, recountRound } from './recount-round.ts'
import { type Compared, compared, comparedRow, type Why, whyDiffers } from './rules/compare-figures.ts'
import { figuresOf } from './rules/figures.ts'
import { whatItHangsOn } from './rules/what-it-hangs-on.ts'
import * as store from './store.server.ts'

export type Recomputed = {
  readonly title: string
  readonly sha256: string
  readonly same: number
  readonly differing: readonly Difference[]
  /** The days since that answers went, and why. */
  readonly erased: Awaited<ReturnType<typeof readDataSets>>['erased']
}
export type Difference = { readonly what: string; readonly frozen: string; readonly now: string; readonly why: Why | undefined }

/**
 * Counts the frozen figures of the analysis again from the codings as they held then, document by document: of each matrix its sums, how many had answered, the rows
 * of the place and of the workplace, and what the readings hang on; the figures of each finding; of each method appendix its data sets, groups and coders; of
 * each round how far the two read alike; and of each opinion map what can be counted of the votes.
 */
export async function recomputeFigures(now: Moment): Promise<Recomputed[]> {
  const found: Recomputed[] = []
  for (const { id } of await listProcesses(now.day)) {
    const [snapshots, findings, appendices, rounds] = [
      await store.listSnapshots(id),
      await store.listFindings(id),
      await store.listMethodAppendices(id),
      await store.listRounds(id),
    ]
    const { publications } = await store.listFindingParts(findings.map(({ id: findingId }) => findingId))
    const ended = rounds.flatMap((round) => (round.documentId && round.endedAt ? [{ ...round, documentId: round.documentId, endedAt: round.endedAt }] : []))
    const ids = [...snapshots, ...publications, ...appendices, ...ended].map(({ documentId }) => documentId)
    const documents = new Map((await listDocuments(ids)).map((document) => [document.id, document]))
    const { erased } = await readDataSets(id)
    const each = async (documentId: string, at: string, recompute: (document: FrozenDocument, when: When) => Promise<Compared[]>) => {
      const document = documents.get(documentId)
      if (!document) return
      const moment = momentOf(new Date(at))
      const since = erased.filter(({ on }) => on >= moment.day)
      found.push({ ...saidOf(document, await recompute(document, { processId: id, at: moment, isErased: since.length > 0 })), erased: since })
    }
    for (const { documentId, frozenAt } of snapshots) await each(documentId, frozenAt, recomputeSnapshot)
    for (const { documentId, publishedAt } of publications) await each(documentId, publishedAt, recomputeFinding)
    for (const { documentId, frozenAt } of appendices) await each(documentId, frozenAt, recomputeMethod)
    for (const { document, all } of await recomputeOpinionMaps(id, now)) found.push({ ...saidOf(document, all), erased: [] })
    for (const round of ended) await each(round.documentId, round.endedAt, (document, when) => recomputeRound(round, document, when))
  }
  return found
}

/** Of which process, the moment of the document, and whether an answer has gone that it may have been counted from. */
type When = { readonly processId: string; readonly at: Moment; readonly isErased: boolean }

function saidOf({ content: { title, subtitle }, sha256 }: FrozenDocument, all: readonly Compared[]): Omit<Recomputed, 'erased'> {
  return {
    title: subtitle ? `${title}. ${subtitle}` : title,
    sha256,
    same: all.filter(({ isSame: same }) => same).length,
    differing: all.filter(({ isSame: same }) => !same).map(({ what, frozen, now, why }) => ({ what, frozen: JSON.stringify(frozen), now: JSON.stringify(now), why })),
  }
}

// What was frozen by the first versions says less of what it was counted from.
type FrozenSnapshot = Omit<SnapshotReading, 'rows' | 'frozenAt' | 'sha256' | 'documentId'> & {
  readonly rows: readonly Parameters<typeof comparedRow>[1][]
  readonly countsSha256?: string
  readonly basis?: Basis
}

async function recomputeSnapshot(document: FrozenDocument, { processId, at, isErased }: When): Promise<Compared[]> {
  const frozen = document.content.data as FrozenSnapshot
  const basis: Basis = frozen.basis ?? {
    themes: frozen.rows.map(({ theme, slug, name }) => ({ id: theme, slug, name })),
    groups: frozen.groups,
    ...{ statements: frozen.statements, countsSha256: frozen.countsSha256 ?? '', program: '' },
  }
  const [place, workplace] = [await recountMatrix(processId, basis, at), await recountMatrix(processId, basis, at, { axis: 'workplace' })]
  const { groups, themes, counted, rows } = place
  const groupNow = new Map(groups.map(({ key, responses, persons }) => [key, { responses, persons }]))
  const came = place.statements > frozen.statements || frozen.groups.some(({ key, responses }) => (groupNow.get(key)?.responses ?? 0) > responses)
  const [isAlike, isOther] = [isCountedAlike(basis, place), isOtherProgram(basis, place)]
  const ofWork = whyDiffers({ isAlike: workplace.countsSha256 === basis.workplaceSha256, came, isErased, isOther })
  const [ofSums, ofRows] = [whyDiffers({ isAlike: false, came, isErased, isOther }), whyDiffers({ isAlike, came, isErased, isOther })]
  const isAsMany = frozen.groups.every(({ key, persons }) => groupNow.get(key)?.persons === persons)
  const ofHanging = whyDiffers({ isAlike: isAlike && isAsMany, came, isErased, isOther })
  const hanging = new Map(whatItHangsOn(groups, themes, counted, rows).map((each) => [each.theme, each]))
  const nameOf = new Map(frozen.rows.map(({ theme, name }) => [theme, name]))
  return [
    ...(['statements', 'coded', 'setAside'] as const).map((key) => compared(key, frozen[key], place[key], ofSums)),
    ...frozen.groups.map(({ key, name, responses, persons }) => compared(name, { responses, persons }, groupNow.get(key), ofSums)),
    ...frozen.rows.map((row) => comparedRow(row.name, row, rowOf(place, row.theme), ofRows)),
    ...(frozen.workplaceRows ?? []).map((row) => comparedRow(`${row.name}, om arbetsplatsen`, row, rowOf(workplace, row.theme), ofWork)),
    ...(frozen.hanging ?? []).map((each) => compared(`${nameOf.get(each.theme)}, vad det hänger på`, each, hanging.get(each.theme), ofHanging)),
  ]
}

async function recomputeFinding(document: FrozenDocument, { processId, at, isErased }: When): Promise<Compared[]> {
  const { figures, basis } = document.content.data as FrozenFinding
  const recount = await recountMatrix(processId, basis, at)
  const came = recount.statements > basis.statements
  const why = whyDiffers({ isAlike: isCountedAlike(basis, recount), came, isErased, isOther: isOtherProgram(basis, recount) })
  return figures.map((figure) => {
    const [now] = figuresOf(recount.rows, recount.groups, [{ theme: figure.theme, group: figure.of === 'group' ? figure.group : null }])
    return compared(figure.of === 'group' ? `${figure.name}, ${figure.groupName}` : figure.name, figure, now, why)
  })
}

async function recomputeMethod(document: FrozenDocument, { processId, at, isErased }: When): Promise<Compared[]> {
  const frozen = document.content.data as MethodReading
  const [book, until] = [await store.listThemeRows({ processId, alsoRetired: true }), heldIn(frozen.groups)]
  const { groups: counted } = await readVoicesUntil(processId, at.day, until)
  const { dialogues } = await readDataSets(processId, (groupId) => until.get(counted.find(({ id }) => id === groupId)?.key ?? '') ?? at.day)
  const themeIds = book.map(({ id }) => id)
  const codings = await store.listCodingsHeldAt(themeIds, at.at)
  const now = dataSetsOf({ dialogues }, codings, await store.listSetAsideAt(at.at))
  const groups = new Map(counted.map(({ key, responses, persons }) => [key, { responses, persons }]))
  const whyOf = (before: number, after = 0) => whyDiffers({ isAlike: false, came: after > before, isErased, isOther: false })
  return [
    ...frozen.data.flatMap((then) => {
      const same = now.find(({ slug }) => slug === then.slug)
      const why = whyOf(then.statements, same?.statements)
      return (['statements', 'coded', 'setAside', 'uncoded', 'sha256'] as const).map((key) => compared(`${then.title}, ${key}`, then[key], same?.[key], why))
    }),
    ...frozen.groups.map(({ key, name, responses, persons }) => compared(name, { responses, persons }, groups.get(key), whyOf(responses, groups.get(key)?.responses))),
    compared('coders', frozen.coders, (await store.listCodersAt(themeIds, at.at)).length, whyOf(0)),
  ]
}

async function recomputeRound(round: Parameters<typeof recountRound>[0], document: FrozenDocument, { isErased }: When): Promise<Compared[]> {
  const frozen = document.content.data as FrozenRound
  const ways = await recountRound(round)
  const isOfSameThemes = ({ themes }: FrozenRound) =>
    themes.length === frozen.themes.length && frozen.themes.every(({ themeId }) => themes.some((theme) => theme.themeId === themeId))
  const now = ways.find(isOfSameThemes) ?? ways[0]
  const why = whyDiffers({ isAlike: false, came: false, isErased, isOther: false })
  return [
    ...(['drawn', 'both', 'differing', 'overall'] as const).map((key) => compared(key, frozen[key], now?.[key], why)),
    ...frozen.themes.map((theme) =>
      compared(
        theme.themeId,
        theme,
        now?.themes.find(({ themeId }) => themeId === theme.themeId),
        why,
      ),
    ),
  ]
}

function rowOf({ rows }: Recount, theme: string) {
  return rows.find((row) => row.theme === theme)
}

function isCountedAlike({ countsSha256 }: Basis, recount: Recount): boolean {
  return countsSha256 !== '' && countsSha256 === recount.countsSha256
}

function isOtherProgram(basis: Basis, recount: Recount): boolean {
  return isCountedAlike(basis, recount) && basis.program !== '' && basis.program !== program.version
}
