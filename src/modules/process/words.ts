import type { Problem } from '#kernel/problems'
import { terms } from '#kernel/terms'
import { catalogue } from '#ui/catalogue'
import type { StepState } from './rules/step-state.ts'

export const words = catalogue({
  sv: {
    title: 'Så går det till',
    lead: `Varje steg från de första samtalen till ${terms.followUp.the}. Här ser du vem som är med, varför, och när det händer.`,
    none: 'Här kommer processen att visas när kommunen har bestämt hur den ska gå till.',
    promise: 'Det här lovar vi dig',
    mandate: 'Vem som bestämt',
    why: 'Varför en vision',
    follows: 'Det som fanns före',
    who: 'Vem',
    when: 'När',
    purpose: 'Varför',
    focus: 'Vad det handlar om',
    moved: 'Flyttat',
    inserted: 'Tillagt efter hand',
    was: (dates: string) => `Planen var ${dates}.`,
    published: 'Resultatet är öppet',
    expected: (day: string) => `Resultatet publiceras senast ${day} enligt planen`,
    unpublished: (day: string) => `Resultatet har inte publicerats. Enligt planen skulle det ha varit klart ${day}`,
    leftOut: 'Utgick',
    states: { planned: 'Planerat', going: 'Pågår nu', late: 'Försenat', done: 'Klart', 'left-out': 'Utgick' } as Record<StepState, string>,
  },
  en: {
    title: 'How it is done',
    lead: `Every step from the first talks to the ${terms.followUp.english}. Here you see who takes part, why, and when it happens.`,
    none: 'The process will be shown here when the municipality has decided how it is to be done.',
    promise: 'What we promise you',
    mandate: 'Who decided',
    why: 'Why a vision',
    follows: 'What came before',
    who: 'Who',
    when: 'When',
    purpose: 'Why',
    focus: 'What it is about',
    moved: 'Moved',
    inserted: 'Added on the way',
    was: (dates: string) => `The plan was ${dates}.`,
    published: 'The result is public',
    expected: (day: string) => `The result is to be published by ${day} according to the plan`,
    unpublished: (day: string) => `The result has not been published. According to the plan it was due ${day}`,
    leftOut: 'Left out',
    states: { planned: 'Planned', going: 'Going on now', late: 'Late', done: 'Done', 'left-out': 'Left out' } as Record<StepState, string>,
  },
})

const problems: Record<string, string> = {
  empty: 'Skriv något här',
  'too-long': 'Texten är för lång',
  'not-a-day': 'Välj en dag',
  'ends-before-it-starts': 'Sista dagen kan inte ligga före den första',
  'not-an-address': 'Använd små bokstäver a–z, siffror och bindestreck',
}

export function problemWords(found: readonly Problem[]): { field: string; text: string }[] {
  return found.map(({ field, problem }) => ({ field, text: problems[problem] ?? 'Det här gick inte att läsa' }))
}
