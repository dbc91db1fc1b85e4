export const changeWords = {
  created: 'Lades till',
  reworded: 'Skrevs om',
  moved: 'Flyttades',
  merged: 'Slogs ihop',
  unmerged: 'Sammanslagningen ångrades',
  split: 'Delades',
  retired: 'Togs ur bruk',
} as const

export const fieldWords = {
  name: 'Namn',
  definition: 'Vad det är',
  whenToUse: 'När det används',
  whenNot: 'När det inte används',
  examples: 'Exempel',
  dimension: 'Dimension',
  parent: 'Ligger under',
} as const

export const codebookRefusals: Record<string, string> = {
  taken: 'Det finns redan ett tema med det namnet eller den adressen. Välj ett annat',
  stale: 'Någon annan har ändrat temat medan du skrev. Din text finns kvar här under',
  retired: 'Temat är inte längre i bruk',
  'under-itself': 'Ett tema kan inte ligga under sig självt eller slås ihop med en del av sig. Välj ett annat',
  'not-codable': 'Det andra temat är en rubrik, som inte kodas själv. Välj ett tema under den',
  'other-dimension': 'Ett tema har samma dimension som det ligger under. Byt det ena eller det andra',
  'not-merged': 'Temat är inte hopslaget med något annat',
  'merged-further': 'Det andra temat är självt ur bruk. Ångra det först',
  'same-place': 'Temat ligger redan där',
  'in-use': 'Yttranden är kodade med temat. Slå ihop det med ett annat i stället',
  'has-parts': 'Andra teman ligger under det. Flytta dem först',
  'no-statement': 'Välj minst ett yttrande',
  'not-read-so': 'Ett av yttrandena är inte längre kodat med temat. Läs listan igen',
  'nothing-new': 'Allt i kodboken som följer med finns redan',
  'empty-codebook': 'Kodboken är tom',
}
