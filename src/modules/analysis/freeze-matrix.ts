import { freezeDocument } from '#documents'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayFreezeMatrix } from './access.ts'
import { hangingSentences, waitingSentence } from './matrix-words.ts'
import { readHolding } from './read-holding.ts'
import { readMatrix } from './read-matrix.ts'
import { basisOf, untilOf } from './recount-matrix.ts'
import { partsTooNear } from './rules/frozen-near.ts'
import { type Hanging, whatItHangsOn } from './rules/what-it-hangs-on.ts'
import { freezingForm } from './schema.ts'
import * as store from './store.server.ts'
import { bandWords, markedName, readingWords } from './words.ts'

/**
 * Freezes the matrix as it may be shown: the figures that a proposal rests on and that the public sees. Where fewer than the threshold have come in a group since an
 * earlier one, the two would tell what they said: their answers wait, and the group is counted as it was. Parts of a group that lie so close are left out.
 * Refuses `nothing-coded`, and `too-little-new` with the groups whose late ones can't be told from those who were counted, for they came on the same day.
 */
export const freezeMatrix = command(mayFreezeMatrix, freezingForm, async ({ input, actor, now, record }) => {
  // Whatever else is frozen or published at this moment is held against this one, or this one against it.
  await store.lockCodebook(input.processId)
  const { held, until, near, counts, earlier } = await readHolding(input.processId, now)
  const matrix = await readMatrix(input.processId, now, { until })
  const workplace = await readMatrix(input.processId, now, { axis: 'workplace', until })
  if (matrix.coded === 0) return refused({ refused: 'nothing-coded' as const })
  if (near.length > 0) return refused({ refused: 'too-little-new' as const, groups: near.map(({ name, threshold }) => ({ name, threshold })) })
  const { groups, statements, coded, setAside, counted } = matrix
  const told = groups.map(({ key, name, unit, census, responses, persons }) => {
    const { gone, heard } = counts.find((each) => each.key === key) ?? {}
    return { ...{ key, name, unit, census, responses, persons, gone, heard }, ...untilOf(until, key) }
  })
  const left = partsTooNear({ groups: counts, rows: matrix.rows, workplaceRows: workplace.rows }, earlier)
  const withoutLeft = (row: Line): Line => ({ ...row, ...(row.parts && { parts: row.parts.filter(({ group }) => !left.has(group)) }) })
  const [rows, parts] = [matrix.rows.map(withoutLeft), matrix.parts.filter(({ key }) => !left.has(key))]
  const number = await store.nextSnapshotNumber(input.processId)
  const hanging = whatItHangsOn(groups, matrix.themes, counted, rows)
  const name = { theme: nameIn(rows), group: (key: string) => groups.find((group) => group.key === key)?.name ?? '' }
  const spokenOfWork = workplace.rows.filter(isSpokenOf).map(withoutLeft)
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
      ...held.map((group) => ({ text: waitingSentence(group) })),
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
                rows: rows.filter(isSpokenOf).map((row) => [markedName(row.name, row), ...(row.parts ?? []).map(cellText)]),
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
      groups: told,
      parts: parts.map(({ key, name: part, of, groupId }) => ({ key, name: part, of, group: groups.find(({ id }) => id === groupId)?.key ?? '' })),
      rows,
      workplaceRows: spokenOfWork,
      hanging,
      statements,
      coded,
      setAside,
      // Whoever has the codings can recompute every figure and see that it was these.
      basis: basisOf(matrix, until, workplace),
    },
  }
  const document = await freezeDocument({ kind: 'analysis', subject: { kind: 'process', id: input.processId, version: number }, content, now })
  const id = await store.putSnapshot({ processId: input.processId, number, documentId: document.id, frozenBy: actor.person, frozenAt: now.at })
  await record('matrix-frozen', { kind: 'analysis', id })
  return granted({ id, number, documentId: document.id, sha256: document.sha256 })
})

type Line = Awaited<ReturnType<typeof readMatrix>>['rows'][number]

function lineOf(row: Line): string[] {
  return [markedName(row.name, row), readingWords[row.reading], row.strength === undefined ? '' : `${row.strength} %`, ...row.cells.map(cellText)]
}

function nameIn(rows: readonly Line[]) {
  return (id: string) => {
    const row = rows.find(({ theme }) => theme === id)
    return row ? markedName(row.name, row) : ''
  }
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
