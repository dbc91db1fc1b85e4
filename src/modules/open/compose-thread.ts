import type { Release } from '#process'
import type { Language } from '#ui/catalogue'
import { formatCount } from '#ui/format'
import type { Stop, StopName } from '#ui/thread-strip'
import { expectedWhen } from './expected-when.ts'
import type { Picture } from './read-picture.ts'
import { type Followed, followThread, type Start } from './rules/follow-thread.ts'
import { words } from './words.ts'

export type Thread = { readonly followed: Followed; readonly stops: readonly Stop[] }

/** The thread of the place one stands on, as the strip shows it: each stop with its count and its link, or with what is missing or when it comes. */
export function composeThread(picture: Picture, start: Start, here: StopName, language: Language): Thread {
  const word = words(language)
  const followed = followThread(strandsOf(picture), start)
  const count = (number: number, key: 'theme' | 'phrase' | 'goal' | 'indicator' | 'result') => formatCount(number, word[`${key}-one`], word[`${key}-many`], language)
  const rows = (picture.snapshot?.rows ?? []).filter(({ theme }) => followed.themes.includes(theme))
  const statements = rows.reduce((sum, row) => sum + row.statements, 0)
  // Some spoke, but so few that showing it would say who: that is not the same as nobody.
  const tooFew = rows.some(({ cells }) => cells.some((cell) => !cell.shown && cell.because === 'too-few'))
  const groups = new Set(rows.flatMap(({ cells }) => cells.filter(({ shown }) => shown).map(({ group }) => group))).size
  const one = <Item>(items: readonly Item[]) => (items.length === 1 ? items[0] : undefined)
  const theme = picture.themes.find(({ id }) => id === one(followed.themes))
  const point = picture.points.find(({ id }) => id === followed.decision)
  const indicator = picture.indicators.find(({ definitions }) => definitions.some(({ id }) => id === one(followed.definitions)))
  const stop = (name: StopName, has: boolean, release: Release, missing: string, found: () => Pick<Stop, 'href' | 'count' | 'lang'>): Stop => {
    if (has) return { stop: name, here: name === here, ...found() }
    if (!release.released && name !== here) return { stop: name, expected: expectedWhen(release, language) }
    return { stop: name, here: name === here, broken: missing }
  }
  const { released } = picture
  const goal = one(followed.goals)
  const stops = [
    stop('voices', statements > 0, released.analysis, tooFew ? word.tooFew : word['no-voices'], () => ({
      href: theme ? `/tema/${theme.slug}#roster` : '/samsyn',
      count: `${formatCount(statements, word['voice-one'], word['voice-many'], language)} · ${formatCount(groups, word['group-one'], word['group-many'], language)}`,
    })),
    stop('theme', followed.themes.length > 0, released.analysis, word['no-theme'], () => ({
      href: theme ? `/tema/${theme.slug}` : '/samsyn',
      // A name is in Swedish; the strip speaks the reader's language.
      count: (language === 'sv' ? theme?.name : undefined) ?? count(followed.themes.length, 'theme'),
    })),
    stop('phrase', followed.phrases.length > 0, released.proposal, word['no-phrase'], () => ({
      href: one(followed.phrases) ? `/ord/${followed.phrases[0]}` : '/visionen',
      count: count(followed.phrases.length, 'phrase'),
    })),
    stop('decision', point !== undefined, released.decision, word['no-decision'], () => ({
      href: `/beslut/${point?.id}`,
      count: `${hyphenated(point?.organ ?? '')} ${point?.paragraph ?? ''}`.trim(),
      // An organ is called by its Swedish name.
      lang: language === 'sv' ? undefined : 'sv',
    })),
    stop('goal', followed.goals.length > 0, released.plans, word['no-goal'], () => ({ href: goal ? `/mal/${goal}` : '/resultat', count: count(followed.goals.length, 'goal') })),
    stop('indicator', followed.definitions.length > 0, released.plans, word['no-indicator'], () => ({
      href: indicator ? `/matt/${indicator.slug}` : '/resultat',
      count: count(followed.definitions.length, 'indicator'),
    })),
    stop('result', followed.judged.length > 0, released.followup, word['no-result'], () => ({
      href: goal ? `/mal/${goal}#resultat` : '/resultat',
      count: count(followed.judged.length, 'result'),
    })),
  ]
  return { followed, stops }
}

/** Where one stands when the whole vision is before one. */
export function wholeVision(picture: Picture): Start {
  return { themes: picture.snapshot?.rows.map(({ theme }) => theme) ?? [], phrases: strandsOf(picture).phrases.map(({ id }) => id) }
}

/** The words of the vision, or before there is one those of every proposal. */
export function shownPhrases(picture: Picture) {
  return (picture.vision ? [picture.vision.proposal] : picture.proposals).flatMap(({ phrases }) => phrases)
}

// The long names of the organs get a place to break, so that they fit a narrow stop.
function hyphenated(organ: string): string {
  return organ.replace(/^Kommun(?=fullmäktige|styrelse)/, 'Kommun\u00ad')
}

function strandsOf(picture: Picture) {
  return {
    phrases: shownPhrases(picture),
    decisionOfVision: picture.vision?.point.id,
    focusAreas: picture.focusAreas,
    goals: picture.goals.map(({ id, focusAreaId, targets }) => ({ id, focusAreaId, definitionIds: targets.map(({ definitionId }) => definitionId) })),
    judged: [...new Set(picture.rounds.flatMap(({ judgements }) => judgements.map(({ goalId }) => goalId)))],
  }
}
