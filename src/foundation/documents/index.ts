/** Owns what is decided or published: frozen content with its hash, never changed afterwards. */
export { freezeDocument } from './freeze-document.ts'
