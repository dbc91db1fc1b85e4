import { strToU8, zipSync } from 'fflate'

/** Files as other systems write them, with invented answers. */
export type Cell = string | number | { readonly day: number }

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const column = (at: number): string => (at < 26 ? '' : column(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

/** A workbook as Excel saves it: texts shared, days as numbers with a format, empty cells left out. */
export function workbookOf(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>, more: Readonly<Record<string, string>> = {}): Uint8Array<ArrayBuffer> {
  const texts: string[] = []
  const cell = (value: Cell, at: string) => {
    if (value === '') return ''
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
    if (typeof value === 'object') return `<c r="${at}" s="1"><v>${value.day}</v></c>`
    texts.push(value)
    return `<c r="${at}" t="s"><v>${texts.length - 1}</v></c>`
  }
  const row = (cells: readonly Cell[], line: number) => `<row r="${line + 1}">${cells.map((value, at) => cell(value, `${column(at)}${line + 1}`)).join('')}</row>`
  const named = Object.entries(sheets)
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${named.map(([name], at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${named.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="m/d/yy h:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    ...Object.fromEntries(named.map(([, rows], at) => [`xl/worksheets/sheet${at + 1}.xml`, `<worksheet><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`])),
  }
  files['xl/sharedStrings.xml'] = `<sst>${texts.map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`).join('')}</sst>`
  return new Uint8Array(zipSync(Object.fromEntries(Object.entries({ ...files, ...more }).map(([name, text]) => [name, strToU8(text)]))))
}

const formsHeading = [
  'ID',
  'Starttid',
  'Slutförandetid',
  'E-post',
  'Namn',
  'Bor du på orten?',
  'Vad saknar du?',
  'Skolan',
  'Maten',
  'Vad är viktigast?',
  'Hur nöjd är du?',
  'Vad är bra?',
]
/** As Microsoft Forms: what is chosen of several and ranked in one cell, with semicolons, and a row of a matrix by its own words. */
export const formsRows: readonly (readonly Cell[])[] = [
  formsHeading,
  [1, { day: 46300.5 }, { day: 46300.51 }, 'anonymous', '', 'Ja', 'Buss;Bad;', 'Bra', 'Illa', 'Jobb;Natur;', 4, 'Skogen\nÄlven'],
  [2, { day: 46300.6 }, { day: 46300.61 }, 'anonymous', '', 'Nej', 'Bad;En brygga;', '', '', '', '', '=HYPERLINK("http://x.example")'],
  [3, { day: 46301.25 }, { day: 46301.26 }, 'anonymous', '', 'Kanske', '', '', '', '', '', 'Lugnet'],
]

/** As LimeSurvey with codes of answers: a column for each choice with Y or N, and the language. */
export const limeSurvey = [
  '"id","submitdate","lastpage","startlanguage","startdate","datestamp","ipaddr","bor","saknar[buss]","saknar[bad]","saknar[other]","betyg[skolan]","betyg[maten]","viktigast[natur]","viktigast[jobb]","nojd","bra"',
  '"7","2026-10-05 10:11:12","3","sv","2026-10-05 10:01:00","2026-10-05 10:11:12","192.0.2.7","ja","Y","N","","bra","vet-ej","1","2","5","Skogen"',
  '"8","2026-10-06 20:00:01","3","en","2026-10-06 19:55:00","2026-10-06 20:00:01","192.0.2.8","nej","N","Y","A jetty; with a ""bench""","","","","","vet-ej","The river"',
  '"9","","1","sv","2026-10-06 21:00:00","2026-10-06 21:00:00","192.0.2.9","","","","","","","","","",""',
].join('\r\n')

/** As Netigate and others for a Swedish spreadsheet: a column for each choice by its words, Windows-1252. */
export const netigateText = [
  'Respondent ID;E-postadress;Svarsdatum;Bor du på orten?;Vad saknar du? - Buss;Vad saknar du? - Bad;Hur nöjd är du?;Vad är bra?',
  'r1;anna@prov.example;2026-10-07 08:00;Ja;Ja;Nej;4 - Ganska nöjd;Närheten till älven',
  'r2;olle@prov.example;2026-10-07 09:00;Nej;Nej;Ja;;"Åsen; och ängen"',
].join('\r\n')
export const inWindows1252 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text.replaceAll('–', '-'), 'latin1'))
