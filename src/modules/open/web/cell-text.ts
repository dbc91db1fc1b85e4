import type { Cell } from '#analysis'
import { publicWords } from '#analysis/words'
import type { Language } from '#ui/catalogue'

/** What a group said of a theme, in words: how many speak of it, and how they stand. */
export function cellText(cell: Cell, language: Language): string {
  const word = publicWords(language)
  if (!cell.shown) return word[cell.because]
  const { support, mentionShare } = cell
  const mentions = language === 'sv' ? `${mentionShare} % nämner det` : `${mentionShare}% mention it`
  if (support.kind === 'band') return `${mentions}, ${word[support.band]}`
  if (support.kind === 'no-stand') return `${mentions}, ${word['no-stand']}`
  return language === 'sv'
    ? `${mentions}, ${support.percent} % av dem är för (troligen mellan ${support.low} och ${support.high})`
    : `${mentions}, ${support.percent}% of them are for (probably between ${support.low} and ${support.high})`
}
