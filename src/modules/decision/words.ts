import { catalogue } from '#ui/catalogue'
import type { Standing } from './rules/legal-force.ts'

export const outcomeWords = {
  approved: 'Bifall',
  'approved-with-change': 'Bifall med ändring',
  rejected: 'Avslag',
  remitted: 'Återremiss',
  tabled: 'Bordlagt',
  noted: 'Till protokollet',
} as const

export const standingWords: Record<Standing['standing'], string> = {
  decided: 'Beslutat, protokollet är inte justerat än',
  adjusted: 'Justerat, inte anslaget än',
  posted: 'Anslaget, tiden för överklagande löper',
  appealed: 'Överklagat',
  'in-force': 'Gäller',
  annulled: 'Upphävt',
}

/** The same for those who read the decision in public. */
export const publicOutcomes = catalogue({
  sv: outcomeWords,
  en: { approved: 'Approved', 'approved-with-change': 'Approved with a change', rejected: 'Rejected', remitted: 'Sent back', tabled: 'Tabled', noted: 'Noted' },
})
export const publicStandings = catalogue({
  sv: standingWords,
  en: {
    decided: 'Decided, the minutes are not yet adjusted',
    adjusted: 'Adjusted, not yet announced',
    posted: 'Announced, it can still be appealed',
    appealed: 'Appealed',
    'in-force': 'It holds',
    annulled: 'Annulled',
  },
})

export const provenanceWords = { recorded: '', sourced: 'Enligt publicerad uppgift', invented: 'Påhittat för demon' } as const

export const refusalWords: Record<string, string> = {
  taken: 'Diarienumret används redan',
  'reason-missing': 'Skriv varför ärendet får ett steg till',
  'in-the-future': 'Mötet har inte varit än',
  'not-submitted': 'Handlingen är inte inlämnad i det här ärendet',
  'before-the-meeting': 'Protokollet kan inte justeras före mötet',
  'not-adjusted': 'Anslaget kommer efter justeringen',
  'already-recorded': 'Det är redan inskrivet och kan inte ändras',
  'not-posted': 'Beslutet är inte anslaget än',
  'no-appeal': 'Det finns inget öppet överklagande',
}
