import { terms } from '#kernel/terms'
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
export const ruleWords = { all: `Alla ${terms.target.many}`, 'at-least': `Minst några av ${terms.target.allThe}`, whole: 'En helhetsbedömning' } as const
export const refusalWords: Record<string, string> = {
  frozen: `${terms.plan.The} är inlämna${terms.plan.t} och kan inte ändras. Gör en ny version`,
  taken: `Numret används redan i ${terms.plan.the}`,
  'target-is-the-baseline': `${terms.target.The} är samma som nuläget. Välj håll minst eller håll högst i stället för nå`,
  'needs-a-baseline': `Välj det frysta nuläge som ${terms.goal.the} räknas från`,
  'not-an-interval': 'Skriv ett lägsta och ett högsta värde',
  'not-a-share': 'Skriv en andel mellan 0 och 1, till exempel 0,8',
  'count-with-at-least': `Skriv hur många ${terms.target.many} som måste nås`,
  'no-goals': `${terms.plan.The} har inga ${terms.goal.many} än`,
  'matter-not-found': 'Välj ett ärende',
  'not-this-document': `Beslutet gäller inte just ${terms.plan.this}, eller var inte ett bifall`,
  'already-adopted': `${terms.plan.The} är redan anta${terms.plan.get}`,
}
