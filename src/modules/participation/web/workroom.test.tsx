import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { useDatabase } from '#test/database'
import { type Stage, stageDialogue } from '../stage-dialogue.ts'
import { drawPage, hiddenIn } from './draw-page.tsx'

useDatabase()
let stage: Stage
beforeAll(async () => {
  stage = await stageDialogue()
})
const count = async (table: string) => Number((await pool().query(`select count(*) from ${table}`)).rows[0].count)
const leader = () => ({ actor: stage.leader })
const analyst = () => ({ actor: stage.analyst })
const draft = (slug: string, more: Record<string, string> = {}): [string, string][] =>
  Object.entries({
    processId: stage.processId,
    stepId: stage.stepId,
    groupId: stage.residents,
    slug,
    title: 'Om skolan',
    kind: 'survey',
    opensOn: '2020-10-12',
    closesOn: '2020-10-30',
    information: 'Vad och varför',
    legalBasis: 'Lag',
    promise: 'Svaren läses',
    contact: 'Växeln',
    begin: 'empty',
    ...more,
  })

describe('who comes in', () => {
  const rooms = ['/arbete/dialoger', '/arbete/grupper', '/arbete/dialoger/ny', '/arbete/dialoger/din-framtid', '/arbete/dialoger/gruppsamtal/anteckning', '/arbete/granska']
  test.each(rooms)('%s: whoever isn’t signed in is sent to sign in', async (room) => {
    expect(await drawPage(room)).toMatchObject({ status: 302, location: `/logga-in?till=${encodeURIComponent(room)}` })
  })
  test('a secretary sees the dialogues, but neither answers nor forms', async () => {
    const secretary = { actor: stage.secretary }
    const { html } = await drawPage('/arbete/dialoger/din-framtid', secretary)
    expect(html).toContain('Din framtid här')
    expect(html).not.toContain('Stäng dialogen')
    for (const room of ['/arbete/granska', '/arbete/dialoger/ny', '/arbete/dialoger/gruppsamtal/anteckning']) expect((await drawPage(room, secretary)).status).toBe(403)
  })
  test('a form sent by somebody who may not is refused, and leaves no row', async () => {
    const before = [await count('participation_dialogues'), await count('participation_closings'), await count('participation_responses')]
    const auditor = { actor: stage.auditor }
    expect((await drawPage('/arbete/dialoger/ny', auditor, draft('x'))).status).toBe(403)
    expect(
      (
        await drawPage('/arbete/dialoger/din-framtid', auditor, [
          ['act', 'close'],
          ['reason', 'x'],
        ])
      ).status,
    ).toBe(403)
    expect(
      (
        await drawPage('/arbete/dialoger/gruppsamtal/anteckning', auditor, [
          ['label', 'x'],
          ['persons', '3'],
          [stage.notes.questionIds[0] ?? '', 'x'],
        ])
      ).status,
    ).toBe(403)
    expect((await drawPage('/arbete/granska', auditor, [['decide', 'marked may-be-shown']])).status).toBe(403)
    expect([await count('participation_dialogues'), await count('participation_closings'), await count('participation_responses')]).toEqual(before)
  })
})

