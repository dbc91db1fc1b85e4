import { problemTexts } from '#http/problem-words'
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

const settingWords: Record<string, string> = {
  'not-a-word': 'Använd bokstäver, mellanslag och bindestreck',
  'same-word': 'Ett annat begrepp har redan det ordet. Då går de inte att skilja åt',
  unchanged: 'Inget är ändrat: allt är som det var',
  taken: 'Det finns redan ett organ med det namnet',
  ended: 'Organet har redan upphört',
  'before-it-began': 'Dagen ligger före den dag då organet började',
  'heir-of-itself': 'Välj ett annat organ som tar över, och som finns kvar efter dagen',
  'still-assigned': 'Någon har uppdrag i organet. Avsluta eller flytta uppdragen först, under Personer och uppdrag',
  'no-places': 'Skriv minst en plats',
  'nothing-new': 'Alla platser finns redan i listan',
  'name-too-long': 'Ett namn är längre än 80 tecken. Skriv en plats på varje rad',
  'too-many': 'Det är för många. Högst 500 platser får plats',
  'no-file': 'Välj en fil',
  'not-geojson': 'Filen är inte GeoJSON. Den ska vara en FeatureCollection med ytor, linjer eller punkter',
  'nothing-to-draw': 'Filen har inget att rita. Den ska ha ytor, linjer eller punkter med namn',
  'too-large': 'Filen är för stor. Högst 1 MB, 2 000 objekt och 100 000 punkter får plats',
  'outside-sweden': 'Filen har punkter utanför Sverige. Koordinaterna ska vara i WGS 84, med longitud först',
  'too-many-squares': 'Det blir fler rutor än som får plats: 10 på bredden och 12 på höjden. Välj större rutor, eller en karta över en mindre yta',
  'not-a-side': 'Välj en storlek i listan',
  'already-first': 'Platsen står redan först',
  'years-missing': 'Skriv efter hur många år',
  'decision-missing': 'Skriv vilket beslut gallringen vilar på',
  'keeps-for-ever': 'Det här går inte att gallra: det är länkat eller citerat med sin kontrollsumma',
  'not-a-number': 'Skriv ett helt tal, minst 5 och för barn minst 10',
  'children-below-adults': 'Gränsen för barn kan inte vara lägre än den för vuxna',
  lowered: 'Gränsen kan höjas, aldrig sänkas. Det som lovats tas inte tillbaka',
}

/** What stands in the way of a setting, in words that say what to do. */
export function settingProblems(refusal: { readonly refused: string; readonly problems?: readonly Problem[] }): { field: string; text: string }[] {
  return problemTexts(refusal, settingWords)
}
