import { terms } from '#kernel/terms'

/** The kinds of text that residents read and that people write, in the order of the thread. */
export const kinds = ['process', 'steps', 'dialogues', 'themes', 'phrases', 'focus-areas', 'goals', 'indicators'] as const
export type Kind = (typeof kinds)[number]

export const kindWords: Record<Kind, string> = {
  process: 'Processen',
  steps: 'Steg',
  dialogues: 'Dialoger',
  themes: 'Teman',
  phrases: 'Visionens ord',
  'focus-areas': terms.focusArea.Many,
  goals: terms.goal.Many,
  indicators: terms.indicator.Many,
}
export const stateWords = { 'att-gora': 'Att göra', saknas: 'Saknas', inaktuella: 'Inaktuella', klara: 'Klara' } as const
export const fieldWords: Record<string, string> = {
  name: 'Namn',
  title: 'Rubrik',
  promise: 'Löfte',
  purpose: 'Varför',
  mandate: 'Vem som bestämt',
  follows: 'Det som fanns före',
  who: 'Vem',
  focus: 'Vad det handlar om',
  inserted: 'Varför steget lades till',
  moved: 'Varför steget flyttades',
  leftOut: 'Varför steget utgick',
  information: 'Information',
  group: 'Grupp',
  wording: 'Fråga',
  hint: 'Hjälp till frågan',
  section: 'Delens rubrik',
  least: 'Vad det lägsta betyder',
  most: 'Vad det högsta betyder',
  definition: 'Beskrivning',
  text: 'Text',
  description: 'Beskrivning',
  whyWeBelieve: 'Varför vi tror på det',
  activity: terms.activity.One,
  influence: 'Vad kommunen kan påverka',
}
export const translationProblems: Record<string, string> = {
  unchanged: 'Inget är ändrat: språken är som de var',
  stale: 'Den svenska texten har ändrats medan du skrev. Din text finns kvar här under',
}
