import { terms } from '#kernel/terms'

export const provenanceWords = { recorded: '', sourced: 'Ordalydelsen är publicerad av kommunen', invented: 'Påhittat för demon' } as const
export const refusalWords: Record<string, string> = {
  taken: 'Adressen används redan. Välj en annan',
  frozen: 'Förslaget är inlämnat och kan inte ändras',
  stale: 'Någon annan har ändrat förslaget medan du skrev. Din text finns kvar här under',
  'not-shown': 'Yttrandet är inte märkt får visas, så det kan inte citeras',
  'no-phrases': 'Förslaget har inga formuleringar',
  'matter-not-found': 'Välj ett ärende',
  'not-this-document': 'Beslutet gäller inte just det här förslaget, eller var inte ett bifall',
  'already-adopted': 'Förslaget är redan antaget',
  'not-approved': 'Beslutet var inte ett bifall',
  'nothing-to-adopt': `Alla ${terms.focusArea.many} är redan antagna`,
}
