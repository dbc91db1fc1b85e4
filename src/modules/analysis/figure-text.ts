import { type Figure, isSame } from './rules/figures.ts'
import type { Cell } from './rules/public-matrix.ts'
import { figureWords, publicWords, readingWords } from './words.ts'

type Language = 'sv' | 'en'

/** A number in words: what a reader is told of the theme, or of one group. */
export function figureText(figure: Figure, language: Language = 'sv'): string {
  return figure.of === 'group' ? `${figure.groupName}: ${figureSaid(figure, language)}` : figureSaid(figure, language)
}

/** The same without the name of the group. */
export function figureSaid(figure: Figure, language: Language = 'sv'): string {
  const word = figureWords(language)
  if (figure.of === 'group') return cellText(figure.cell, language)
  const { reading, strength, spread } = figure
  const read = language === 'sv' ? readingWords[reading] : publicWords('en')[reading]
  return [read, strength === null ? '' : word.strength(strength), word.spread(spread.groups, spread.of)].filter(Boolean).join('. ')
}

/** What has moved in a number since it was frozen, in words; nothing when it stands. */
export function movedText(then: Figure, now: Figure | undefined, language: Language = 'sv'): string | undefined {
  const word = figureWords(language)
  if (!now || now.of !== then.of) return word.gone(then.name)
  if (isSame({ ...then, name: now.name, ...('groupName' in now && { groupName: now.groupName }), theme: now.theme }, now)) return undefined
  if (then.of === 'theme' && now.of === 'theme') {
    if (then.strength !== now.strength && then.strength !== null && now.strength !== null) return word.strengthMoved(then.name, then.strength, now.strength)
    return word.saidMoved(then.name, figureText(then, language), figureText(now, language))
  }
  if (then.of === 'group' && now.of === 'group') {
    const [before, after] = [percentOf(then.cell), percentOf(now.cell)]
    if (before !== undefined && after !== undefined && before !== after) return word.supportMoved(then.name, then.groupName, before, after)
    return word.saidMoved(`${then.name}, ${then.groupName}`, cellText(then.cell, language), cellText(now.cell, language))
  }
  return undefined
}

function percentOf(cell: Cell): number | undefined {
  return cell.shown && cell.support.kind === 'share' ? cell.support.percent : undefined
}

function cellText(cell: Cell, language: Language): string {
  const words = publicWords(language)
  if (!cell.shown) return words[cell.because]
  const { support } = cell
  const word = figureWords(language)
  const said = support.kind === 'share' ? word.share(support.percent, support.low, support.high) : support.kind === 'band' ? words[support.band] : words['no-stand']
  return `${word.mentions(cell.mentionShare)}, ${said}`
}
