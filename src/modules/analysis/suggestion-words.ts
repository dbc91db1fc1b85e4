import { formatNumber, formatShare } from '#ui/format'

export const suggestionRefusals: Record<string, string> = {
  certainty: 'Skriv ett tal mellan 50 och 100',
  'nothing-that-sure': 'Inga förslag är så säkra. Skriv ett lägre tal, eller koda fler yttranden först',
  'not-learnt': 'Det finns inga förslag än. Lägg in teman i kodboken och koda några yttranden först',
  'nothing-judged': 'Välj rätt eller fel för minst ett yttrande',
  'not-all-judged': 'Hela stickprovet ska vara bedömt innan resten kan godtas',
  decided: 'Det är redan avgjort',
  'not-accepted': 'Inget är godtaget, så det finns inget att ta tillbaka',
}

/** How the sample was judged: how many were right, and how many that may be in the whole. */
export function sampleWords({ right, judged, low, high }: { readonly right: number; readonly judged: number; readonly low: number; readonly high: number }): string {
  return `${formatNumber(right)} av ${formatNumber(judged)} rätt. Bland alla är mellan ${formatShare(low)} och ${formatShare(high)} rätt (95 procents säkerhet).`
}

type Bulk = { readonly outcome: 'accepted' | 'declined' | null; readonly undoneAt: string | null; readonly judged: number; readonly sampled: number }

/** Where a bulk has come. */
export function bulkState({ outcome, undoneAt, judged, sampled }: Bulk): string {
  if (undoneAt !== null) return 'Godtagen och tillbakatagen'
  if (outcome !== null) return outcome === 'accepted' ? 'Godtagen' : 'Avböjd'
  return judged < sampled ? `Bedöms (${formatNumber(judged)} av ${formatNumber(sampled)})` : 'Bedömd, inte avgjord'
}
