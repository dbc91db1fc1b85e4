import { freezeOpinionMap } from '#analysis'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { addOpinionStatement, createDialogue, openDialogue, readGroups, storeVotes } from '#participation'
import { type Random, seededRandom } from '#statistics'
import type { Cast } from './cast.ts'
import { grantedOf } from './granted.ts'

type Line = -1 | 0 | 1
/** A statement, in English too, and how each of two camps is made to stand on it. */
const said: readonly (readonly [text: string, english: string, camps: readonly [Line, Line]])[] = [
  ['Det ska finnas en mötesplats inomhus för unga i varje tätort', 'There should be an indoor meeting place for young people in every village', [1, 1]],
  ['Naturen är det bästa med att bo här', 'Nature is the best thing about living here', [1, 1]],
  ['Det behövs fler bussturer på kvällar och helger', 'More bus departures are needed on evenings and weekends', [1, 1]],
  ['Kommunen ska säga ja till fler vindkraftverk', 'The municipality should say yes to more wind turbines', [1, -1]],
  ['Små skolor i byarna ska finnas kvar även om det kostar mer', 'Small village schools should stay even if it costs more', [-1, 1]],
  ['Nya bostäder ska byggas vid sjöarna', 'New homes should be built by the lakes', [1, -1]],
  ['Skatten får gärna höjas om vården kommer närmare', 'Taxes may be raised if care comes closer', [-1, 1]],
  ['Kommunen ska köpa mat från gårdarna här i första hand', 'The municipality should buy food from farms here first', [1, 1]],
  ['Centrum i Ånge ska vara fritt från bilar på sommaren', 'The centre of Ånge should be free of cars in summer', [1, -1]],
  ['Det är lätt att påverka vad kommunen gör', 'It is easy to influence what the municipality does', [-1, -1]],
  ['Fler unga skulle stanna om det fanns utbildningar här', 'More young people would stay if there were education here', [1, 1]],
  ['Jag skulle rekommendera andra att flytta hit', 'I would recommend others to move here', [1, 0]],
]
const participants = 120

/** Statements made of what the residents answered, voted on in the spring of the analysis, and a new dialogue that is open now. The votes are made up. */
export async function askWhatTheyThink(cast: Cast, processId: string, stepIds: Record<string, string>): Promise<void> {
  const groupId = (await readGroups(processId)).find(({ key }) => key === 'invanare')?.id ?? ''
  const ask = async (own: { slug: string; title: string; titleEnglish: string; opensOn: string; closesOn: string }) => {
    const on = noonOf(day(own.opensOn))
    const { id } = await grantedOf(
      createDialogue(
        cast.leader,
        {
          ...{ processId, groupId, stepId: stepIds.analysis ?? '', kind: 'opinion', questions: [] },
          ...own,
          information:
            'Påståendena kommer ur det som folk svarade i enkäten. Vi frågar för att se vad alla är överens om, och var vi skiljer oss åt. Svaren är påhittade för demon.',
          informationEnglish:
            'The statements come from what people answered in the survey. We ask to see what all are of one mind about, and where we differ. The answers are made up for the demo.',
          legalBasis: 'Uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen)',
          promise: 'Det ni är överens om läses av dem som skriver visionen, och likaså det som skiljer er åt.',
          promiseEnglish: 'What you agree on is read by those who write the vision, and so is what sets you apart.',
          contact: 'Visionsgruppen, vision@ange.example',
        },
        on,
      ),
    )
    for (const [text, textEnglish] of said)
      await grantedOf(addOpinionStatement(cast.leader, { dialogueId: id, text, textEnglish, source: 'Enkäten 2020, i kommunens ord (påhittat för demon)' }, on))
    await grantedOf(openDialogue(cast.leader, { dialogueId: id }, on))
    return id
  }
  const first = await ask({ slug: 'pastaenden-2021', title: 'Vad är vi överens om?', titleEnglish: 'What do we agree on?', opensOn: '2021-04-06', closesOn: '2021-05-09' })
  // The same votes each time the story is told.
  const random = seededRandom(2021)
  await storeVotes(
    first,
    Array.from({ length: participants }, (_, who) => said.flatMap(([, , camps], at) => voteOf(camps, who, at, random))),
  )
  await grantedOf(freezeOpinionMap(cast.analyst, { dialogueId: first }, noonOf(day('2021-05-17'))))
  await ask({ slug: 'pastaenden-2026', title: 'Vad är vi överens om i dag?', titleEnglish: 'What do we agree on today?', opensOn: '2026-11-02', closesOn: '2030-12-31' })
}

// Three of five stand in the first camp; one vote in nine is somebody's own, and one in seven is not cast.
function voteOf([first, second]: readonly [Line, Line], who: number, at: number, random: Random) {
  const [isCast, own] = [random() > 1 / 7, random()]
  const vote = own < 0.12 ? ((Math.floor(own / 0.04) - 1) as Line) : who % 5 < 3 ? first : second
  return isCast ? [{ statement: at + 1, vote }] : []
}
