import { basename } from 'node:path'
import { type VoteTable, voteTable } from '#statistics'
import { RefusedInput } from '../refused-input.ts'
import { type Row, scanTable } from '../scan-table.ts'
import { idIndex } from './id-index.ts'

export type NamedVotes = { readonly table: VoteTable; readonly pids: readonly string[]; readonly tids: readonly string[] }

// Fifteen bytes each while they are read: some four gigabytes.
const mostVotes = 250_000_000

/**
 * Reads votes from CSV: `pid,tid,vote[,ts]`, Polis' votes.csv (`voter-id`, `comment-id`, `vote`, `timestamp`) or Polis'
 * participants-votes.csv (one row a participant, one column a statement). The last vote counts: by ts where there is one, else by row.
 */
export function readVotes(path: string): NamedVotes {
  const [people, things, columns] = [idIndex(), idIndex(), growing()]
  let shape: Shape | undefined
  const name = basename(path)
  scanTable(
    path,
    (names) => {
      shape = shapeOf(name, names)
      if (shape.kind === 'wide') for (const tid of shape.tids) things.ofText(tid)
    },
    (row) => {
      if (shape?.kind === 'wide') takeWide(name, shape, row, people, columns)
      else if (shape) takeLong(name, shape, row, people, things, columns)
      if (columns.count() > mostVotes) throw new RefusedInput(`${name}, rad ${row.line}: filen har fler än ${mostVotes} röster, och fler än så ryms inte.`)
    },
  )
  if (columns.count() === 0) throw new RefusedInput(`${name} har inga röster.`)
  const table = columns.table(people.count(), things.count())
  return { table, pids: people.names(), tids: things.names() }
}

type Long = { readonly kind: 'long'; readonly pid: number; readonly tid: number; readonly vote: number; readonly ts: number | undefined; readonly width: number }
type Wide = { readonly kind: 'wide'; readonly pid: number; readonly first: number; readonly tids: readonly string[]; readonly width: number }
type Shape = Long | Wide

const pidNames = ['pid', 'voter-id', 'participant', 'participant_id', 'participant-id']
const tidNames = ['tid', 'comment-id', 'statement', 'statement_id', 'statement-id']

function shapeOf(file: string, names: readonly string[]): Shape {
  const at = (wanted: readonly string[]) => names.findIndex((name) => wanted.includes(name.toLowerCase()))
  const [pid, tid, vote, ts] = [at(pidNames), at(tidNames), at(['vote']), at(['ts', 'timestamp'])]
  const first = names.findIndex((name) => /^\d+$/.test(name))
  if (pid >= 0 && tid < 0 && first > pid) return { kind: 'wide', pid, first, tids: names.slice(first), width: names.length }
  const missing = [...(pid < 0 ? ['pid'] : []), ...(tid < 0 ? ['tid'] : []), ...(vote < 0 ? ['vote'] : [])]
  if (missing.length > 0) throw new RefusedInput(`${file}, rad 1: kolumnen ${missing.join(' och ')} saknas. Filen har kolumnerna ${names.slice(0, 20).join(', ')}.`)
  return { kind: 'long', pid, tid, vote, ts: ts < 0 ? undefined : ts, width: names.length }
}

type Index = ReturnType<typeof idIndex>
type Columns = ReturnType<typeof growing>

function takeLong(file: string, shape: Long, row: Row, people: Index, things: Index, columns: Columns): void {
  checkWidth(file, row, shape.width)
  const who = idOf(file, row, shape.pid, people)
  const what = idOf(file, row, shape.tid, things)
  const vote = voteOf(file, row, shape.vote, 'vote')
  if (vote === undefined) throw new RefusedInput(`${file}, rad ${row.line}, kolumn ${shape.vote + 1} (vote): rösten saknas.`)
  columns.push(who, what, vote, shape.ts === undefined ? undefined : momentOf(file, row, shape.ts))
}

