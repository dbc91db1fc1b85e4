import type { CoverageRow } from './coverage.ts'

/** Which way of asking fits a group that is missing. */
export type Channel = 'paper' | 'class' | 'workplaces' | 'poster' | 'associations'

/** Old people are met by paper, young ones in their class, those between at work; a place by a poster there; else through associations. A rule of thumb, no finding. */
export function channelFor({ span, place }: Pick<CoverageRow, 'span' | 'place'>): Channel {
  if (span && span.from >= 65) return 'paper'
  if (span && span.to !== null && span.to < 25) return 'class'
  if (place !== null) return 'poster'
  return span ? 'workplaces' : 'associations'
}
