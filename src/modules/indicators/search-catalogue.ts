import * as store from './store.server.ts'

/** Key figures of the national catalogue whose title or code holds the text; at most twenty. */
export async function searchCatalogue(text: string) {
  return text.trim() === '' ? [] : store.searchCatalogue(text.trim(), 20)
}
