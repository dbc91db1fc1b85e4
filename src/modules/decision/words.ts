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
