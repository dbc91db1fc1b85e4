import { catalogue } from '#ui/catalogue'

export const kindWords = { municipal: 'Kommunplan', board: 'Nämndplan', operations: 'Verksamhetsplan' } as const
export const targetWords = {
  reach: 'Nå',
  'keep-at-least': 'Håll minst',
  'keep-at-most': 'Håll högst',
  within: 'Håll inom',
  direction: 'Rätt riktning',
  level: 'Nå en nivå',
  done: 'Bli klart',
} as const
export const publicTargets = catalogue({
  sv: { ...targetWords, by: (period: string) => `till ${period}` },
  en: {
    reach: 'Reach',
    'keep-at-least': 'Keep at least',
    'keep-at-most': 'Keep at most',
    within: 'Keep within',
    direction: 'The right direction',
    level: 'Reach a level',
    done: 'Be done',
    by: (period: string) => `by ${period}`,
  },
})
export const ruleWords = { all: 'Alla målvärden', 'at-least': 'Minst några av målvärdena', whole: 'En helhetsbedömning' } as const
export const refusalWords: Record<string, string> = {
  frozen: 'Planen är inlämnad och kan inte ändras. Gör en ny version',
  taken: 'Numret används redan i planen',
  'target-is-the-baseline': 'Målvärdet är samma som nuläget. Välj håll minst eller håll högst i stället för nå',
  'needs-a-baseline': 'Välj det frysta nuläge som målet räknas från',
  'not-an-interval': 'Skriv ett lägsta och ett högsta värde',
  'not-a-share': 'Skriv en andel mellan 0 och 1, till exempel 0,8',
  'count-with-at-least': 'Skriv hur många målvärden som måste nås',
  'no-goals': 'Planen har inga mål än',
  'matter-not-found': 'Välj ett ärende',
  'not-this-document': 'Beslutet gäller inte just den här planen, eller var inte ett bifall',
  'already-adopted': 'Planen är redan antagen',
}
