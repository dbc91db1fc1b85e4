export const outsideKindWords = {
  trend: 'Trend',
  comparison: 'Jämförelse',
  document: 'Dokument',
  alternative: 'Plats som folk väljer i stället',
} as const
export const outsideWeightWords = { heavy: 'Väger tungt', some: 'Väger något', light: 'Väger lätt' } as const

export const outsideRefusals: Record<string, string> = {
  'not-a-web-address': 'Skriv en adress som börjar med https:// eller http://, utan mellanslag och utan namn och lösenord',
  stale: 'Någon annan har ändrat källan medan du skrev. Din text finns kvar här under',
  withdrawn: 'Källan är återtagen och går inte att ändra',
}
