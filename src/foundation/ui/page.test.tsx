import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Frame, PublicPage } from './page.tsx'
import { Showcase } from './showcase.tsx'
import { StepLine } from './step-line.tsx'
import { WorkroomPage } from './workroom-page.tsx'

const frame: Frame = { language: 'sv', municipality: 'Ånge, exempel', demo: true, path: '/visionen' }
const workroom = { name: 'Karin Exempel', roles: ['Analytiker'], municipality: 'Ånge, exempel', demo: true, path: '/arbete/kodning/3' }
const draw = (changes: Partial<Frame> = {}) =>
  renderToStaticMarkup(
    <PublicPage frame={{ ...frame, ...changes }} title="Det här vill vi vara" thread={[]}>
      <p>Text</p>
    </PublicPage>,
  )

test('the first thing on a page is a way past the head', () => {
  expect(draw()).toMatch(/^<header><a class="skip" href="#innehall">Hoppa till innehållet<\/a>/)
  expect(draw()).toContain('<main id="innehall" tabindex="-1"')
})

test('a page has one h1, and the heading comes before the thread', () => {
  const html = draw()
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect(html.indexOf('<h1')).toBeLessThan(html.indexOf('class="thread"'))
})

test('the page one stands on is marked, also from a page below it', () => {
  expect(draw()).toContain('<a href="/visionen" aria-current="page">')
  expect(draw({ path: '/visionen/ord' })).toContain('<a href="/visionen" aria-current="true">')
})

test('a demo says so in words, and a real municipality says nothing of it', () => {
  expect(draw()).toContain('Påhittade exempelsvar.')
  expect(draw({ demo: false })).not.toContain('Påhittade')
  expect(draw({ language: 'en' })).toContain('Made-up example answers.')
})

test('the other language is one press away, in its own words', () => {
  expect(draw()).toContain('href="/sprak/en?till=%2Fvisionen" lang="en" hrefLang="en">In English')
  expect(draw({ language: 'en' })).toContain('>På svenska<')
})

test('no page carries script or a style of its own', () => {
  const showcase = renderToStaticMarkup(
    <WorkroomPage frame={workroom} title="Så ser allt ut">
      <Showcase />
    </WorkroomPage>,
  )
  for (const html of [draw(), showcase]) expect(html).not.toMatch(/<script| style=| on[a-z]+=|https?:\/\//)
})

test('the showcase shows everything without sharing an id or losing a link', () => {
  const html = renderToStaticMarkup(<Showcase />)
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  for (const [, id] of html.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)) for (const each of id?.split(' ') ?? []) expect(ids).toContain(each)
})

test('the workroom shows the line of stations, and where in it one stands', () => {
  const html = renderToStaticMarkup(
    <WorkroomPage frame={workroom} title="Koda svar" aside={<p>Tråden</p>}>
      {null}
    </WorkroomPage>,
  )
  expect(html).toContain('<a href="/arbete/kodning" aria-current="true">')
  expect(html).toContain('Karin Exempel')
  expect(html).toContain('action="/logga-ut" method="post"')
  expect(html).toContain('<aside')
})

test('a station says where it stands and what is asked of me', () => {
  const html = renderToStaticMarkup(
    <WorkroomPage frame={{ ...workroom, stations: [{ href: '/arbete/kodning', title: 'Koda svar', standing: 'going', asks: '38 väntar på dig' }] }} title="Koda">
      {null}
    </WorkroomPage>,
  )
  expect(html).toContain('Pågår nu')
  expect(html).toContain('38 väntar på dig')
  expect(html).not.toContain('Ärenden och beslut')
})

test('a step tells who, why, what about, the moved date with its reason, and when its result comes', () => {
  const step = {
    id: '7',
    number: '08',
    title: 'Beslut',
    who: 'KF',
    purpose: 'Bestämma',
    focus: 'Visionen',
    state: 'planned',
    dates: { from: '2021-06-14', to: '2021-06-14' },
    planned: { from: '2021-04-26', to: '2021-04-26' },
    moves: [{ reason: 'Mer tid.' }],
  } as const
  const html = renderToStaticMarkup(<StepLine steps={[step]} language="sv" />)
  for (const part of ['KF', 'Bestämma', 'Visionen', '14 juni 2021', 'Mer tid. Planen var 26 april 2021.', 'Resultatet publiceras senast 14 juni 2021 enligt planen.'])
    expect(html).toContain(part)
  expect(renderToStaticMarkup(<StepLine steps={[{ ...step, releasedAt: '2021-06-14T10:00:00Z', href: '/beslut/1' }]} language="sv" />)).toContain(
    '<a href="/beslut/1">Se resultatet</a>',
  )
})
