/** The words of a handout: the headings of its files, and what stands where no reason was written. */
export const handoutWords = {
  texts: ['Fråga', 'Frågans ord', 'Text'],
  masked: ['Fråga', 'Texten som den lämnas ut', 'Skäl', 'Maskerad av', 'Dag'],
  held: ['Skäl', 'Antal texter'],
  waiting: 'Ingen har granskat texten än',
  noReason: 'Inget skäl är skrivet',
} as const
