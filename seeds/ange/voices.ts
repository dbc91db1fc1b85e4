import { noonOf } from '#http/clock'
import { addDays, type Day, day } from '#kernel/day'
import { createDialogue, createGroup, openDialogue, storeResponses } from '#participation'
import type { Cast } from './cast.ts'
import { draftEveryKind } from './every-kind.ts'
import { grantedOf } from './granted.ts'
import { askWhere } from './population.ts'
import { type Sentence, shortLines } from './sentences.ts'
import { transactionOf } from './transaction-of.ts'

export type ToldStatement = { readonly statementId: string; readonly sentence: Sentence }
const residentAnswers = 900

const information =
  'Kommunen frågar för att kunna skriva en ny vision. Svaren läses av dem som arbetar med visionen. Det är en uppgift av allmänt intresse. Svaren är allmänna handlingar och gallras när de är sammanställda, efter högst två år. Skriv inte namn.'
const promise = 'Svaren blir underlag för visionens ord. Du får veta hur de lästes när analysen är klar, och vad som beslutades.'
const informationEnglish =
  'The municipality asks in order to write a new vision. The answers are read by those who work with it. It is a task in the public interest. The answers are public records, and are erased when they have been put together, after two years at most. Do not write names.'
const promiseEnglish = 'The answers are the ground for the words of the vision. You will know how they were read when the analysis is done, and what was decided.'
const contact = 'Visionsgruppen, vision@ange.example'
const legalBasis = 'Uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen)'

const groups = [
  { key: 'invanare', name: 'Invånare', unit: 'persons', size: '9066', census: false, threshold: 5 },
  { key: 'medarbetare', name: 'Medarbetare', unit: 'notes', size: '1000', census: false, threshold: 5 },
  { key: 'fortroendevalda', name: 'Förtroendevalda', unit: 'persons', size: '21', census: true, threshold: 5 },
  { key: 'verkstader', name: 'Blandade verkstäder', unit: 'notes', size: '30', census: false, threshold: 5 },
  { key: 'barn', name: 'Barnens råd', unit: 'notes', size: '', census: false, children: true, threshold: 10 },
] as const

const place = { axis: 'place', maxLines: 3 } as const
const threeQuestions = [
  { wording: 'Vad är bra här och ska finnas kvar?', wordingEnglish: 'What is good here and should stay?', stance: 'keep', ...place },
  { wording: 'Vad är mindre bra och kan vi lämna bakom oss?', wordingEnglish: 'What is less good, that we can leave behind?', stance: 'leave', ...place },
  { wording: 'Vad saknas i dag som du vill ha om tio år?', wordingEnglish: 'What is missing today that you want in ten years?', stance: 'want', ...place },
] as const
const staffQuestions = [
  { wording: 'Hur vill du må på jobbet om tio år?', stance: null, axis: 'workplace', maxLines: 3 },
  { wording: 'Vad behöver du för att må så?', stance: null, axis: 'workplace', maxLines: 3 },
  { wording: 'Vad gör arbetsgivaren då?', stance: null, axis: 'workplace', maxLines: 3 },
  { wording: 'Hur beskriver du Ånge för någon som inte bor här?', stance: null, ...place },
] as const

const questionOrder = { keep: 0, leave: 1, want: 2, feel: 0, need: 1, employer: 2, describe: 3 } as const

const dialogues = [
  {
    key: 'employee',
    slug: 'medarbetare-2020',
    title: 'Gruppsamtal med medarbetare',
    kind: 'notes',
    group: 'medarbetare',
    step: 'employees',
    opensOn: '2020-02-01',
    closesOn: '2020-05-31',
    questions: staffQuestions,
  },
  {
    key: 'elected',
    slug: 'fortroendevalda-2020',
    title: 'Visionsverkstad med förtroendevalda',
    titleEnglish: 'Vision workshop with the elected',
    kind: 'notes',
    group: 'fortroendevalda',
    step: 'politicians',
    opensOn: '2020-02-01',
    closesOn: '2020-05-31',
    questions: threeQuestions,
  },
  {
    key: 'resident',
    slug: 'vision-2020',
    title: 'Hur vill du att Ånge ska vara om tio år?',
    titleEnglish: 'How do you want Ånge to be in ten years?',
    informationEnglish,
    promiseEnglish,
    kind: 'survey',
    group: 'invanare',
    step: 'survey',
    opensOn: '2020-10-05',
    closesOn: '2020-11-29',
    questions: threeQuestions,
  },
  {
    key: 'workshop',
    slug: 'verkstader-2020',
    title: 'Fem blandade verkstäder',
    titleEnglish: 'Five mixed workshops',
    kind: 'notes',
    group: 'verkstader',
    step: 'workshops',
    opensOn: '2020-11-02',
    closesOn: '2020-11-15',
    questions: threeQuestions,
  },
  {
    key: 'children',
    slug: 'barnens-rad-2021',
    title: 'Barnens råd',
    titleEnglish: 'The councils of the children',
    kind: 'notes',
    group: 'barn',
    step: 'children',
    opensOn: '2021-01-04',
    closesOn: '2021-01-31',
    questions: threeQuestions,
  },
] as const