describe('from draft to open', () => {
  test('a draft is begun, shown with its gate, written, opened, and then answered', async () => {
    expect(await drawPage('/arbete/dialoger/ny', leader(), draft('om-skolan'))).toMatchObject({ status: 302, location: '/arbete/dialoger/om-skolan' })
    const shown = await drawPage('/arbete/dialoger/om-skolan', leader())
    expect(shown.html).toContain('Utkast')
    expect(shown.html).toContain('Skriv vem man kan vända sig till')
    expect(await drawPage('/arbete/dialoger/om-skolan', leader(), [['act', 'open']])).toMatchObject({ status: 409 })
    const revise = await drawPage('/arbete/dialoger/om-skolan/andra', leader())
    const asked: [string, string][] = Object.entries({ kind: 'lines', wording: 'Vad är bra i skolan?', axis: 'place', stance: 'keep', maxLines: '2' })
    expect((await drawPage('/arbete/dialoger/om-skolan/fragor/ny?sort=lines', leader(), asked)).location).toBe('/arbete/dialoger/om-skolan#fraga-vad-ar-bra-i-skolan')
    const revised = [...draft('om-skolan', { title: 'Om vår skola' }), ['dialogueId', hiddenIn(revise.html, 'dialogueId')], ['basis', hiddenIn(revise.html, 'basis')]] as [
      string,
      string,
    ][]
    expect(await drawPage('/arbete/dialoger/om-skolan/andra', leader(), revised)).toMatchObject({ location: '/arbete/dialoger/om-skolan?gjort=texter' })
    expect(await drawPage('/arbete/dialoger/om-skolan', leader(), [['act', 'open']])).toMatchObject({ location: '/arbete/dialoger/om-skolan?gjort=oppnad' })
    const open = await drawPage('/delta/om-skolan')
    expect(open.title).toContain('Om vår skola')
    expect(open.html).toContain('Vad är bra i skolan?')
    expect((await drawPage('/arbete/dialoger/om-skolan/andra', leader())).status).toBe(404)
  })
  test('two who revise the same draft: the second sees both texts, and loses nothing', async () => {
    await drawPage('/arbete/dialoger/ny', leader(), draft('tva'))
    const read = await drawPage('/arbete/dialoger/tva/andra', leader())
    const revision = (title: string) =>
      [...draft('tva', { title }), ['dialogueId', hiddenIn(read.html, 'dialogueId')], ['basis', hiddenIn(read.html, 'basis')]] as [string, string][]
    await drawPage('/arbete/dialoger/tva/andra', leader(), revision('Annas rubrik'))
    const { status, html } = await drawPage('/arbete/dialoger/tva/andra', leader(), revision('Bos rubrik'))
    expect(status).toBe(409)
    expect(html).toContain('Annas rubrik')
    expect(html).toContain('value="Bos rubrik"')
    const again = [...draft('tva', { title: 'Bos rubrik' }), ['dialogueId', hiddenIn(html, 'dialogueId')], ['basis', hiddenIn(html, 'basis')]] as [string, string][]
    expect((await drawPage('/arbete/dialoger/tva/andra', leader(), again)).status).toBe(302)
  })
  test('a form that doesn’t hold together is shown again with everything, and the error at its field', async () => {
    const { status, html } = await drawPage('/arbete/dialoger/ny', leader(), draft('Fel Adress', { closesOn: '2020-10-01', title: '<script>alert(1)</script>' }))
    expect(status).toBe(422)
    expect(html).toContain('<a href="#slug">Namn i adressen: Använd små bokstäver')
    expect(html).toContain('<a href="#closesOn">Sista dagen kan inte ligga före den första')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script')
    expect(await drawPage('/arbete/dialoger/ny', leader(), draft('din-framtid'))).toMatchObject({ status: 409 })
  })
  test('closing asks for the reason that residents read', async () => {
    expect(
      (
        await drawPage('/arbete/dialoger/om-skolan', leader(), [
          ['act', 'close'],
          ['reason', ''],
        ])
      ).html,
    ).toContain('href="#close-reason"')
    expect(
      (
        await drawPage('/arbete/dialoger/om-skolan', leader(), [
          ['act', 'close'],
          ['reason', 'Skolan frågar själv'],
        ])
      ).status,
    ).toBe(302)
    expect((await drawPage('/delta/om-skolan')).html).toContain('Skolan frågar själv')
  })
})

test('a note is entered on its own page, and the next may be entered at once', async () => {
  const [place = '', work = ''] = stage.notes.questionIds
  const room = '/arbete/dialoger/gruppsamtal/anteckning'
  const { html } = await drawPage(room, analyst())
  const form: [string, string][] = [
    ['submissionKey', hiddenIn(html, 'submissionKey')],
    ['label', 'Bord 3'],
    ['persons', '8'],
    [place, 'Nära till skogen\nAlla hälsar'],
    [work, ''],
  ]
  const refused = await drawPage(room, analyst(), [...form.slice(0, 2), ['persons', ''], ...form.slice(3)])
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('Alla hälsar</textarea>')
  expect(refused.html).toContain('<a href="#persons">')
  expect(await drawPage(room, analyst(), form)).toMatchObject({ location: `${room}?sparad=ja` })
  await drawPage(room, analyst(), form)
  expect((await drawPage(`${room}?sparad=ja`, analyst())).html).toContain('Nu finns 1 anteckning.')
  expect((await drawPage('/arbete/dialoger/din-framtid/anteckning', analyst())).status).toBe(404)
})

test('groups are added with a limit that can’t be too low, and raised', async () => {
  const room = '/arbete/grupper'
  const form = (more: Record<string, string>): [string, string][] =>
    Object.entries({ act: 'create', processId: stage.processId, name: 'Barnens råd', key: 'barn', unit: 'notes', size: '', threshold: '', ...more })
  const refused = await drawPage(room, leader(), form({ children: 'ja', threshold: '7' }))
  expect(refused.status).toBe(422)
  expect(refused.html).toContain(`href="#create-${stage.processId}-threshold"`)
  expect(refused.html).toContain(`id="create-${stage.processId}-threshold"`)
  expect((await drawPage(room, leader(), form({ children: 'ja' }))).status).toBe(302)
  const { html } = await drawPage(room, leader())
  expect(html).toContain('Barnens råd (nu 10)')
  const groupId = /<option value="([^"]+)">Barnens råd/.exec(html)?.[1] ?? ''
  expect(
    (
      await drawPage(room, leader(), [
        ['act', 'raise'],
        ['groupId', groupId],
        ['threshold', '9'],
      ])
    ).html,
  ).toContain('href="#raise-threshold"')
  expect(
    (
      await drawPage(room, leader(), [
        ['act', 'raise'],
        ['groupId', groupId],
        ['threshold', '15'],
      ])
    ).status,
  ).toBe(302)
})

test('dialogues are listed by state, with numbers that are never summed', async () => {
  const { html } = await drawPage('/arbete/dialoger', leader())
  expect(html).toContain('Gör en dialog')
  expect(html).toContain('href="/arbete/dialoger?lage=open"')
  expect(html).toContain('De läggs aldrig ihop')
  expect((await drawPage('/arbete/dialoger?lage=draft', leader())).html).toContain('Bos rubrik')
})
