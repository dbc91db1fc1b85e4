import { openMatter, recordAdjustment, recordNotice, recordPoint } from '#decision'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { addActivity, addGoal, adoptPlan, createPlan, setTarget, submitPlan } from '#plans'
import type { Cast } from './cast.ts'
import { grantedOf } from './granted.ts'
import type { Measures } from './measures.ts'

/** The goals of 2021, before the vision: titles as the budget had them, on no focus area. */
const before = [
  ['6.1', 'ks', 'Företagarna ska uppleva ett positivt företagsklimat'],
  ['6.2', 'ks', 'Minska och förhindra utanförskap samt fler till jobb och utbildning'],
  ['6.3', 'ks', 'Öka kommunens tillgång till kompetens'],
  ['6.4', 'ks', 'En positiv förändring av befolkningstrenden'],
  ['6.5', 'tn', 'Skolornas serverings- och tallrikssvinn mindre än Livsmedelsverkets medelvärden'],
  ['6.6', 'tn', 'Minska andelen förpackningar i hushållsavfallet'],
  ['6.7', 'tn', 'Servera 30 % ekologisk mat på skolor och förskolor'],
  ['6.8', 'un', 'Andelen behöriga till nationellt gymnasieprogram ska öka'],
  ['6.9', 'un', 'Tidiga samordnade insatser med socialtjänsten'],
  ['6.10', 'un', 'Fler elever ska känna sig trygga i skolan'],
  ['6.11', 'sn', 'Utökad samverkan inom kommunen och regionen'],
  ['6.12', 'sn', 'Satsningar på förebyggande arbete'],
  ['6.13', 'sn', 'Effektivisera nyttjandet av kompetenser'],
] as const

type Goal = {
  readonly number: string
  readonly heading: string
  readonly text: string
  readonly area: string
  readonly rule: 'all' | 'at-least' | 'whole'
  readonly partlyFrom: string
  readonly why: string
  readonly targets: readonly { readonly measure: string; readonly kind: 'reach' | 'keep-at-least' | 'keep-at-most'; readonly value: string; readonly tolerance?: string }[]
  readonly activities: readonly string[]
}

/** The goals from 2024 (council 12 June 2023, in our own words), each tied to a focus area by us: the link and the target values are invented. */
const after: readonly Goal[] = [
  {
    number: '1',
    heading: 'Barn och unga',
    text: 'Ånge är en av landets mest barn- och ungdomsvänliga kommuner, med goda resultat i grundskolan',
    area: 'hallbar-halsa',
    rule: 'all',
    partlyFrom: '0,5',
    why: 'Kommunen driver skolan och kan öppna ställen för unga.',
    targets: [
      { measure: 'behoriga', kind: 'reach', value: '90' },
      { measure: 'motesplatser-unga', kind: 'reach', value: '50' },
    ],
    activities: ['Öppna ungdomslokaler i Fränsta och Ljungaverk', 'Läxhjälp på biblioteken'],
  },
  {
    number: '2',
    heading: 'Vuxna',
    text: 'Kommunen är en attraktiv och jämlik arbetsgivare med hälsofrämjande arbetsplatser',
    area: 'hallbar-kompetens',
    rule: 'all',
    partlyFrom: '',
    why: 'Kommunen är själv arbetsgivaren. Sjukfrånvaron ska vara högst fem procent.',
    targets: [{ measure: 'sjukfranvaro', kind: 'keep-at-most', value: '5', tolerance: '0,5' }],
    activities: ['Tidigt stöd vid sjukskrivning'],
  },
  {
    number: '3',
    heading: 'Vuxna',
    text: 'Det finns goda villkor för lärande hela livet',
    area: 'hallbar-kompetens',
    rule: 'whole',
    partlyFrom: '',
    why: 'Kommunen ordnar vuxenutbildning, men styr inte ensam vad folk väljer.',
    targets: [],
    activities: ['Lärcentrum med kvällsöppet'],
  },
  {
    number: '4',
    heading: 'Äldre',
    text: 'Boendemiljöerna är trygga och lockande, och livskvaliteten är hög för alla',
    area: 'hallbar-gemenskap',
    rule: 'all',
    partlyFrom: '0,5',
    why: 'Kommunen planerar boende och sköter omsorgen.',
    targets: [{ measure: 'bra-plats', kind: 'keep-at-least', value: '94', tolerance: '1' }],
    activities: ['Mötesplats för äldre i varje tätort'],
  },
  {
    number: '5',
    heading: 'Tillväxt',
    text: 'Ånge har 10 000 invånare år 2026',
    area: 'hallbar-vardag',
    rule: 'all',
    partlyFrom: '0,8',
    why: 'Kommunen påverkar delvis: bostäder, service och bemötande. Mycket ligger utanför.',
    targets: [{ measure: 'invanare', kind: 'reach', value: '10000' }],
    activities: ['Tomter till salu i alla byar', 'En väg in för den som vill flytta hit', 'Ödehus blir hem'],
  },
]

export type Planned = { readonly versionId: string; readonly goalIds: readonly string[]; readonly activityIds: readonly string[] }

