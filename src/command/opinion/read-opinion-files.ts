import { closeSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { RefusedInput } from '../refused-input.ts'
import { scanTable } from '../scan-table.ts'
import { isPacked, unpackVotes } from './packed-votes.ts'
import { type NamedVotes, readVotes } from './read-votes.ts'

/** Votes from CSV or from the packed form, whichever the file is. */
export function readNamedVotes(path: string): NamedVotes {
  const [file, start] = [openSync(path, 'r'), Buffer.alloc(8)]
  readSync(file, start, 0, 8, 0)
  closeSync(file)
  return isPacked(start) ? unpackVotes(path) : readVotes(path)
}

export type Statements = { readonly texts: ReadonlyMap<string, string>; readonly moderatedOut: ReadonlySet<string>; readonly meta: ReadonlySet<string> }

/** Statements as Polis exports them: `comment-id` or `tid`, and where there are such `comment-body` or `text`, `moderated` and `is-meta`. `strict` leaves out also those that nobody has moderated (0). */
export function readStatements(path: string, strict: boolean): Statements {
  const [texts, moderatedOut, meta] = [new Map<string, string>(), new Set<string>(), new Set<string>()]
  const name = basename(path)
  let columns = { tid: -1, text: -1, moderated: -1, meta: -1 }
  scanTable(
    path,
    (names) => {
      const at = (...wanted: string[]) => names.findIndex((each) => wanted.includes(each.toLowerCase()))
      columns = {
        tid: at('tid', 'comment-id', 'statement'),
        text: at('text', 'comment-body', 'txt', 'statement_text'),
        moderated: at('moderated', 'mod'),
        meta: at('is-meta', 'is_meta', 'meta'),
      }
      if (columns.tid < 0) throw new RefusedInput(`${name}, rad 1: kolumnen tid saknas. Filen har kolumnerna ${names.slice(0, 20).join(', ')}.`)
    },
    (row) => {
      const tid = row.text(columns.tid).trim()
      if (columns.text >= 0) texts.set(tid, row.text(columns.text))
      const moderated = columns.moderated < 0 ? '' : row.text(columns.moderated).trim()
      if (moderated === '-1' || (strict && moderated === '0')) moderatedOut.add(tid)
      if (columns.meta >= 0 && ['true', '1'].includes(row.text(columns.meta).trim().toLowerCase())) meta.add(tid)
    },
  )
  return { texts, moderatedOut, meta }
}

/** Ids, one a line. */
export function readIds(path: string): Set<string> {
  const ids = new Set<string>()
  const take = (text: string) => {
    if (text.trim() !== '') ids.add(text.trim())
  }
  scanTable(
    path,
    (names) => {
      for (const name of names) take(name)
    },
    (row) => take(row.text(0)),
  )
  return ids
}

/** Given groups, `pid,gid`: the group of each participant of the votes (-1 for none) and the names of the groups, in the order of their names. */
export function readGroups(path: string, pids: readonly string[]): { of: Int32Array; names: string[] } {
  const [said, file] = [new Map<string, string>(), basename(path)]
  let [pid, gid] = [-1, -1]
  scanTable(
    path,
    (names) => {
      ;[pid, gid] = [
        names.findIndex((each) => ['pid', 'participant', 'voter-id'].includes(each.toLowerCase())),
        names.findIndex((each) => ['gid', 'group', 'group-id'].includes(each.toLowerCase())),
      ]
      if (pid < 0 || gid < 0) throw new RefusedInput(`${file}, rad 1: kolumnen ${pid < 0 ? 'pid' : 'gid'} saknas. Filen har kolumnerna ${names.slice(0, 20).join(', ')}.`)
    },
    (row) => {
      const group = row.text(gid).trim()
      if (group !== '') said.set(row.text(pid).trim(), group)
    },
  )
  const known = new Set(pids)
  const stranger = [...said.keys()].find((each) => !known.has(each))
  if (stranger !== undefined) throw new RefusedInput(`${file}: deltagaren ${stranger} finns inte bland rösterna.`)
  const names = [...new Set(said.values())].sort((a, b) => a.localeCompare(b, 'sv', { numeric: true }))
  return { of: Int32Array.from(pids, (each) => names.indexOf(said.get(each) ?? '')), names }
}
