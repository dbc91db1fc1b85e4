import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { type RawStatement, readRawStatements, readUnits } from '#participation'
import { type CodingReading, readCodings } from './read-codings.ts'
import * as store from './store.server.ts'

export type CodingDesk = {
  readonly all: number
  readonly left: number
  readonly statement: Pick<RawStatement, 'id' | 'text' | 'language' | 'translation' | 'question' | 'group' | 'stance'> | undefined
  readonly next: string | undefined
  readonly codings: readonly CodingReading[]
  readonly themes: readonly { readonly id: string; readonly name: string }[]
}

/** The desk of a coder: the statement asked for, else the first that nobody has coded; how many are left; the codebook. Seven statements. */
export async function readCodingDesk(actor: Actor, processId: string, now: Moment, at?: string): Promise<CodingDesk> {
  const [units, themes, coded, aside] = [await readUnits(processId), await store.listThemeRows({ processId }), await store.listCodedStatements(), await store.listSetAside()]
  const done = new Set([...coded, ...aside.map(({ statementId }) => statementId)])
  const queue = units.filter(({ statementId }) => !done.has(statementId))
  const id = at && units.some(({ statementId }) => statementId === at) ? at : queue[0]?.statementId
  const [statement] = id ? await readRawStatements(actor, [id], now) : []
  const place = queue.findIndex(({ statementId }) => statementId === id)
  return {
    all: units.length,
    left: queue.length,
    statement,
    next: queue[place + 1]?.statementId,
    codings: id ? await readCodings([id]) : [],
    themes,
  }
}
