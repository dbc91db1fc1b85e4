import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { createDialogue } from '#participation'
import type { Cast } from './cast.ts'
import { grantedOf } from './granted.ts'

const choices = (...pairs: readonly (readonly [key: string, label: string, english: string])[]) => pairs.map(([key, label, labelEnglish]) => ({ key, label, labelEnglish }))
const livesHere = { match: 'all', conditions: [{ question: 'bor', is: 'one-of', values: ['ja'] }] } as const

type Asked = Parameters<typeof createDialogue>[1]['questions']
const questions: Asked = [
  {
    ...{ key: 'bor', kind: 'one', wording: 'Bor du i kommunen?', wordingEnglish: 'Do you live in the municipality?', required: true },
    form: { choices: choices(['ja', 'Ja', 'Yes'], ['nej', 'Nej', 'No']) },
  },
  { key: 'bra', kind: 'lines', wording: 'Vad är bra här?', wordingEnglish: 'What is good here?', stance: 'keep' },
  {
    ...{ key: 'del', kind: 'place', wording: 'Var bor du?', wordingEnglish: 'Where do you live?', background: 'place', showIf: livesHere },
    ...{ sectionHeading: 'Där du bor', sectionHeadingEnglish: 'Where you live' },
    form: { choices: choices(['norra', 'Norra delen', 'The northern part'], ['sodra', 'Södra delen', 'The southern part']) },
  },
  { key: 'sedan', kind: 'date', wording: 'När flyttade du hit?', wordingEnglish: 'When did you move here?', showIf: livesHere },
  {
    ...{ key: 'resa', kind: 'number', wording: 'Hur lång tid tar det till jobbet eller skolan?', wordingEnglish: 'How long does it take to work or school?', showIf: livesHere },
    form: { least: 0, most: 240, unit: 'minuter', unitEnglish: 'minutes' },
  },
  {
    ...{ key: 'fardsatt', kind: 'several', wording: 'Hur tar du dig fram?', wordingEnglish: 'How do you get around?' },
    ...{ sectionHeading: 'Till vardags', sectionHeadingEnglish: 'Every day' },
    form: { choices: choices(['buss', 'Buss', 'Bus'], ['cykel', 'Cykel', 'Bicycle'], ['bil', 'Bil', 'Car']), other: true },
  },
  {
    ...{ key: 'betyg', kind: 'matrix', wording: 'Hur är det med det här?', wordingEnglish: 'How is it with this?' },
    form: {
      choices: choices(['bra', 'Bra', 'Good'], ['daligt', 'Dåligt', 'Bad']),
      rows: choices(['skolan', 'Skolan', 'School'], ['vagarna', 'Vägarna', 'The roads']),
    },
  },
  {
    ...{ key: 'trivs', kind: 'scale', wording: 'Hur trivs du?', wordingEnglish: 'How do you like it here?' },
    form: { least: 1, most: 5, leastLabel: 'inte alls', leastLabelEnglish: 'not at all', mostLabel: 'mycket', mostLabelEnglish: 'a lot' },
  },
  {
    ...{ key: 'viktigast', kind: 'ranking', wording: 'Vad är viktigast de närmaste åren?', wordingEnglish: 'What matters most in the years to come?' },
    form: { choices: choices(['natur', 'Natur', 'Nature'], ['jobb', 'Jobb', 'Jobs'], ['moten', 'Mötesplatser', 'Places to meet']) },
  },
  { key: 'sist', kind: 'information', wording: 'Till sist', wordingEnglish: 'At last', hint: 'Här får du skriva fritt.', hintEnglish: 'Here you may write freely.' },
  { key: 'fritt', kind: 'text', wording: 'Vad mer vill du säga?', wordingEnglish: 'What more do you want to say?' },
]

/** A draft that shows what can be asked, for whoever tries the demo to change. It is never opened by the story. */
export async function draftEveryKind(cast: Cast, processId: string, stepId: string, groupId: string): Promise<void> {
  await grantedOf(
    createDialogue(
      cast.leader,
      {
        ...{ processId, stepId, groupId, kind: 'survey', slug: 'alla-sorters-fragor' },
        title: 'Alla sorters frågor (påhittad för demon)',
        titleEnglish: 'Every kind of question (made up for the demo)',
        information: 'Enkäten är påhittad för demon och visar vilka sorters frågor man kan ställa.',
        informationEnglish: 'The survey is made up for the demo, and shows which kinds of questions can be asked.',
        legalBasis: 'Uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen)',
        promise: 'Det är ett exempel, så svaren leder inte till något.',
        promiseEnglish: 'It is an example, so the answers lead to nothing.',
        contact: 'Visionsgruppen, vision@ange.example',
        ...{ opensOn: '2026-12-01', closesOn: '2030-12-31' },
        questions,
      },
      noonOf(day('2026-11-02')),
    ),
  )
}
