import { terms } from '#kernel/terms'
import { catalogue } from '#ui/catalogue'

export const stateWords = { planned: 'Planerad', open: 'Öppen', closed: 'Stängd', locked: 'Låst', reopened: 'Återöppnad' } as const
export const kindWords = { T1: 'Tertial', 'half-year': 'Delår', year: 'Helår', monthly: 'Månad' } as const
export const statusWords = { 'not-started': 'Ej påbörjad', going: 'Pågår', done: 'Klar', late: 'Försenad', dropped: 'Avförd' } as const
export const verdictWords = { met: 'Uppfyllt', partly: 'Delvis uppfyllt', 'not-met': 'Ej uppfyllt', 'cannot-be-judged': 'Kan inte bedömas' } as const
export const becauseWords: Record<string, string> = {
  reached: `${terms.goal.the} har nåtts`,
  'on-the-way': 'en bit på vägen',
  'not-far-enough': 'inte tillräckligt långt',
  'wrong-way': 'åt fel håll',
  within: 'innanför gränsen',
  'within-tolerance': 'strax utanför gränsen, inom toleransen',
  outside: 'utanför gränsen',
  'no-measurement': 'inget mätvärde',
  'target-is-the-baseline': `${terms.target.the} är samma som nuläget`,
  'needs-a-person': 'bedöms av en människa',
}
export const publicStatuses = catalogue({
  sv: statusWords,
  en: { 'not-started': 'Not begun', going: 'Going on', done: 'Done', late: 'Late', dropped: 'Dropped' },
})
export const publicBecause = catalogue({
  sv: becauseWords,
  en: {
    reached: `the ${terms.target.english} is reached`,
    'on-the-way': 'some of the way',
    'not-far-enough': 'not far enough',
    'wrong-way': 'the wrong way',
    within: 'within the limit',
    'within-tolerance': 'just beyond the limit, within the tolerance',
    outside: 'beyond the limit',
    'no-measurement': 'not measured',
    'target-is-the-baseline': `the ${terms.target.english} is the baseline`,
    'needs-a-person': 'judged by a person',
  } as Record<string, string>,
})
export const refusalWords: Record<string, string> = {
  'not-adopted': `${terms.plan.The} måste vara anta${terms.plan.get} innan ${terms.plan.it} följs upp`,
  taken: 'Omgången finns redan',
  locked: 'Omgången är låst',
  'not-locked': 'Omgången är inte låst',
  'motivation-missing': `Skriv en motivering. Den behövs när du bedömer annorlunda än regeln, och när ${terms.goal.the} inte kan bedömas`,
  'reason-missing': `Skriv varför ${terms.activity.the} avförs`,
  stale: `Någon annan har bedömt ${terms.goal.the} medan du skrev. Din text finns kvar här under`,
}
