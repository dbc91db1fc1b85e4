import { freezeDocument } from '#documents'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayFreezeMatrix } from './access.ts'
import { readMatrix } from './read-matrix.ts'
import { basisOf } from './recount-matrix.ts'
import { freezingForm } from './schema.ts'
import * as store from './store.server.ts'
import { bandWords, readingWords } from './words.ts'

/** Freezes the matrix as it may be shown: the figures that a proposal rests on and that the public sees. Refuses `nothing-coded`. */
export const freezeMatrix = command(mayFreezeMatrix, freezingForm, async ({ input, actor, now, record }) => {
  const matrix = await readMatrix(input.processId)
  if (matrix.coded === 0) return refused({ refused: 'nothing-coded' })
  const number = await store.nextSnapshotNumber(input.processId)
  const { groups, rows, statements, coded, setAside } = matrix
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
          rows: rows.map((row) => [row.name, readingWords[row.reading], row.strength === undefined ? '' : `${row.strength} %`, ...row.cells.map(cellText)]),
        },
      },
    ],
    data: {
      number,
      groups: groups.map(({ key, name, unit, census, responses, persons }) => ({ key, name, unit, census, responses, persons })),
      rows,
      statements,
      coded,
      setAside,
      // Whoever has the codings can recompute every figure and see that it was these.
      basis: await basisOf(input.processId, matrix),
    },
  }
  const document = await freezeDocument({ kind: 'analysis', subject: { kind: 'process', id: input.processId, version: number }, content, now })
  const id = await store.putSnapshot({ processId: input.processId, number, documentId: document.id, frozenBy: actor.person, frozenAt: now.at })
  await record('matrix-frozen', { kind: 'analysis', id })
  return granted({ id, number, documentId: document.id, sha256: document.sha256 })
})

function cellText(cell: Awaited<ReturnType<typeof readMatrix>>['rows'][number]['cells'][number]): string {
  if (!cell.shown) return { 'not-asked': 'inte tillfrågade', silent: 'ingen nämner det', 'too-few': 'för få för att visa' }[cell.because]
  const { support } = cell
  const words = support.kind === 'share' ? `${support.percent} % för (${support.low}–${support.high})` : support.kind === 'band' ? bandWords[support.band] : 'tar inte ställning'
  return `${cell.mentionShare} % nämner, ${words}`
}
