import { noonOf } from '#http/clock'
import { addDays, day } from '#kernel/day'
import { addPopulation, createDialogue, openDialogue, storeResponses } from '#participation'
import type { Cast } from './cast.ts'
import { grantedOf } from './granted.ts'

// Made up for the demo: how many live in each place, and how they are of age. The real numbers are Statistics Sweden's, and not these.
const places = { ange: ['Ånge', 2900], fransta: ['Fränsta', 1300], ljungaverk: ['Ljungaverk', 900], torpshammar: ['Torpshammar', 480], alby: ['Alby', 420] } as const
const spans = { 'under-16': ['0–15', 0.15], '16-24': ['16–24', 0.08], '25-44': ['25–44', 0.19], '45-64': ['45–64', 0.27], '65-plus': ['65+', 0.31] } as const
// Overlapping, and with people who live elsewhere: what only the municipality itself could know.
const relations = { totalt: 8900, bor: 6000, arbetar: 3100, studerar: 520, 'driver företag': 610, 'har fritidshus': 1900 } as const
const sexes = { kvinna: ['kvinnor', 0.49], man: ['män', 0.51] } as const

const choices = (labels: Record<string, string>) => Object.entries(labels).map(([key, label]) => ({ key, label, labelEnglish: null }))
const questions = [
  {
    key: 'plats',
    kind: 'place',
    wording: 'Var bor du?',
    background: 'place',
    form: { choices: choices({ ...Object.fromEntries(Object.entries(places).map(([key, [name]]) => [key, name])), annan: 'På landsbygden eller någon annanstans' }) },
  },
  {
    key: 'alder',
    kind: 'one',
    wording: 'Hur gammal är du?',
    background: 'age',
    form: { choices: choices({ '16-24': '16–24 år', '25-44': '25–44 år', '45-64': '45–64 år', '65-plus': '65 år eller äldre', 'vill-ej-ange': 'Vill ej ange' }) },
  },
  { key: 'kon', kind: 'one', wording: 'Kön', background: 'gender', form: { choices: choices({ kvinna: 'Kvinna', man: 'Man', annat: 'Annat', 'vill-ej-ange': 'Vill ej ange' }) } },
  {
    key: 'relation',
    kind: 'several',
    wording: 'Vilken är din relation till kommunen?',
    background: 'relation',
    form: {
      choices: choices({
        ...{ bor: 'Jag bor här', arbetar: 'Jag arbetar här', studerar: 'Jag studerar här', foretag: 'Jag driver företag här', fritidshus: 'Jag har fritidshus här' },
        ...{ besoker: 'Jag besöker kommunen', 'vill-ej-ange': 'Vill ej ange' },
      }),
    },
  },
  { key: 'nojd', kind: 'scale', wording: 'Hur nöjd är du med att bo här?', form: { least: 1, most: 5, leastLabel: 'Inte alls nöjd', mostLabel: 'Mycket nöjd' } },
] as const

/** A table of the population, and a survey with background questions held against it: old people and two of the places have answered too seldom. */
export async function askWhere(cast: Cast, processId: string, stepId: string, groupId: string): Promise<void> {
  const on = noonOf(day('2026-04-01'))
  const source = 'Påhittad befolkning för demon Ånge, exempel'
  await grantedOf(addPopulation(cast.leader, { text: madeUpTable(), source, countedOn: day('2025-12-31') }, on))
  const made = await grantedOf(
    createDialogue(
      cast.leader,
      {
        ...{ processId, stepId, groupId, slug: 'bo-har-2026', title: 'Hur är det att bo här?', kind: 'survey', opensOn: '2026-04-01', closesOn: '2026-04-30' },
        information: 'Kommunen frågar för att veta hur det är att bo här. Svaren läses av dem som följer upp visionen. De är allmänna handlingar. (Enkäten är påhittad för demon.)',
        legalBasis: 'Uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen)',
        promise: 'Svaren läses före nästa års uppföljning.',
        contact: 'Visionsgruppen, vision@ange.example',
        questions: questions.map((question) => ({ ...question, form: { ...question.form } })) as never,
      },
      on,
    ),
  )
  await grantedOf(openDialogue(cast.leader, { dialogueId: made.id }, on))
  await storeResponses(
    madeUpAnswers().map((answers, number) => ({
      ...{ dialogueId: made.id, groupId, receivedOn: addDays(on.day, number % 30), source: 'web' as const, persons: 1, label: null, answers, lines: [] },
      submissionKey: `demo-background-${number}-of-the-story`,
    })),
  )
}

/** As somebody would paste it. */
function madeUpTable(): string {
  const cells = Object.values(places).flatMap(([place, people]) =>
    Object.values(spans).flatMap(([age, part]) => Object.values(sexes).map(([sex, share]) => `${place};${age};${sex};${Math.round(people * part * share)}`)),
  )
  return ['plats;ålder;kön;antal;relation', ...cells, ...Object.entries(relations).map(([relation, people]) => `;;;${people};${relation}`)].join('\n')
}

/** The same each time: from every third to none of those that the population would give, by age and place; some would rather not say. */
function madeUpAnswers(): Record<string, string | number | string[]>[] {
  const answered = { '16-24': 3, '25-44': 7, '45-64': 9, '65-plus': 3 } as const
  const eager = { ange: 6, fransta: 3, ljungaverk: 2, torpshammar: 0.5, alby: 1 } as const
  const given = Object.entries(eager).flatMap(([plats, weight]) =>
    Object.entries(answered).flatMap(([alder, many]) =>
      Array.from({ length: Math.round(weight * many) }, (_, number) => ({
        plats,
        alder,
        kon: number % 5 < 3 ? 'kvinna' : 'man',
        relation: relationsOf(plats, alder, number),
        nojd: 1 + ((number * 7) % 5),
      })),
    ),
  )
  return [
    ...given,
    ...Array.from({ length: 6 }, (_, number) => ({ plats: 'annan', alder: 'vill-ej-ange', kon: 'vill-ej-ange', nojd: 3 + (number % 3) })),
    ...Array.from({ length: 4 }, () => ({ nojd: 4 })),
  ]
}

/** Nearly all live here, half of those of working age work here; a few have a holiday home and live elsewhere. */
function relationsOf(place: string, age: string, number: number): string[] {
  const works = age !== '65-plus' && number % 2 === 0
  return [place === 'torpshammar' || number % 9 === 8 ? 'fritidshus' : 'bor', ...(works ? ['arbetar'] : []), ...(age === '16-24' ? ['studerar'] : [])]
}
