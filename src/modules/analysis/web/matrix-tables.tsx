import type { ReactNode } from 'react'
import { ShareBars, type ShareCell } from '#ui/share-bars'
import { Table } from '#ui/table'
import { Tag } from '#ui/tag'
import { cellWords, hangingSentences, unitWords } from '../matrix-words.ts'
import type { Cell, Part, Row } from '../rules/public-matrix.ts'
import type { Hanging } from '../rules/what-it-hangs-on.ts'
import { type Mark, markedName, publicWords, readingWords } from '../words.ts'
import { WeakMark } from './weak-mark.tsx'

type Shown = Row & Mark
type Group = { readonly key: string; readonly name: string; readonly unit: 'persons' | 'notes' }
type View = 'stod' | 'omnamnanden' | 'hallning' | 'alder' | 'plats'
type Wishes = { readonly view: View; readonly rows: readonly Shown[]; readonly groups: readonly Group[]; readonly parts: readonly Part[]; readonly of: 'age' | 'place' | undefined }

const readings = ['samsyn', 'split', 'few-say', 'not-yet-known'] as const
const said = publicWords('sv')
const captions: Record<View, string> = {
  stod: 'Stöd: andel som är för, av dem som tar ställning. Inom parentes: troligen mellan',
  omnamnanden: 'Omnämnanden: andel av de tillfrågade som nämner temat',
  hallning: 'Vad de som nämner temat vill: bevara, lämna eller önska',
  alder: 'Omnämnanden och stöd efter ålder',
  plats: 'Omnämnanden och stöd efter plats',
}

/** The matrix in four parts by how its themes are read, as tables, and then as a picture of the same. */
export function MatrixTables({ view, rows, groups, parts, of }: Wishes) {
  const spoken = rows.filter(({ cells }) => cells.some((cell) => cell.shown || cell.because === 'too-few'))
  const silent = rows.filter((row) => !spoken.includes(row))
  return (
    <>
      {readings.map((reading) => {
        const own = spoken.filter((row) => row.reading === reading)
        return (
          <section key={reading}>
            <h2>{readingWords[reading]}</h2>
            <p>{said[`${reading}-what`]}</p>
            {own.length === 0 ? (
              <p className="soft">Inget tema än.</p>
            ) : (
              <Table
                caption={`${readingWords[reading]}. ${captions[view]}`}
                columns={columnsOf(view, groups, parts, of)}
                rows={own.map((row) => [<Name key="name" row={row} />, ...cellsOf(view, row, parts, of)])}
              />
            )}
          </section>
        )
      })}
      {silent.length > 0 && <p className="soft">Ingen har nämnt: {silent.map(({ name }) => name).join(', ')}.</p>}
      <Picture view={view} rows={spoken} groups={groups} parts={parts} of={of} />
    </>
  )
}

function columnsOf(view: View, groups: readonly Group[], parts: readonly Part[], of: Wishes['of']) {
  const theme = { title: 'Tema' }
  if (of) return [theme, ...parts.flatMap((part) => (part.of === of ? [{ title: `${part.name}, nämner` }, { title: `${part.name}, stöd` }] : []))]
  const own = groups.map(({ name, unit }) => ({ title: `${name} (${unitWords[unit]})` }))
  return view === 'stod' ? [theme, { title: 'Snitt', number: true }, { title: 'Spridning' }, ...own] : [theme, ...own]
}

function cellsOf(view: View, row: Row, parts: readonly Part[], of: Wishes['of']): ReactNode[] {
  if (of)
    return parts.flatMap((part, at) => {
      const cell = row.parts?.[at]
      return part.of === of && cell ? [cellWords.mentions(cell), cell.shown ? cellWords.support(cell) : '–'] : []
    })
  if (view === 'omnamnanden') return row.cells.map(cellWords.mentions)
  if (view === 'hallning') return row.cells.map(cellWords.stances)
  return [row.strength === undefined ? '–' : `${row.strength} %`, `${row.spread.groups} av ${row.spread.of} grupper`, ...row.cells.map(cellWords.support)]
}

function Name({ row }: { row: Shown }) {
  const { name, depth = 0 } = row
  return (
    <>
      {depth > 0 && <span aria-hidden="true">{'– '.repeat(depth)}</span>}
      {name} <WeakMark of={row} />
    </>
  )
}

function Picture({ view, rows, groups, parts, of }: Wishes) {
  if (view === 'hallning') return null
  const shows = view === 'stod' ? 'support' : 'mentions'
  const barOf = (group: string, cell: Cell): ShareCell => ({ group, share: shareOf(cell, shows), note: cellWords[shows](cell) })
  const drawn = rows.map((row) => ({
    label: markedName(row.name, row),
    verdict: <Tag>{readingWords[row.reading]}</Tag>,
    cells: of
      ? parts.flatMap((part, at) => (part.of === of && row.parts?.[at] ? [barOf(part.name, row.parts[at])] : []))
      : row.cells.map((cell) => barOf(groups.find(({ key }) => key === cell.group)?.name ?? '', cell)),
  }))
  const title = shows === 'support' ? 'Stöd i varje grupp, av dem som tar ställning' : 'Hur stor del av de tillfrågade som nämner temat'
  return drawn.length === 0 ? null : <ShareBars title={title} rows={drawn} language="sv" />
}

/** A band has no bar: its share can't be told. */
function shareOf(cell: Cell, shows: 'support' | 'mentions'): number | undefined {
  if (!cell.shown) return undefined
  if (shows === 'mentions') return cell.mentionShare / 100
  return cell.support.kind === 'share' ? cell.support.percent / 100 : undefined
}

/** In words which readings hang on which group, and which are the same whatever is left out. */
export function Hangings({ hanging, rows, groups }: { hanging: readonly Hanging[]; rows: readonly Shown[]; groups: readonly Group[] }) {
  const name = {
    theme: (id: string) => {
      const row = rows.find(({ theme }) => theme === id)
      return row ? markedName(row.name, row) : ''
    },
    group: (key: string) => groups.find((group) => group.key === key)?.name ?? '',
  }
  const spoken = hanging.filter(({ theme }) => rows.some((row) => row.theme === theme && row.cells.some(({ shown }) => shown)))
  const sentences = spoken.flatMap((each) => hangingSentences(each, name))
  const robust = spoken.filter(({ isRobust }) => isRobust)
  return (
    <>
      <p>
        Varje tema är läst en gång till utan var och en av grupperna, och en gång med varje grupp räknad efter sin storlek. En grupp som är för liten för att visas är med varje
        gång. Där ingen har sagt hur stor en grupp är räknas de som svarat.
      </p>
      <h2>Det här hänger på en grupp eller på hur den vägs</h2>
      {sentences.length === 0 ? (
        <p>Ingen läsning ändras.</p>
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <h2>Det här läses likadant varje gång</h2>
      {robust.length === 0 ? <p>Inget tema.</p> : <p>{robust.map(({ theme, reading }) => `${name.theme(theme)} (${readingWords[reading]})`).join(', ')}.</p>}
      <Table
        caption="Varje tema när grupper väger lika, och när människor gör det"
        columns={[{ title: 'Tema' }, { title: 'Alla grupper lika' }, { title: 'Efter storlek' }, { title: 'Stöd i snitt efter storlek', number: true }, { title: 'Robust' }]}
        rows={spoken.map(({ theme, reading, bySize, isRobust }) => [
          name.theme(theme),
          readingWords[reading],
          readingWords[bySize.reading],
          bySize.strength === undefined ? '–' : `${bySize.strength} %`,
          isRobust ? 'Ja' : 'Nej',
        ])}
      />
    </>
  )
}
