import { inXml, type SheetRow, worksheetRow } from './rules/written-sheet.ts'
import type { FileInZip } from './zip-files.ts'

export type Worksheet = { readonly name: string; readonly rows: Iterable<SheetRow> | AsyncIterable<SheetRow> }

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

/** A workbook (XLSX) as the files of its zip. Rows are written as they come, so that a hundred thousand never lie in memory at once. */
export function writeWorkbook(sheets: readonly Worksheet[], said?: (text: string) => string): FileInZip[] {
  const each = sheets.map(({ name, rows }, index) => ({ name, rows, number: index + 1 }))
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return [
    {
      name: '[Content_Types].xml',
      content: [
        `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
        `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>`,
        ...each.map(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`),
        '</Types>',
      ],
    },
    {
      name: '_rels/.rels',
      content: [
        `${declaration}<Relationships xmlns="${packaged}/relationships">`,
        element('Relationship', { Id: 'rId1', Type: `${relation}/officeDocument`, Target: 'xl/workbook.xml' }),
        '</Relationships>',
      ],
    },
    {
      name: 'xl/workbook.xml',
      content: [
        `${declaration}<workbook xmlns="${main}" xmlns:r="${relation}"><sheets>`,
        ...each.map(({ name, number }) => `<sheet name="${inXml(name)}" sheetId="${number}" r:id="rId${number}"/>`),
        '</sheets></workbook>',
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        `${declaration}<Relationships xmlns="${packaged}/relationships">`,
        ...each.map(({ number }) => element('Relationship', { Id: `rId${number}`, Type: `${relation}/worksheet`, Target: `worksheets/sheet${number}.xml` })),
        '</Relationships>',
      ],
    },
    ...each.map(({ number, rows }) => ({ name: `xl/worksheets/sheet${number}.xml`, content: sheetXml(rows, said) })),
  ]
}

async function* sheetXml(rows: Worksheet['rows'], said?: (text: string) => string): AsyncGenerator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetData>`
  let number = 0
  for await (const row of rows) yield worksheetRow(row, ++number, said)
  yield '</sheetData></worksheet>'
}

function element(name: string, attributes: Readonly<Record<string, string>>): string {
  return `<${name} ${Object.entries(attributes)
    .map(([key, value]) => `${key}="${inXml(value)}"`)
    .join(' ')}/>`
}