function takeWide(file: string, shape: Wide, row: Row, people: Index, columns: Columns): void {
  checkWidth(file, row, shape.width)
  const who = idOf(file, row, shape.pid, people)
  shape.tids.forEach((tid, at) => {
    const vote = voteOf(file, row, shape.first + at, tid)
    if (vote !== undefined) columns.push(who, at, vote, undefined)
  })
}

function checkWidth(file: string, row: Row, width: number): void {
  if (row.fields !== width) throw new RefusedInput(`${file}, rad ${row.line}: raden har ${row.fields} kolumner, men rubrikraden har ${width}.`)
}

function idOf(file: string, row: Row, column: number, index: Index): number {
  const number = row.digits(column)
  if (number >= 0) return index.ofNumber(number)
  const text = row.text(column).trim()
  if (text === '') throw new RefusedInput(`${file}, rad ${row.line}, kolumn ${column + 1}: id saknas.`)
  return index.ofText(text)
}

function voteOf(file: string, row: Row, column: number, name: string): -1 | 0 | 1 | undefined {
  if (row.isEmpty(column)) return undefined
  const digit = row.digits(column)
  if (digit === 0 || digit === 1) return digit
  const text = row.text(column).trim()
  if (text === '') return undefined
  const value = /^[+-]?(0|1)(\.0+)?$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(value))
    throw new RefusedInput(
      `${file}, rad ${row.line}, kolumn ${column + 1} (${name}): ”${text.slice(0, 40)}” är ingen röst. En röst är 1 (håller med), 0 (avstår) eller -1 (håller inte med).`,
    )
  return (value + 0) as -1 | 0 | 1
}

function momentOf(file: string, row: Row, column: number): number {
  const text = row.text(column).trim()
  const value = text === '' ? 0 : Number(text)
  const moment = Number.isNaN(value) ? Date.parse(text) : value
  if (Number.isNaN(moment)) throw new RefusedInput(`${file}, rad ${row.line}, kolumn ${column + 1} (ts): ”${text.slice(0, 40)}” är ingen tid.`)
  return moment
}

/** Columns that grow as rows come in. */
function growing() {
  let [room, count, isInOrder, last] = [1 << 16, 0, true, -Infinity]
  let [participant, statement, vote] = [new Uint32Array(room), new Uint32Array(room), new Int8Array(room)]
  let moment: Float64Array | undefined
  const grow = () => {
    room *= 2
    const larger = <Column extends Uint32Array | Int8Array | Float64Array>(made: Column, old: Column) => {
      made.set(old)
      return made
    }
    participant = larger(new Uint32Array(room), participant)
    statement = larger(new Uint32Array(room), statement)
    vote = larger(new Int8Array(room), vote)
    if (moment) moment = larger(new Float64Array(room), moment)
  }
  return {
    count: () => count,
    push: (who: number, what: number, how: -1 | 0 | 1, when: number | undefined) => {
      if (count === room) grow()
      participant[count] = who
      statement[count] = what
      vote[count] = how
      if (when !== undefined) {
        moment ??= new Float64Array(room)
        moment[count] = when
        if (when < last) isInOrder = false
        last = when
      }
      count++
    },
    table: (participants: number, statements: number): VoteTable => {
      const made = voteTable({ participants, statements, participant: participant.subarray(0, count), statement: statement.subarray(0, count), vote: vote.subarray(0, count) })
      if (isInOrder || !moment || made.codes.length === count) return made
      // Somebody voted twice and the rows are not in the order of time: only then does it matter which came last.
      const when = moment
      const order = Uint32Array.from({ length: count }, (_, at) => at).sort((a, b) => (when[a] as number) - (when[b] as number) || a - b)
      return voteTable({
        participants,
        statements,
        participant: order.map((at) => participant[at] as number),
        statement: order.map((at) => statement[at] as number),
        vote: Int8Array.from(order, (at) => vote[at] as number),
      })
    },
  }
}
