/** Owns what is decided or published: frozen content with its hash, never changed afterwards. */
export { canonicalJson } from './canonical-json.ts'
export type { Block, DocumentContent } from './document-content.ts'
export { freezeDocument } from './freeze-document.ts'
export { printPdf } from './print-pdf.ts'
export { type FrozenDocument, findDocument, listDocuments, readDocument } from './read-document.ts'
export { verifyDocuments } from './verify-documents.ts'
export { writeWord } from './write-word.ts'
