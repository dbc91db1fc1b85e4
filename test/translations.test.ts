import { beforeAll, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { useInstallationSecret } from '#http/secret'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { useSite } from './site.ts'

const site = useSite()
let [pia, sara, ali] = ['', '', '']
beforeAll(async () => {
  useInstallationSecret('a secret for the tests, and for nothing else')
  await tellStory('seeds/ange/voices')
  pia = await site.signIn('pia@ange.example')
  sara = await site.signIn('sara@ange.example')
  ali = await site.signIn('ali@ange.example')
})

const theme = async () => (await pool().query("select id, slug, name, definition from analysis_themes where slug = 'natur'")).rows[0]
const write = async (wished: Record<string, string> = {}, cookie = pia) => {
  const { id, name } = await theme()
  return site.post('/arbete/oversattningar', { act: 'translate', language: 'ar', place: `themes:${id}:name`, original: name, text: 'الطبيعة', ...wished }, { cookie })
}
const read = async (path: string, language: string) => (await site.get(path, { cookie: `sprak=${language}` })).text()
const count = async () => Number((await pool().query('select count(*) from translations_texts')).rows[0].count)

test('a language is offered when it has been switched on, and not before', async () => {
  expect((await site.get('/sprak/ar')).status).toBe(404)
  expect((await site.post('/arbete/installningar/sprak', { act: 'save', tags: ['en', 'ar', 'sv-x-latt'] }, { cookie: ali })).status).toBe(302)
  expect((await site.get('/sprak/ar')).status).toBe(302)
  expect(await read('/', 'sv')).toContain('lang="ar" hrefLang="ar">العربية')
})

test('a translation is shown with its language and direction, and the rest is said to be in Swedish', async () => {
  expect((await write()).status).toBe(302)
  const page = await read('/tema/natur', 'ar')
  expect(page).toContain('<span lang="ar" dir="rtl">الطبيعة</span>')
  expect(page).toContain('<html lang="sv">')
  expect(page).toContain('finns bara på svenska')
  expect(await read('/tema/natur', 'sv')).not.toContain('finns bara på svenska')
})

test('what a machine made is said to be so', async () => {
  await write({ text: 'طبيعة', madeBy: 'machine' })
  expect(await read('/tema/natur', 'ar')).toContain('översatt av en maskin')
})

test('an answer by somebody who reads another language is marked with it, however short, by the form, a class and the interface', async () => {
  const survey = '/delta/hur-gar-det-2026'
  const { rows } = await pool().query(
    "select q.id, q.key, q.wording from participation_questions q join participation_dialogues d on d.id = q.dialogue_id where d.slug = 'hur-gar-det-2026' order by q.position limit 1",
  )
  const [{ id, key, wording }] = rows
  const question = await write({ place: `dialogues:${id}:wording`, original: wording, text: 'ما الجيد هنا؟' })
  expect(question.status).toBe(302)
  for (const [path, text] of [
    [survey, 'الغابة'],
    [`${survey}/klass`, 'المدرسة'],
  ] as const) {
    const page = await read(path === survey ? path : `${path}?svara`, 'ar')
    expect(page, path).toContain('ما الجيد هنا؟')
    expect((await site.post(path, { submissionKey: `key-of-somebody-in-arabic-${path.length}`, act: 'send', [id]: text }, { cookie: 'sprak=ar' })).status).toBe(200)
  }
  const sent = await site.post(`/api/v1/dialogues/hur-gar-det-2026/answers`, JSON.stringify({ answers: { [key]: ['الحافلة'] }, language: 'ar' }), {
    'content-type': 'application/json',
  })
  expect(sent.status).toBe(201)
  const stored = await pool().query(
    "select r.language from participation_responses r join participation_statements s on s.response_id = r.id where s.text in ('الغابة', 'المدرسة', 'الحافلة')",
  )
  expect(stored.rows.map(({ language }) => language)).toEqual(['ar', 'ar', 'ar'])
})

test('the unit of a number has its place among what can be translated', async () => {
  const { rows } = await pool().query("select id, form ->> 'unit' as unit from participation_questions where form ->> 'unit' <> '' limit 1")
  expect((await write({ place: `dialogues:${rows[0].id}:unit`, original: rows[0].unit, text: 'دقائق' })).status).toBe(302)
})

test('when the Swedish changes the translation is shown nowhere, and the translator is told', async () => {
  const { id, name } = await theme()
  await pool().query("update analysis_themes set name = 'Natur och vatten' where id = $1", [id])
  expect(await (await site.get('/arbete/oversattningar?sprak=ar&visa=inaktuella', { cookie: pia })).text()).toMatch(/Svenskan har ändrats[\s\S]*طبيعة/)
  const before = await count()
  const late = await write({ original: name, text: 'جديد' })
  expect([late.status, (await late.text()).includes('جديد'), await count()]).toEqual([409, true, before])
})

test('an empty text, a strange language and whoever may not are refused, and nothing is stored', async () => {
  const before = await count()
  expect((await write({ text: ' ' })).status).toBe(422)
  expect((await write({ language: 'xx' })).status).toBe(422)
  expect((await write({ place: 'themes:none:name' })).status).toBe(404)
  expect((await write({}, sara)).status).toBe(403)
  expect(await count()).toBe(before)
  await expect(pool().query("update translations_texts set text = 'x'")).rejects.toThrow('append-only')
})

test.each(['/logga-in', '/logga-in/lank?nyckel=x', '/', '/processen', '/resultat', '/visionen', '/samsyn', '/finns-inte'])(
  '%s in English has no Swedish word of ours',
  async (path) => {
    const page = (await read(path, 'en')).replaceAll(/<(\w+)[^>]* lang="sv"[^>]*>[\s\S]*?<\/\1>/g, ' ').replace(/[\s\S]*<body>/, '')
    const ours = page.replaceAll(/<(script|style)[\s\S]*?<\/\1>|<[^>]+>/g, ' ').replaceAll(/Kommun\S*|På svenska|Ånge\S*/g, '')
    expect(ours.match(/\b(och|eller|inte|är|från|till|har|dig|din|som|när)\b/gi)).toBeNull()
  },
)
