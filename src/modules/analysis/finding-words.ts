/** What is asked of whoever writes a finding. */
export const findingLabels = {
  question: 'Vilken fråga svarar det på?',
  claim: 'Vad fann ni?',
  figures: 'Vilka siffror vilar det på?',
  whoDisagrees: 'Vem är inte med?',
  notKnown: 'Vad vet vi inte?',
} as const

export const findingRefusals: Record<string, string> = {
  stale: 'Någon annan har ändrat fyndet medan du skrev. Din text finns kvar här under',
  withdrawn: 'Fyndet är återtaget och går inte att ändra',
  'no-figure': 'Välj minst en siffra som fyndet vilar på',
  'too-many-figures': 'Välj högst tjugo siffror',
  'too-many-quotes': 'Välj högst åtta citat',
  'too-many-sources': 'Välj högst tjugo källor',
  'cell-hidden': 'En av siffrorna får inte visas, eller finns inte längre. Välj bland dem som står här',
  'not-shown': 'Ett av citaten får inte visas, eller hör inte till siffrorna. Välj bland dem som står här',
  'own-finding': 'Du har skrivit det här själv. Någon annan behöver granska det',
  reviewed: 'Någon har redan granskat fyndet som det står nu',
  'say-why': 'Skriv vad som behöver ändras',
  'not-approved': 'Fyndet är inte godkänt av en andra person som det står nu',
  'too-little-new': 'Sedan en analys frystes eller ett fynd publicerades har för få nya svar kommit i någon grupp. Vänta tills fler har svarat',
  published: 'Fyndet är redan publicerat som det står nu',
  'nothing-coded': 'Inget är kodat än, så det finns ingen metod att skriva om',
}

/** Where a finding stands, and who does what next. */
export function standingWords(verdict: 'approved' | 'sent-back' | undefined, isPublished: boolean): string {
  if (isPublished) return 'Publicerat som det står här.'
  if (verdict === 'approved') return 'Godkänt. Analytikern eller processledaren kan publicera det.'
  if (verdict === 'sent-back') return 'Tillbaka till den som skrev. Vad som behöver ändras står under Historia.'
  return 'Sparat, och väntar på granskning. Någon annan än den som skrev det granskar.'
}

/** That quotes of a finding are kept back on its page. */
export function hiddenQuotes(count: number): string {
  const what = count === 1 ? 'Ett av citaten visas inte' : `${count} av citaten visas inte`
  return `${what}. Ett citat visas när en granskare har godkänt det, när det hör till siffrorna och när tillräckligt många i gruppen talar om temat.`
}
