import type { Problem } from '../kernel/problems.ts'

const common: Record<string, string> = {
  empty: 'Skriv något här',
  'too-long': 'Texten är för lång',
  'unacceptable-characters': 'Texten har tecken som inte går att spara. Skriv om den här',
  'not-a-day': 'Välj en dag',
  'not-a-number': 'Skriv ett tal, till exempel 12,5',
  'not-an-address': 'Använd små bokstäver a–z, siffror och bindestreck',
  'not-found': 'Välj något i listan',
  'not-a-language': 'Välj språk i listan',
  'ends-before-it-starts': 'Sista dagen kan inte ligga före den första',
}

/** Problems and refusals in words that say what to do: a module's own words first, then the common ones. */
export function problemTexts(refusal: { readonly refused: string; readonly problems?: readonly Problem[] }, own: Record<string, string> = {}): { field: string; text: string }[] {
  const words = { ...common, ...own }
  if (refusal.problems) return refusal.problems.map(({ field, problem }) => ({ field, text: words[problem] ?? 'Välj något av det som går att välja' }))
  return [{ field: '', text: words[refusal.refused] ?? 'Det gick inte som det står till nu. Öppna sidan på nytt och se hur det står' }]
}
