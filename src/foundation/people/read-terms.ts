import { shareReads } from '#db/share-reads.server'
import { ordinaryTerms, type TermList } from '#kernel/terms'
import * as store from './settings-store.server.ts'

/** Swedish is always on; English until the municipality says otherwise. */
const languagesFromTheStart: readonly string[] = ['sv', 'en']

const findTermsAndLanguages = shareReads(() => store.findTermsAndLanguages())

/** The words of the concepts, as the municipality has them now. */
export async function readTerms(): Promise<TermList> {
  return (await readTermsAndLanguages()).terms
}

/** Which languages are switched on, as BCP 47 tags, Swedish first. */
export async function readLanguages(): Promise<readonly string[]> {
  return (await readTermsAndLanguages()).languages
}

/** Both in one statement, for the visit. */
export async function readTermsAndLanguages(): Promise<{ readonly terms: TermList; readonly languages: readonly string[] }> {
  const { terms, tags } = await findTermsAndLanguages('')
  return { terms: { ...ordinaryTerms, ...Object.fromEntries((terms ?? []).map(({ concept, ...term }) => [concept, term])) }, languages: tags ?? languagesFromTheStart }
}

/** Every word that has been given, the latest first, with who gave it. */
export async function readTermHistory() {
  return store.listTerms()
}

/** Every choice of languages, the latest first. */
export async function readLanguageHistory() {
  return store.listLanguages()
}
