import { granted, refused } from '#kernel/result'
import { fileFormats, readRawStatements } from '#participation'
import { listProcesses } from '#process'
import { command } from '#trail'
import { mayExportCodings } from './access.ts'
import { codingsExportForm } from './exchange-schema.ts'
import { codingColumns, suggestionCells } from './exchange-words.ts'
import { listTestedThemes } from './read-codebook.ts'
import { charactersBefore, withPlainLines } from './rules/text-places.ts'
import * as store from './store.server.ts'
import { stanceWords } from './words.ts'
import { type ExchangedProject, type ExchangedSource, writeProject } from './write-refi.ts'

export type ExchangeFile = { readonly name: string; readonly type: string; readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

// A zip without its larger form has room for 65,535 files.
const mostSources = 60_000

/**
 * Hands out the statements of a process with their codings, as a project (REFI-QDA, `.qdpx`) or a sheet. Texts are as coders see them, and that they were
 * read is written down with the reason. Coders have numbers and no names. Refuses `too-many-statements` for a project, and `not-found`.
 */
export const exportCodings = command(mayExportCodings, codingsExportForm, async ({ input: { processId, format, reason }, actor, now, record }) => {
  const process = (await listProcesses(now.day)).find(({ id }) => id === processId)
  if (!process) return refused({ refused: 'not-found' })
  const ids = await store.listMaterialIds(processId)
  if (format === 'qdpx' && ids.length > mostSources) return refused({ refused: 'too-many-statements' })
  const [themes, held, memos, asides, quotes] = [
    await listTestedThemes(processId),
    await store.listHoldingOfProcess(processId),
    await store.listMemoRows({ processId }),
    new Map((await store.listAsides(ids)).map(({ statementId, reason: why }) => [statementId, why])),
    Map.groupBy(await store.listBasketRows(processId), ({ statementId }) => statementId),
  ]
  const numbers = new Map([...new Set(held.map(({ codedBy }) => codedBy))].map((coder, index) => [coder, index + 1]))
  const codings = Map.groupBy(held, ({ statementId }) => statementId)
  const sources = (await readRawStatements(actor, ids, now, 'export')).map(({ id, group, question, text }, index) => ({
    ...{ id, name: `Svar ${index + 1}`, group, question, text, aside: asides.get(id) ?? null, quotes: quotes.get(id) ?? [] },
    codings: (codings.get(id) ?? []).map(({ codedBy, ...coding }) => ({ ...coding, coder: numbers.get(codedBy) ?? 0 })),
  }))
  await record('codings-exported', { kind: 'process', id: processId }, reason)
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  return granted<ExchangeFile>(
    format === 'qdpx' ? projectFile({ processId, name: process.name, themes, memos, sources }, now) : sheetFile(format, sources, (themeId) => byId.get(themeId), now),
  )
})

type Now = { readonly at: string; readonly day: string }

function projectFile(project: ExchangedProject, now: Now): ExchangeFile {
  const files = [
    { name: 'project.qde', content: writeProject(project) },
    ...project.sources.map(({ id, text }) => ({ name: `Sources/${id}.txt`, content: [withPlainLines(text)] })),
  ]
  return { name: `projekt-${now.day}.qdpx`, type: 'application/zip', content: fileFormats.zipFiles(files, now.at) }
}

function sheetFile(
  format: 'csv' | 'xlsx',
  sources: readonly ExchangedSource[],
  themeOf: (themeId: string) => { readonly slug: string; readonly tested: string | undefined } | undefined,
  now: Now,
): ExchangeFile {
  const { byteOrderMark, delimitedRow, writeWorkbook, zipFiles } = fileFormats
  const rows = function* () {
    yield Object.values(codingColumns)
    for (const { id, group, question, text, codings } of sources) {
      const said = [id, group, question, withPlainLines(text)]
      const place = (at: number | null) => (at === null ? null : charactersBefore(text, at))
      for (const { themeId, stance, spanFrom, spanTo, coder, suggestion } of codings)
        yield [
          ...said,
          themeOf(themeId)?.slug ?? '',
          stance && stanceWords[stance as keyof typeof stanceWords],
          place(spanFrom),
          place(spanTo),
          coder,
          suggestionCells[suggestion as keyof typeof suggestionCells],
          themeOf(themeId)?.tested ?? null,
        ]
      if (codings.length === 0) yield [...said, null, null, null, null, null, null, null]
    }
  }
  if (format === 'xlsx')
    return {
      name: `kodningar-${now.day}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: zipFiles(writeWorkbook([{ name: 'Kodningar', rows: rows() }]), now.at),
    }
  const encoder = new TextEncoder()
  const written = function* () {
    yield encoder.encode(byteOrderMark)
    for (const row of rows()) yield encoder.encode(delimitedRow(row, 'people'))
  }
  return { name: `kodningar-${now.day}.csv`, type: 'text/csv; charset=utf-8', content: written() }
}
