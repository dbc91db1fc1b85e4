/** The words of a handout: the headings of its files, and why a text that nobody has read is held back. */
export const handoutWords = {
  texts: ['Fråga', 'Frågans ord', 'Text'],
  masked: ['Fråga', 'Texten som den lämnas ut', 'Skäl', 'Maskerad av', 'Dag'],
  held: ['Skäl', 'Antal texter'],
  waiting: 'Ingen har granskat texten än',
} as const
