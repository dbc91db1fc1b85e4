import { beforeAll, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue } from '#participation'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'
import { workbookOf } from './survey-files.ts'

const site = useSite()
const now = momentOf(new Date())
const room = '/arbete/dialoger/utkastet/fragor-ur-fil'
let stage: Stage
let leader = ''
beforeAll(async () => {
  stage = await stageDialogue()
  const place = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, kind: 'survey' as const, opensOn: now.day, closesOn: addDays(now.day, 9) }
  await grantedBy(createDialogue(stage.leader, { ...place, slug: 'utkastet', title: 'Utkastet', questions: [{ key: 'bor', wording: 'Bor du här?' }] }, now))
  const { rows } = await pool().query<{ email: string }>('select email from people_persons where id = $1', [stage.leader.person])
  leader = await site.signIn(rows[0]?.email ?? '')
})

async function upload(bytes: Uint8Array<ArrayBuffer>, cookie = leader, at = room): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([bytes], 'form.xlsx'))
  const request = new Request('http://127.0.0.1', { method: 'POST', body: form })
  return site.post(at, new Uint8Array(await request.arrayBuffer()), { cookie, 'content-type': request.headers.get('content-type') ?? '' })
}
const script = '<script>alert(1)</script>'
const form = workbookOf({
  survey: [
    ['type', 'name', 'label::Svenska (sv)', 'hint::Svenska (sv)', 'relevant', 'required'],
    ['begin_group', 'del_1', 'Om dig', '', '', ''],
    ['select_one jn', 'bor', 'Bor du på orten?', 'Hela året', '', 'yes'],
    ['end_group', '', '', '', '', ''],
    ['begin_group', 'del_2', 'Mer', '', '', ''],
    ['text', 'varfor', `Varför ${script}?`, '', `\${bor} = 'nej'`, ''],
    ['image', 'bild', script, '', '', ''],
    ['end_group', '', '', '', '', ''],
  ],
  choices: [
    ['list_name', 'name', 'label::Svenska (sv)'],
    ['jn', 'ja', 'Ja'],
    ['jn', 'nej', 'Nej'],
  ],
})
const questions = async () =>
  (
    await pool().query(
      "select key, q.kind, wording, required, section_heading, show_if from participation_questions q join participation_dialogues d on d.id = q.dialogue_id where d.slug = 'utkastet' order by position",
    )
  ).rows
const saying = (html: string) => html.replaceAll('<!-- -->', '')

test('an XLSForm is shown with what doesn’t go with it, and nothing is stored; attack 36: its words are only text', async () => {
  const before = await questions()
  const html = saying(await (await upload(form)).text())
  expect(html).toContain('2 frågor går att läsa in')
  expect(html).toContain('Bladet survey, rad 7, kolumn type: typen ”image” finns inte här')
  expect(html).toContain('Frågas bara av dem som svarat Nej på ”Bor du på orten?”')
  expect(html).not.toContain(script)
  expect(await questions()).toEqual(before)
})

test('and saved in the draft after what it has, with keys of their own', async () => {
  const html = await (await upload(form)).text()
  const sent =
    /name="questions" value="([^"]*)"/
      .exec(html)?.[1]
      ?.replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#x27;', "'")
      .replaceAll('&amp;', '&') ?? ''
  const saved = await site.post(room, { questions: sent }, { cookie: leader })
  expect([saved.status, saved.headers.get('location')]).toEqual([302, '/arbete/dialoger/utkastet'])
  expect(await questions()).toMatchObject([
    { key: 'bor', kind: 'lines' },
    { key: 'bor-2', kind: 'one', wording: 'Bor du på orten?', required: true, section_heading: 'Om dig' },
    { key: 'varfor', kind: 'text', section_heading: 'Mer', show_if: { match: 'all', conditions: [{ question: 'bor-2', is: 'one-of', values: ['nej'] }] } },
  ])
  expect((await pool().query("select count(*)::int n from trail_events where act = 'questions-taken-in'")).rows[0].n).toBe(1)
})

test('what can’t be used is refused, and nothing is stored', async () => {
  const before = await questions()
  const bad = await upload(new Uint8Array([1, 2, 3]))
  expect([bad.status, (await bad.text()).includes('Filen är skadad')]).toEqual([422, true])
  expect((await upload(workbookOf({ annat: [['a'], ['b']] }))).status).toBe(422)
  for (const questions of [
    '',
    'nonsens',
    '[]',
    '[{"wording":""}]',
    '{"__proto__":1}',
    '[{"key":"x","wording":"x","showIf":{"match":"all","conditions":[{"question":"finns-inte","is":"answered"}]}}]',
  ])
    expect([409, 422], questions).toContain((await site.post(room, { questions }, { cookie: leader })).status)
  const { rows } = await pool().query<{ email: string }>('select email from people_persons where id = $1', [stage.analyst.person])
  expect((await upload(form, await site.signIn(rows[0]?.email ?? ''))).status).toBe(403)
  // An opened dialogue is no draft.
  expect((await upload(form, leader, '/arbete/dialoger/din-framtid/fragor-ur-fil')).status).toBe(404)
  expect(await questions()).toEqual(before)
})

test('53: a question and a choice that are called as something that every object has are taken in under a name of their own', async () => {
  const named = workbookOf({
    survey: [
      ['type', 'name', 'label'],
      ['select_one c', 'constructor', 'Vem bygger?'],
    ],
    choices: [
      ['list_name', 'name', 'label'],
      ['c', 'constructor', 'Kommunen'],
      ['c', 'annan', 'Någon annan'],
    ],
  })
  const sent = /name="questions" value="([^"]*)"/.exec(await (await upload(named)).text())?.[1]?.replaceAll('&quot;', '"') ?? ''
  expect((await site.post(room, { act: 'save', questions: sent }, { cookie: leader })).status).toBe(302)
  expect((await questions()).at(-1)).toMatchObject({ key: 'constructor-2', wording: 'Vem bygger?' })
})
