import type { Problem } from '#kernel/problems'

const words: Record<string, string> = {
  empty: 'Skriv något här',
  'too-long': 'Texten är för lång',
  'unacceptable-characters': 'Texten har tecken som inte går att spara. Skriv om den här',
  'not-an-email': 'Skriv en e-postadress, till exempel namn@kommunen.se',
  'not-a-colour': 'Skriv färgen med sex tecken, till exempel 1b4f8f',
  'not-readable': 'Färgen är för svag för att läsas på våra sidor',
  'not-a-day': 'Välj en dag',
  'not-a-key': 'Använd små bokstäver, siffror och bindestreck',
  'not-found': 'Välj något i listan',
}

/** The problems of a form about people, in words that say what to do. */
export function problemWords(problems: readonly Problem[]): { field: string; text: string }[] {
  return problems.map(({ field, problem }) => ({ field, text: words[problem] ?? 'Välj något i listan' }))
}
