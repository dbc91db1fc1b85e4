/** How files are written and read, for those who hand out or take in something else than answers. */
export { readSheet } from './read-sheet.ts'
export { readSafeCell } from './rules/safe-cell.ts'
export { byteOrderMark, delimitedRow, inXml } from './rules/written-sheet.ts'
export { DeclaresTypes, xmlPieces } from './rules/xml-pieces.ts'
export { unzipFiles } from './unzip-files.ts'
export { writeWorkbook } from './write-workbook.ts'
export { zipFiles } from './zip-files.ts'
