import { catalogue } from '#ui/catalogue'

export const absenceWords: Record<string, string> = {
  'dropped-out': 'bortfall',
  'not-applicable': 'ej tillämpligt',
  confidential: 'sekretess',
  'not-published': 'inte publicerat än',
  suppressed: 'för få för att visa',
}
export const levelWords = { society: 'Samhället', service: 'Kommunens verksamhet' } as const
export const desiredWords = { up: 'Högre är bättre', down: 'Lägre är bättre', none: 'Ingen riktning är bättre' } as const
export const provenanceWords = { recorded: '', sourced: 'hämtat från källan', invented: 'påhittat för demon' } as const
/** What stands beside a figure in public: why there is none, and where it comes from. */
export const publicFigures = catalogue({
  sv: { ...absenceWords, ...provenanceWords, preliminary: 'preliminärt' } as Record<string, string>,
  en: {
    'dropped-out': 'dropped out',
    'not-applicable': 'not applicable',
    confidential: 'confidential',
    'not-published': 'not published yet',
    suppressed: 'too few to show',
    recorded: '',
    sourced: 'from the source',
    invented: 'made up for the demo',
    preliminary: 'preliminary',
  } as Record<string, string>,
})
export const refusalWords: Record<string, string> = {
  taken: 'Adressen används redan. Välj en annan',
  'not-a-period': 'Skriv en period, till exempel 2026, 2026-T2 eller 2026-08',
  'value-or-absence': 'Skriv ett värde, eller välj varför det saknas. Inte båda',
  'reason-missing': 'Perioden har redan ett värde. Skriv varför det ändras',
  'no-value': 'Ett utgångsvärde måste ha ett tal',
}
