import { freezeDocument, listDocuments } from '#documents'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayFreezeMatrix } from './access.ts'
import { hangingSentences } from './matrix-words.ts'
import { readMatrix } from './read-matrix.ts'
import { basisOf } from './recount-matrix.ts'
import { type GroupThen, isTooLittleNew } from './rules/too-little-new.ts'
import { type Hanging, whatItHangsOn } from './rules/what-it-hangs-on.ts'
import { freezingForm } from './schema.ts'
import * as store from './store.server.ts'
import { bandWords, readingWords } from './words.ts'

/**
 * Freezes the matrix as it may be shown: the figures that a proposal rests on and that the public sees. Refuses `nothing-coded`, and `too-little-new` when
 * persons have come to or gone from a group since an earlier one, but fewer than its threshold: from the two their answers could be reckoned.
 */
export const freezeMatrix = command(mayFreezeMatrix, freezingForm, async ({ input, actor, now, record }) => {
  const matrix = await readMatrix(input.processId, now)
  const workplace = await readMatrix(input.processId, now, { axis: 'workplace' })
  if (matrix.coded === 0) return refused({ refused: 'nothing-coded' })
  if (isTooLittleNew(matrix.groups, await groupsBefore(input.processId))) return refused({ refused: 'too-little-new' })
  const number = await store.nextSnapshotNumber(input.processId)
  const { groups, parts, rows, statements, coded, setAside, counted } = matrix
  const hanging = whatItHangsOn(groups, matrix.themes, counted, rows)
  const name = { theme: (id: string) => rows.find(({ theme }) => theme === id)?.name ?? '', group: (key: string) => groups.find((group) => group.key === key)?.name ?? '' }
  const spokenOfWork = workplace.rows.filter(isSpokenOf)
  const content = {
    title: 'Samsyn i det som kommit in',
    subtitle: `Analys ${number}`,
    blocks: [
      {
        facts: [
          ['Yttranden', String(statements)],
          ['Kodade', String(coded)],
          ['Lagda åt sidan', String(setAside)],
        ] as [string, string][],
      },
      {
        table: {
          caption: 'Hur varje tema läses, alla grupper väger lika',
          head: ['Tema', 'Läses som', 'Stöd i snitt', ...groups.map(({ name }) => name)],
          rows: rows.map(lineOf),
        },
      },
      ...(parts.length === 0
        ? []
        : [
            {
              table: {
                caption: 'Delar av grupper, bara för jämförelse',
                head: ['Tema', ...parts.map(({ name: part }) => part)],
                rows: rows.filter(isSpokenOf).map((row) => [row.name, ...(row.parts ?? []).map(cellText)]),
              },
            },
          ]),
      ...(spokenOfWork.length === 0
        ? []
        : [
            {
              table: {
                caption: 'Vad som sagts om arbetsplatsen, räknat för sig',
                head: ['Tema', 'Läses som', 'Stöd i snitt', ...groups.map(({ name: group }) => group)],
                rows: spokenOfWork.map(lineOf),
              },
            },
          ]),
      { heading: 'Vad läsningarna hänger på' },
      { list: hangingList(hanging, name) },
    ],
    data: {
      number,
      groups: groups.map(({ key, name, unit, census, responses, persons }) => ({ key, name, unit, census, responses, persons })),
      parts: parts.map(({ key, name: part, of, groupId }) => ({ key, name: part, of, group: groups.find(({ id }) => id === groupId)?.key ?? '' })),
      rows,
      workplaceRows: spokenOfWork,
      hanging,
      statements,
      coded,
      setAside,
      // Whoever has the codings can recompute every figure and see that it was these.
      basis: basisOf(matrix, workplace),
    },
  }
  const document = await freezeDocument({ kind: 'analysis', subject: { kind: 'process', id: input.processId, version: number }, content, now })
  const id = await store.putSnapshot({ processId: input.processId, number, documentId: document.id, frozenBy: actor.person, frozenAt: now.at })
  await record('matrix-frozen', { kind: 'analysis', id })
  return granted({ id, number, documentId: document.id, sha256: document.sha256 })
})

/** The groups of every matrix that was frozen, as it tells of them; two statements. */
async function groupsBefore(processId: string): Promise<(readonly GroupThen[])[]> {
  const snapshots = await store.listSnapshots(processId)
  const documents = await listDocuments(snapshots.map(({ documentId }) => documentId))
  return documents.map(({ content }) => (content.data as { groups: readonly GroupThen[] }).groups)
}

type Line = Awaited<ReturnType<typeof readMatrix>>['rows'][number]

function lineOf(row: Line): string[] {
  return [
    row.isWeak ? `${row.name} (läses olika av två kodare)` : row.name,
    readingWords[row.reading],
    row.strength === undefined ? '' : `${row.strength} %`,
    ...row.cells.map(cellText),
  ]
}

function isSpokenOf({ cells }: Line): boolean {
  return cells.some(({ shown }) => shown)
}

function hangingList(hanging: readonly Hanging[], name: Parameters<typeof hangingSentences>[1]): string[] {
  const sentences = hanging.flatMap((each) => hangingSentences(each, name))
  return sentences.length > 0 ? sentences : ['Ingen läsning ändras utan någon av grupperna, eller när varje grupp vägs efter sin storlek.']
}

function cellText(cell: Line['cells'][number]): string {
  if (!cell.shown) return { 'not-asked': 'inte tillfrågade', silent: 'ingen nämner det', 'too-few': 'för få för att visa' }[cell.because]
  const { support } = cell
  const words = support.kind === 'share' ? `${support.percent} % för (${support.low}–${support.high})` : support.kind === 'band' ? bandWords[support.band] : 'tar inte ställning'
  return `${cell.mentionShare} % nämner, ${words}`
}