/** Two plans: the one before the vision, and the one that follows from it. */
export async function planGoals(cast: Cast, processId: string, areaIds: Record<string, string>, measures: Measures): Promise<Planned> {
  await planBefore(cast, processId)
  const at = (on: string) => noonOf(day(on))
  const plan = await grantedOf(
    createPlan(
      cast.controller,
      { processId, period: '2024–2026', fromDay: '2024-01-01', toDay: '2026-12-31', kind: 'municipal', ownerId: cast.organ.kf, name: 'Kommunfullmäktiges mål' },
      at('2023-05-02'),
    ),
  )
  const [goalIds, activityIds]: [string[], string[]] = [[], []]
  for (const goal of after) {
    const { id } = await grantedOf(
      addGoal(
        cast.controller,
        {
          versionId: plan.versionId,
          number: goal.number,
          text: goal.text,
          heading: goal.heading,
          focusAreaId: areaIds[goal.area],
          responsibleId: cast.organ.ks,
          rule: goal.rule,
          ruleCount: '',
          partlyFrom: goal.partlyFrom,
          whyWeBelieve: goal.why,
          provenance: 'sourced',
        },
        at('2023-05-03'),
      ),
    )
    goalIds.push(id)
    for (const { measure, kind, value, tolerance } of goal.targets) {
      const { definitionId, baselineId } = measures[measure] ?? { definitionId: '', baselineId: '' }
      await grantedOf(
        setTarget(
          cast.controller,
          { goalId: id, definitionId, kind, baselineId: kind === 'reach' ? baselineId : '', value, tolerance: tolerance ?? '', by: '2026', provenance: 'invented' },
          at('2023-05-04'),
        ),
      )
    }
    for (const text of goal.activities)
      activityIds.push(
        (
          await grantedOf(
            addActivity(
              cast.controller,
              { goalId: id, text, responsibleId: cast.organ.ks, startsOn: '2024-01-01', endsOn: '2026-12-31', provenance: 'invented' },
              at('2023-05-05'),
            ),
          )
        ).id,
      )
  }
  await decide(cast, plan.versionId, {
    number: 'Exempel 2023/1',
    title: 'Mål för Ånge kommun från 2024',
    meetingOn: '2023-06-12',
    clause: 'Kommunfullmäktige antar fem mål i fyra målområden.',
    provenance: 'sourced',
  })
  return { versionId: plan.versionId, goalIds, activityIds }
}

async function planBefore(cast: Cast, processId: string): Promise<void> {
  const at = noonOf(day('2020-10-01'))
  const plan = await grantedOf(
    createPlan(
      cast.controller,
      { processId, period: '2021', fromDay: '2021-01-01', toDay: '2021-12-31', kind: 'municipal', ownerId: cast.organ.kf, name: 'Mål och prioriteringar 2021' },
      at,
    ),
  )
  for (const [number, organ, text] of before)
    await grantedOf(
      addGoal(
        cast.controller,
        {
          versionId: plan.versionId,
          number,
          text,
          heading: '',
          focusAreaId: '',
          responsibleId: cast.organ[organ],
          rule: 'whole',
          ruleCount: '',
          partlyFrom: '',
          whyWeBelieve: 'Målet är från tiden före visionen. Varför man trodde på det är okänt.',
          provenance: 'sourced',
        },
        at,
      ),
    )
  await decide(cast, plan.versionId, {
    number: 'Exempel 2020/1',
    title: 'Budget, mål och prioriteringar 2021',
    meetingOn: '2020-11-30',
    clause: 'Kommunfullmäktige antar budget och mål för 2021. (Dagen är påhittad.)',
    provenance: 'invented',
  })
}

async function decide(
  cast: Cast,
  versionId: string,
  told: { number: string; title: string; meetingOn: string; clause: string; provenance: 'sourced' | 'invented' },
): Promise<void> {
  const at = noonOf(day(told.meetingOn))
  const { id: matterId } = await grantedOf(openMatter(cast.secretary, { number: told.number, title: told.title, openedOn: told.meetingOn }, at))
  const { documentId } = await grantedOf(submitPlan(cast.controller, { versionId, matterId }, at))
  const { id: pointId } = await grantedOf(
    recordPoint(
      cast.secretary,
      {
        matterId,
        organId: cast.organ.kf,
        meetingOn: told.meetingOn,
        paragraph: '',
        outcome: 'approved',
        clauses: told.clause,
        documentId,
        immediate: false,
        provenance: told.provenance,
      },
      at,
    ),
  )
  const later = (days: number) => noonOf(day(new Date(Date.parse(told.meetingOn) + days * 86_400_000).toISOString().slice(0, 10)))
  await grantedOf(recordAdjustment(cast.secretary, { pointId, adjustedOn: later(8).day }, later(8)))
  await grantedOf(recordNotice(cast.secretary, { pointId, postedOn: later(9).day }, later(9)))
  await grantedOf(adoptPlan(cast.controller, { versionId, pointId }, later(9)))
}