/** Asks everybody, as the plan said: five dialogues, and the open one of today. Answers with every statement and the sentence it was written from. */
export async function askEverybody(cast: Cast, processId: string, stepIds: Record<string, string>, sentences: readonly Sentence[]): Promise<ToldStatement[]> {
  const groupIds: Record<string, string> = {}
  for (const group of groups) groupIds[group.key] = (await grantedOf(createGroup(cast.leader, { ...group, processId }, noonOf(day('2019-12-02'))))).id
  const told: ToldStatement[] = []
  for (const { key, group, step, questions, ...dialogue } of dialogues) {
    const on = noonOf(day(dialogue.opensOn))
    const made = await grantedOf(
      createDialogue(
        cast.leader,
        { ...dialogue, processId, groupId: groupIds[group] ?? '', stepId: stepIds[step] ?? '', information, legalBasis, promise, contact, questions: [...questions] },
        on,
      ),
    )
    await grantedOf(openDialogue(cast.leader, { dialogueId: made.id }, on))
    const sheets = sheetsOf(
      key,
      sentences.filter((sentence) => sentence.group === key),
    )
    const rows = sheets.map((sheet): Parameters<typeof storeResponses>[0][number] => ({
      dialogueId: made.id,
      groupId: groupIds[group] ?? '',
      receivedOn: sheet.on,
      source: key === 'resident' ? 'web' : 'note',
      persons: sheet.persons,
      label: sheet.label,
      submissionKey: key === 'resident' ? `demo-answer-${sheet.number}-of-the-story` : undefined,
      lines: sheet.sentences.map((sentence) => ({ questionId: made.questionIds[questionOrder[sentence.question]] ?? '', text: sentence.text })),
    }))
    const stored = await transactionOf(() => storeResponses(rows))
    told.push(...stored.flatMap(({ statementIds }, index) => statementIds.map((statementId, at) => ({ statementId, sentence: sheets[index]?.sentences[at] as Sentence }))))
  }
  await transactionOf(() => askWhere(cast, processId, stepIds.followup ?? '', groupIds.invanare ?? ''))
  await askToday(cast, processId, stepIds, groupIds.invanare ?? '')
  await draftEveryKind(cast, processId, stepIds.followup ?? '', groupIds.invanare ?? '')
  return told
}

type Sheet = { readonly number: number; readonly on: Day; readonly persons: number; readonly label: string | null; readonly sentences: readonly Sentence[] }

/** Deals the sentences out on answers and notes, the same way each time. */
function sheetsOf(group: (typeof dialogues)[number]['key'], sentences: readonly Sentence[]): Sheet[] {
  const deal = (count: number, all: readonly Sentence[], sheet: (number: number) => Omit<Sheet, 'sentences' | 'number'>): Sheet[] =>
    Array.from({ length: count }, (_, number) => ({ number, ...sheet(number), sentences: all.filter((_, index) => index % count === number) }))
  const on = (first: string, number: number, days: number) => addDays(day(first), number % days)
  switch (group) {
    case 'resident':
      return deal(residentAnswers, [...sentences, ...shortLines(residentAnswers - sentences.length)], (number) => ({
        on: on('2020-10-05', number * 5, 56),
        persons: 1,
        label: null,
      }))
    case 'employee':
      return deal(70, sentences, (number) => ({ on: on('2020-02-03', number, 110), persons: 11 + (number % 6), label: `Arbetsplats ${number + 1}` }))
    case 'elected':
      return deal(21, sentences, (number) => ({ on: day('2020-03-10'), persons: 1, label: `Förtroendevald ${number + 1}` }))
    case 'workshop':
      return deal(30, sentences, (number) => ({
        on: on('2020-11-03', Math.floor(number / 6) * 2, 12),
        persons: 5,
        label: `Verkstad ${Math.floor(number / 6) + 1}, bord ${(number % 6) + 1}`,
      }))
    case 'children':
      return deal(8, sentences, (number) => ({ on: on('2021-01-08', number * 3, 22), persons: 10 + (number % 5), label: `Grupp ${number + 1}` }))
  }
}

/** A survey that is open now, so that whoever tries the demo can answer. */
async function askToday(cast: Cast, processId: string, stepIds: Record<string, string>, groupId: string): Promise<void> {
  const on = noonOf(day('2026-09-01'))
  const made = await grantedOf(
    createDialogue(
      cast.leader,
      {
        processId,
        groupId,
        stepId: stepIds.followup ?? '',
        slug: 'hur-gar-det-2026',
        title: 'Hur går det på vägen mot visionen?',
        titleEnglish: 'How is it going on the way to the vision?',
        kind: 'survey',
        information: `${information} (Enkäten är påhittad för demon.)`,
        legalBasis,
        promise: 'Svaren läses före nästa års uppföljning. Med kvittokoden ser du vad som blev av ditt svar.',
        informationEnglish:
          'The municipality asks in order to follow up its vision. The answers are read by those who work with it. They are public records. Do not write names. (The survey is made up for the demo.)',
        promiseEnglish: 'The answers are read before next year’s follow-up. With the receipt code you see what became of yours.',
        contact,
        opensOn: '2026-09-01',
        closesOn: '2030-12-31',
        questions: [...threeQuestions],
      },
      on,
    ),
  )
  await grantedOf(openDialogue(cast.leader, { dialogueId: made.id }, on))
}
