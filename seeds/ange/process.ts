import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { closeStep, createProcess, insertStep, moveStep, readProcess, releaseStep } from '#process'
import type { Cast } from './cast.ts'
import { grantedOf } from './granted.ts'

const slug = 'ny-vision'

// The plan as it was published in 2020 (weeks 41–48, 45–46, 1–4 and 5–13 as days).
const planned = {
  employees: { from: '2020-02-01', to: '2020-05-31' },
  politicians: { from: '2020-02-01', to: '2020-05-31' },
  survey: { from: '2020-10-05', to: '2020-11-29' },
  workshops: { from: '2020-11-02', to: '2020-11-15' },
  children: { from: '2021-01-04', to: '2021-01-31' },
  analysis: { from: '2021-02-01', to: '2021-04-04' },
  proposal: { from: '2021-04-06', to: '2021-04-06' },
  'executive-decision': { from: '2021-04-13', to: '2021-04-13' },
  'council-decision': { from: '2021-04-26', to: '2021-04-26' },
  baseline: { from: '2021-06-01', to: '2021-08-31' },
  implementation: { from: '2021-09-01', to: '2021-12-31' },
  followup: { from: '2022-01-01', to: '2026-12-31' },
}

/** The frame of the story: mandate, promise and the published plan. */
export async function frameProcess(cast: Cast): Promise<{ id: string; stepIds: Record<string, string> }> {
  const { id } = await grantedOf(
    createProcess(
      cast.leader,
      {
        name: 'Ny vision för Ånge kommun',
        slug,
        purpose:
          'En liten kommun måste välja vad den ska satsa på. Visionen säger vart vi vill, på lång sikt och för hela platsen. Ur den kommer fokusområden och mål som går att följa.',
        mandate: 'Kommunstyrelsen beslutade § 171 att börja arbetet.',
        mandatedOn: '2019-10-08',
        mandateNumber: 'KS 19/287',
        promise: 'Dina svar blir underlag för visionens ord. Du får veta hur de lästes, vad som beslutades och hur det sedan går. (Löftet är påhittat för demon.)',
        follows:
          'Före den här visionen fanns strategin Framtid Ånge 2014–2020. Den kom ur en bred dialog 2012, Snacka om Framtid, och hade tre insatsområden: näringsliv, utbildning och kompetens, och det goda livet.',
        fromDay: '2020-02-01',
        toDay: '2026-12-31',
        stepDays: planned,
      },
      noonOf(day('2019-10-08')),
    ),
  )
  const process = await readProcess(slug, day('2019-10-08'))
  return { id, stepIds: Object.fromEntries(process?.steps.map((step) => [step.key, step.id]) ?? []) }
}

/** What became of the plan: moved dates, inserted steps, what was done and when it was published. */
export async function changePlan(cast: Cast, processId: string, stepIds: Record<string, string>): Promise<void> {
  const inserted = [
    {
      key: 'business',
      number: '05b',
      after: 'analysis',
      title: 'Samtal med företagare',
      who: '13 företagare, intervjuade av näringslivskontoret',
      purpose: 'Få med näringslivets syn',
      focus: 'Vad avgör framtiden för den som driver företag här?',
      fromDay: '2021-05-01',
      toDay: '2021-05-31',
      reason: 'Företagens röst saknades i underlaget.',
    },
    {
      key: 'shortlist',
      number: '08b',
      after: 'council-decision',
      title: 'Fullmäktige väljer ut tre förslag',
      who: 'Kommunfullmäktige',
      purpose: 'Välja vad invånarna ska rösta om',
      focus: 'Tre av fem förslag går vidare',
      fromDay: '2021-06-14',
      toDay: '2021-06-14',
      reason: 'Fullmäktige ville låta invånarna säga sitt om färdiga förslag.',
    },
    {
      key: 'residents-vote',
      number: '08c',
      after: 'shortlist',
      title: 'Invånarna röstar',
      who: 'Alla invånare',
      purpose: 'Ge råd till fullmäktige',
      focus: 'Vilket av de tre förslagen är bäst? Rösten är rådgivande. Hur många som röstade är okänt.',
      fromDay: '2021-08-01',
      toDay: '2021-08-31',
      reason: 'Invånarna skulle få råda före beslutet.',
    },
  ]
  const moves = [
    { key: 'proposal', fromDay: '2021-06-03', toDay: '2021-06-03', reason: 'Underlaget skulle kompletteras med fokusområden, de globala målen och den regionala strategin.' },
    { key: 'executive-decision', fromDay: '2021-06-03', toDay: '2021-06-14', reason: 'Förslagen blev fem och behövde beredas längre.' },
    {
      key: 'council-decision',
      fromDay: '2021-06-14',
      toDay: '2021-11-28',
      reason: 'Fullmäktige valde först ut tre förslag och lät invånarna rösta. Vilken dag visionen antogs är okänt.',
    },
    { key: 'baseline', fromDay: '2022-09-01', toDay: '2022-12-21', reason: 'Nuläget togs ur den nationella medborgarundersökningen hösten 2022.' },
    { key: 'implementation', fromDay: '2021-11-29', toDay: '2023-06-12', reason: 'Målen delades om efter valet 2022.' },
  ]
  for (const step of inserted) await grantedOf(insertStep(cast.leader, { ...step, processId }, noonOf(day(step.fromDay))))
  for (const { key, ...move } of moves) await grantedOf(moveStep(cast.leader, { ...move, stepId: stepIds[key] ?? '' }, noonOf(day('2021-05-10'))))
  const process = await readProcess(slug, day('2021-05-10'))
  const done = {
    employees: '2020-05-31',
    politicians: '2020-05-31',
    survey: '2020-11-29',
    workshops: '2020-11-15',
    children: '2021-01-31',
    analysis: '2021-04-04',
    business: '2021-05-31',
    proposal: '2021-06-03',
    'executive-decision': '2021-06-14',
    shortlist: '2021-06-14',
    'residents-vote': '2021-08-31',
    'council-decision': '2021-11-28',
    baseline: '2022-12-21',
    implementation: '2023-06-12',
  }
  for (const [key, onDay] of Object.entries(done))
    await grantedOf(closeStep(cast.leader, { stepId: process?.steps.find((step) => step.key === key)?.id ?? '', outcome: 'done', onDay }, noonOf(day(onDay))))
}

/** The process leader publishes what a step gave. */
export async function publish(cast: Cast, stepIds: Record<string, string>, key: string, on: string): Promise<void> {
  await grantedOf(releaseStep(cast.leader, { stepId: stepIds[key] ?? '', note: '' }, noonOf(day(on))))
}
