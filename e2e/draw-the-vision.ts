import { today } from './days.ts'
import { type Go, send } from './roles.ts'

/** From a draft in phrases to an adopted vision with a focus area, each step by its role. */
export async function drawTheVision(go: Go): Promise<void> {
  const leader = await go('leader', '/arbete/vision')
  await send(leader, { 'Förslagets namn': 'Nära', Adress: 'nara', Formuleringar: 'Unga har platser att växa på,\nmed en förfinad känsla av frihet.' }, 'Spara förslaget')
  const analyst = await go('analyst', '/arbete/vision/nara')
  await send(analyst, {}, 'Lägg till temat', 'main article >> nth=0')
  const secretary = await go('secretary', '/arbete/arenden')
  await send(secretary, { Diarienummer: 'KS 1/1', 'Vad ärendet gäller': 'Ny vision' }, 'Öppna ärendet')
  await leader.goto(new URL('/arbete/vision/nara', leader.url()).href)
  await send(leader, { 'I vilket ärende': 'KS 1/1 Ny vision' }, 'Frys och lämna in förslaget')
  await secretary.reload()
  await send(
    secretary,
    {
      Organ: 'Kommunfullmäktige',
      'Mötets dag': today,
      Paragraf: '§ 12',
      Utfall: 'Bifall',
      'Vilken handling beslutet gäller': 'Nära',
      'Att-satser': 'Fullmäktige antar visionen.',
    },
    'Skriv in beslutet',
  )
  await send(secretary, {}, 'Skriv in justeringen')
  await send(secretary, {}, 'Skriv in anslaget')
  await leader.reload()
  await send(leader, { Beslut: `Kommunfullmäktige ${today} § 12` }, 'Skriv in att visionen är antagen')
  await leader.goto(new URL('/arbete/fokusomraden', leader.url()).href)
  await send(
    leader,
    {
      Namn: 'Hållbar hälsa',
      Adress: 'hallbar-halsa',
      Framtidsbild: 'Unga har någonstans att vara.',
      'Vilka av visionens ord området tar upp': ['Unga har platser att växa på,'],
    },
    'Lägg till fokusområdet',
  )
  await send(leader, { Beslut: `KS 1/1, Kommunfullmäktige ${today} § 12` }, 'Skriv in att fokusområdena är antagna')
}
