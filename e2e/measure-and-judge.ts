import { expect } from 'vitest'
import { inAMonth, today, year } from './days.ts'
import { type Go, send } from './roles.ts'

/** From an indicator with its baseline to a judged goal in a locked round, each step by its role. */
export async function measureAndJudge(go: Go): Promise<void> {
  const controller = await go('controller', '/arbete/matt/nytt')
  await send(
    controller,
    {
      'Måttets namn': 'Nöjda unga',
      Adress: 'nojda-unga',
      'Vad kommunen själv kan påverka': 'Mycket',
      'Definitionens rubrik': 'Andel nöjda',
      'Så räknas det': 'Andel av de svarande',
      Enhet: 'procent',
      Källa: 'Egen enkät',
    },
    'Lägg till måttet',
  )
  await send(controller, { Period: String(Number(year) - 1), 'Värde (procent)': '40' }, 'Skriv in mätvärdet')
  await send(controller, { Metod: 'Enkät' }, 'Frys nuläget')
  await send(controller, { Period: year, 'Värde (procent)': '47,5' }, 'Skriv in mätvärdet')
  await controller.goto(new URL('/arbete/planer', controller.url()).href)
  await send(controller, { 'Planens namn': 'Mål', 'Periodens namn': year, Från: `${year}-01-01`, Till: `${year}-12-31`, 'Vem som äger den': 'Kommunfullmäktige' }, 'Gör planen')
  await send(
    controller,
    {
      Nummer: '1',
      Målet: 'Unga trivs här',
      'Fokusområde i visionen': 'Hållbar hälsa',
      'Ansvarigt organ': 'Kommunstyrelsen',
      'Delvis uppfyllt från vilken del av vägen': '0,5',
      'Varför vi tror på det': 'Vi kan öppna lokaler.',
    },
    'Lägg till målet',
  )
  await controller.getByText('Säg vad mål 1 mäts med').click()
  await send(controller, { 'Nuläge att räkna från (för nå)': `Nöjda unga: 40 (${Number(year) - 1})`, Målvärde: '50', 'Till vilken period': year }, 'Sätt målvärdet')
  await send(controller, { 'I vilket ärende': 'KS 1/1 Ny vision' }, 'Frys och lämna in planen')
  const plan = controller.url()
  const secretary = await go('secretary', '/arbete/arenden')
  await secretary.getByRole('link', { name: 'KS 1/1' }).click()
  await send(
    secretary,
    { Organ: 'Kommunfullmäktige', 'Mötets dag': today, Paragraf: '§ 13', Utfall: 'Bifall', 'Vilken handling beslutet gäller': 'Mål', 'Att-satser': 'Fullmäktige antar målen.' },
    'Skriv in beslutet',
  )
  await controller.goto(plan)
  await send(controller, { Beslut: `Kommunfullmäktige ${today} § 13` }, 'Skriv in att planen är antagen')
  await controller.goto(new URL('/arbete/uppfoljning', controller.url()).href)
  await send(
    controller,
    { 'Vilken plan': `Mål, ${year}, version 1`, 'Omgångens namn': `Helår ${year}`, 'Vilken period den gäller': year, Öppnar: today, Stänger: inAMonth },
    'Öppna omgången',
  )
  const responsible = await go('responsible', new URL(controller.url()).pathname)
  expect(await responsible.locator('main').innerText()).toContain('75')
  await send(responsible, { 'Din bedömning': ['Delvis uppfyllt'], Motivering: 'Mer än halva vägen.' }, 'Spara bedömningen')
  await controller.reload()
  await send(controller, {}, 'Lås omgången')
  await controller.getByText('Omgången är låst.').waitFor()
}
