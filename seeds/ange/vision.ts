import { openMatter, planRoute, recordAdjustment, recordNotice, recordPoint } from '#decision'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { adoptFocusAreas, adoptVision, createFocusArea, createProposal, rootPhrase, submitProposal } from '#vision'
import type { Cast } from './cast.ts'
import { grantedOf } from './granted.ts'

// Five proposals, as the real process had. All words are ours; a phrase with no themes rests on nothing, and the page says so.
const proposals: readonly { readonly slug: string; readonly name: string; readonly phrases: readonly { readonly text: string; readonly themes: readonly string[] }[] }[] = [
  {
    slug: 'nara',
    name: 'Nära',
    phrases: [
      { text: 'Här är skogen granne och älven en väg,', themes: ['natur'] },
      { text: 'och dörren står öppen för den som vill bli en av oss.', themes: ['gemenskap', 'inflyttning'] },
      { text: 'Unga har platser att växa på,', themes: ['moten-unga', 'kultur-fritid'] },
      { text: 'och alla byar kan leva sin vardag.', themes: ['service-byar', 'kollektivtrafik', 'vagar-bredband'] },
      { text: 'Vi tror på det vi har och vågar prova nytt', themes: ['framtidstro', 'jobb'] },
      { text: 'med en förfinad känsla av frihet.', themes: [] },
    ],
  },
  {
    slug: 'kraft',
    name: 'Kraft',
    phrases: [
      { text: 'Vi hämtar kraft ur skog och vatten', themes: ['natur'] },
      { text: 'och ger den vidare i arbete och företag.', themes: ['jobb'] },
    ],
  },
  {
    slug: 'bygd',
    name: 'En bygd',
    phrases: [
      { text: 'En bygd av byar som bär varandra,', themes: ['gemenskap', 'service-byar'] },
      { text: 'där unga får plats och äldre får tid.', themes: ['moten-unga', 'vard-omsorg'] },
    ],
  },
  {
    slug: 'resan',
    name: 'Resan',
    phrases: [
      { text: 'Mitt i landet, nära till allt,', themes: ['kollektivtrafik', 'vagar-bredband'] },
      { text: 'är varje steg framåt vårt eget.', themes: ['framtidstro', 'inflytande'] },
    ],
  },
  {
    slug: 'ljuset',
    name: 'Ljuset',
    phrases: [
      { text: 'I ljuset över dalen ser vi morgondagen', themes: [] },
      { text: 'och bygger den tillsammans.', themes: ['gemenskap'] },
    ],
  },
]

const focusAreas = [
  { slug: 'hallbar-vardag', name: 'Hållbar vardag', description: 'Det går att bo var man vill. Vägar, nät, bussar och service bär vardagen.', takes: [3] },
  { slug: 'hallbar-halsa', name: 'Hållbar hälsa', description: 'I byar och centralorter finns ställen att mötas, röra sig och må bra.', takes: [2] },
  { slug: 'hallbar-gemenskap', name: 'Hållbar gemenskap', description: 'Den som kommer hit blir insläppt. Vi tar ansvar för varandra.', takes: [1] },
  { slug: 'hallbar-kompetens', name: 'Hållbar kompetens', description: 'Vi lär hela livet, startar företag och vågar prova.', takes: [4] },
  { slug: 'hallbar-natur', name: 'Hållbar natur', description: 'Vi brukar det vi har så att det räcker också för dem som kommer efter oss.', takes: [0] },
]

