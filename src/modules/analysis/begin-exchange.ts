import { addDays } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { granted, refused } from '#kernel/result'
import { readMaterial } from '#participation'
import { command } from '#trail'
import { mayCodeStatement, mayCreateTheme } from './access.ts'
import { beginExchangeForm } from './exchange-schema.ts'
import { readCodingSheet } from './read-coding-sheet.ts'
import { readCodebookFile, readProjectFile } from './read-refi.ts'
import type { Exchange } from './rules/exchange.ts'
import * as store from './store.server.ts'

/** Reads a codebook (`.qdc`) and keeps what it says to be looked at. No theme is stored. Refuses `unreadable-file` with what is wrong with it. */
export const beginCodebook = command(mayCreateTheme, beginExchangeForm, async ({ input, actor, now }) => {
  const codes = readCodebookFile(input.bytes)
  if (typeof codes === 'string') return refused({ refused: 'unreadable-file', fault: codes as string })
  return granted({ id: await keep('codebook', input, { codes, readings: [], rejected: [], memos: [], setAsides: [], quotes: [], foreign: 0, known: 0 }, actor.person, now) })
})

/**
 * Reads a project (`.qdpx`) or a sheet of codings (CSV, XLSX) and keeps what it says to be looked at, without the texts. No coding is stored. Refuses
 * `unreadable-file` with what is wrong with it.
 */
export const beginCodings = command(mayCodeStatement, beginExchangeForm, async ({ input, actor, now }) => {
  const { statements } = await readMaterial(input.processId)
  const texts = new Map(statements.map(({ id, text }) => [id, text]))
  // A workbook and a project are both zips.
  const read = /\.qdpx$/i.test(input.fileName) ? readProjectFile : readCodingSheet
  const exchange = read(input.bytes, (id) => texts.get(id))
  if (typeof exchange === 'string') return refused({ refused: 'unreadable-file', fault: exchange as string })
  return granted({ id: await keep('codings', input, exchange, actor.person, now) })
})

async function keep(
  kind: 'codebook' | 'codings',
  { processId, fileName }: { readonly processId: string; readonly fileName: string },
  exchange: Exchange,
  begunBy: string,
  now: Moment,
): Promise<string> {
  const name = fileName
    .toWellFormed()
    .replaceAll(/[\u0000-\u001f\u007f]/g, '')
    .slice(0, 200)
  return store.putBegunExchange({ processId, kind, fileName: name, content: JSON.stringify(exchange), begunBy, expiresOn: addDays(now.day, 1) })
}
