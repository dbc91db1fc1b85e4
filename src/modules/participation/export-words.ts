/** What a file can be, and what each is for. */
export const formatWords = {
  people: ['CSV för kalkylprogram', 'Semikolon mellan fälten, decimalkomma och rubriker i ord'],
  xlsx: ['Excel', 'Svar och kodbok på var sitt blad'],
  machine: ['CSV för program', 'Komma mellan fälten, decimalpunkt och nycklar i stället för ord'],
  json: ['JSON', 'Frågorna i alla versioner, och ett svar på varje rad'],
} as const

export const textsWords = {
  shown: ['Som de får visas', 'Maskerade där någon har maskerat. Texter som ingen har granskat, eller som inte får visas, är ersatta'],
  raw: ['Som de skrevs', 'Det som någon har maskerat är maskerat här också. Du skriver varför, och det skrivs upp att du har läst dem'],
} as const

export const exportRefusals = { 'no-reason': 'Skriv varför du behöver texterna som de skrevs' } as const

/** What of a question XLSForm has no words for, and what stands there instead. */
export const unsaidWords = {
  'one-idea-a-line': 'en tanke på varje rad. I stället blir det ett fält med flera rader',
  'place-without-list': 'platserna. I stället skrivs platsen',
  'square-of-map': 'rutorna på kartan. XLSForm kan bara fråga efter en exakt punkt, och den kan peka ut ett hem',
  picture: 'bilderna. Orden följer med',
  'ranked-in-part': 'att bara de främsta rangordnas. I stället rangordnas alla',
  unit: 'enheten efter talet',
} as const