/** From five proposals to a vision: the real route of the matter, where it is known, and a labelled invention where it isn't. */
export async function decideVision(cast: Cast, processId: string, themeIds: Record<string, string>): Promise<Record<string, string>> {
  const at = (on: string) => noonOf(day(on))
  const { ks, ksau, kf } = cast.organ
  const { id: matterId } = await grantedOf(openMatter(cast.secretary, { number: 'KS 19/287', title: 'Ny vision för Ånge kommun', openedOn: '2019-10-08' }, at('2019-10-08')))
  const point = (
    organId: string,
    meetingOn: string,
    more: { paragraph?: string; outcome: 'approved' | 'noted'; clauses: string; documentId?: string; provenance: 'sourced' | 'invented' },
  ) =>
    grantedOf(
      recordPoint(
        cast.secretary,
        {
          matterId,
          organId,
          meetingOn,
          paragraph: more.paragraph ?? '',
          outcome: more.outcome,
          clauses: more.clauses,
          documentId: more.documentId ?? '',
          immediate: false,
          provenance: more.provenance,
        },
        at(meetingOn),
      ),
    )
  for (const [organId, plannedOn] of [
    [ks, '2021-04-13'],
    [kf, '2021-04-26'],
  ] as const)
    await grantedOf(planRoute(cast.secretary, { matterId, organId, plannedOn, because: '' }, at('2019-10-08')))
  await point(ks, '2019-10-08', { paragraph: '§ 171', outcome: 'approved', clauses: 'Kommunstyrelsen börjar arbetet med en ny vision.', provenance: 'sourced' })
  await grantedOf(planRoute(cast.secretary, { matterId, organId: ksau, plannedOn: '2021-06-03', because: 'Underlaget kompletteras och förslagen blir fler.' }, at('2021-05-10')))
  await grantedOf(
    planRoute(cast.secretary, { matterId, organId: kf, plannedOn: '2021-06-14', because: 'Fullmäktige väljer ut förslag som invånarna får rösta om.' }, at('2021-05-10')),
  )

  const made: { phraseIds: readonly string[]; versionId: string; documentId: string }[] = []
  for (const { slug, name, phrases } of proposals) {
    const proposal = await grantedOf(
      createProposal(cast.leader, { processId, slug, name, text: phrases.map(({ text }) => text).join('\n'), provenance: 'invented' }, at('2021-05-20')),
    )
    for (const [index, { themes }] of phrases.entries())
      for (const theme of themes) await grantedOf(rootPhrase(cast.analyst, { phraseId: proposal.phraseIds[index] ?? '', themeId: themeIds[theme] ?? '' }, at('2021-05-21')))
    const submitted = await grantedOf(submitProposal(cast.leader, { proposalId: proposal.id, matterId }, at('2021-05-28')))
    made.push({ phraseIds: proposal.phraseIds, ...submitted })
  }
  const chosen = made[0]
  await point(ksau, '2021-06-03', { outcome: 'noted', clauses: 'Arbetsutskottet tar upp fem förslag till vision och förslag till fokusområden.', provenance: 'sourced' })
  const areas = await point(ks, '2021-06-08', { outcome: 'approved', clauses: 'Kommunstyrelsen antar fem fokusområden.', provenance: 'invented' })
  await point(kf, '2021-06-14', {
    outcome: 'approved',
    clauses: 'Kommunfullmäktige låter tre av förslagen gå vidare.\nInvånarna får rösta om de tre i augusti 2021. Rösten är rådgivande.',
    provenance: 'sourced',
  })
  const adoption = await point(kf, '2021-10-25', {
    outcome: 'approved',
    clauses: 'Kommunfullmäktige antar förslaget Nära som kommunens vision. (Vilket förslag som vann, och när, är okänt. Det här är påhittat.)',
    documentId: chosen?.documentId,
    provenance: 'invented',
  })
  await grantedOf(recordAdjustment(cast.secretary, { pointId: adoption.id, adjustedOn: '2021-11-02' }, at('2021-11-02')))
  await grantedOf(recordNotice(cast.secretary, { pointId: adoption.id, postedOn: '2021-11-03' }, at('2021-11-03')))
  await grantedOf(adoptVision(cast.leader, { versionId: chosen?.versionId ?? '', pointId: adoption.id }, at('2021-11-03')))

  const areaIds: Record<string, string> = {}
  for (const [index, { takes, ...area }] of focusAreas.entries()) {
    const phraseIds = takes.map((place) => chosen?.phraseIds[place] ?? '')
    areaIds[area.slug] = (await grantedOf(createFocusArea(cast.leader, { ...area, processId, number: index + 1, phraseIds, provenance: 'invented' }, at('2021-06-08')))).id
  }
  await grantedOf(adoptFocusAreas(cast.secretary, { processId, pointId: areas.id }, at('2021-11-03')))
  return areaIds
}
