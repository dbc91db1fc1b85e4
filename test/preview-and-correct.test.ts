import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { grantedBy, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const day = (days: number) => addDays(now.day, days)
const choices = [
  { key: 'ja', label: 'Ja', labelEnglish: 'Yes' },
  { key: 'nej', label: 'Nej', labelEnglish: 'No' },
]
let cookie = ''
let dialogueId = ''
let ids: readonly string[] = []
let openIds: readonly string[] = []

beforeAll(async () => {
  const stage = await stageDialogue()
  const common = {
    ...{ processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, kind: 'survey' as const, opensOn: day(-1), closesOn: day(5) },
    ...{ title: 'Prova', titleEnglish: 'Try', information: 'Vad', legalBasis: 'Lag', promise: 'Löfte', contact: 'Växeln' },
    questions: [
      { key: 'bor', kind: 'one' as const, wording: 'Bor du här?', wordingEnglish: 'Do you live here?', required: true, form: { choices } },
      {
        ...{ key: 'var', kind: 'text' as const, wording: 'Var då?', wordingEnglish: 'Where?', sectionHeading: 'Mer', sectionHeadingEnglish: 'More' },
        showIf: { match: 'all' as const, conditions: [{ question: 'bor', is: 'one-of' as const, values: ['ja'] }] },
      },
    ],
  }
  const draft = await grantedBy(createDialogue(stage.leader, { ...common, slug: 'utkastet' }, now))
  const open = await grantedBy(createDialogue(stage.leader, { ...common, slug: 'oppen' }, now))
  await grantedBy(openDialogue(stage.leader, { dialogueId: open.id }, now))
  dialogueId = draft.id
  ids = draft.questionIds
  openIds = open.questionIds
  cookie = await site.signIn('process-leader@example.se')
})

const rows = async (sql: string) => (await pool().query(sql)).rows
const stored = async () => (await rows('select (select count(*) from participation_responses) + (select count(*) from participation_begun_answers) as count'))[0].count
const read = async (path: string) => (await site.get(path, { cookie })).text()
const post = (path: string, fields: Record<string, string | readonly string[]>) => site.post(path, fields, { cookie })
const hidden = (html: string, name: string) => (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&quot;', '"')

describe('a draft is tried as a resident meets it', () => {
  const room = '/arbete/dialoger/utkastet/forhandsvisa'
  test('part by part, and nothing is stored', async () => {
    const before = await stored()
    expect(await read(room)).toContain('Del 1 av 1')
    expect(await read(`${room}?del=2`)).toContain('Frågas bara av dem som svarat Ja på ”Bor du här?”')
    expect(await read(`${room}?sprak=en`)).toContain('Do you live here?')
    expect(await (await post(room, { act: 'save', del: '1', before: '{}' })).text()).toContain('Nu sparas inget')
    const refused = await post(room, { act: 'next', del: '1', before: '{}' })
    expect([refused.status, (await refused.text()).includes('Den här frågan måste besvaras')]).toEqual([422, true])
    const second = await (await post(room, { act: 'next', del: '1', before: '{}', [ids[0] ?? '']: 'ja' })).text()
    expect(second).toContain('Del 2 av 2')
    expect(second).toContain('Var då?')
    const sent = await (await post(room, { act: 'send', del: '2', before: hidden(second, 'before'), [ids[1] ?? '']: 'I skogen' })).text()
    for (const words of ['Det här hade sparats', 'Ja', 'I skogen']) expect(sent).toContain(words)
    expect((await post(room, { act: 'send', del: '2', before: 'inte json' })).status).toBe(422)
    expect(await stored()).toBe(before)
  })
  test('by a link, for somebody outside, for so many days', async () => {
    const tooLong = await post(room, { act: 'share', days: '31' })
    expect([tooLong.status, (await tooLong.text()).includes('<a href="#share-days">Skriv ett tal från 1 till 30')]).toEqual([422, true])
    const shared = await (await post(room, { act: 'share', days: '2' })).text()
    const link = /\/delta\/forhandsvisning\/([\w-]{22})</.exec(shared)?.[1] ?? ''
    const path = `/delta/forhandsvisning/${link}`
    const answer = await site.get(path)
    const html = await answer.text()
    expect([answer.status, answer.headers.get('x-robots-tag')]).toEqual([200, 'noindex, nofollow'])
    for (const words of ['Utkast, inget sparas', 'noindex', 'Bor du här?']) expect(html).toContain(words)
    const before = await stored()
    expect(await (await site.post(path, { act: 'next', del: '1', before: '{}', [ids[0] ?? '']: 'ja' })).text()).toContain('Var då?')
    expect(await stored()).toBe(before)
    expect(JSON.stringify(await rows('select * from participation_previews'))).not.toContain(link)
  })
  test('in any language that is switched on, as a resident reads it, also by the link', async () => {
    await pool().query("insert into people_languages (tags, set_by, set_at) select '{sv,en,ar}', shared_by, now() from participation_previews limit 1")
    for (const [where, original, text] of [
      [`${dialogueId}:title`, 'Prova', 'جرب'],
      [`${ids[1]}:wording`, 'Var då?', 'أين؟'],
    ] as const)
      expect((await post('/arbete/oversattningar', { act: 'translate', language: 'ar', place: `dialogues:${where}`, original, text, madeBy: 'person' })).status).toBe(302)
    expect(await read(room)).not.toMatch(/lang="ar"|finns bara på svenska/)
    const first = await read(`${room}?sprak=ar`)
    for (const words of ['<span lang="ar" dir="rtl">جرب</span>', '?del=2&amp;sprak=ar', 'På arabiska', 'Bor du här?', 'finns bara på svenska']) expect(first).toContain(words)
    const second = await (await post(`${room}?sprak=ar`, { act: 'next', del: '1', before: '{}', [ids[0] ?? '']: 'ja' })).text()
    expect(second).toContain('<span lang="ar" dir="rtl">أين؟</span>')
    // One that isn't switched on is not there.
    expect(await read(`${room}?sprak=so`)).not.toContain('finns bara på svenska')
    const shared = await (await post(room, { act: 'share', days: '2' })).text()
    const outside = await (await site.get(`/delta/forhandsvisning/${/forhandsvisning\/([\w-]{22})</.exec(shared)?.[1]}?del=2`, { cookie: 'sprak=ar' })).text()
    for (const words of ['<span lang="ar" dir="rtl">جرب</span>', '<span lang="ar" dir="rtl">أين؟</span>', 'finns bara på svenska']) expect(outside).toContain(words)
  })
  test('a link that is unknown, taken back or past its day is answered alike', async () => {
    const shared = await (await post(room, { act: 'share', days: '1' })).text()
    const link = /\/delta\/forhandsvisning\/([\w-]{22})</.exec(shared)?.[1] ?? ''
    const html = await read(room)
    expect((await post(room, { act: 'revoke', tokenHash: hidden(html, 'tokenHash') })).status).toBe(302)
    const bare = async (path: string) => {
      const answer = await site.get(path)
      return [answer.status, (await answer.text()).replaceAll(/[0-9a-f]{10}|forhandsvisning(\/|%2F)[\w-]+/g, '')]
    }
    const unknown = await bare(`/delta/forhandsvisning/${'A'.repeat(22)}`)
    expect(unknown[0]).toBe(404)
    expect(await bare(`/delta/forhandsvisning/${link}`)).toEqual(unknown)
    await expect(pool().query('update participation_previews set expires_on = expires_on + 1')).rejects.toThrow('only taken back')
    await pool().query(
      `insert into participation_previews (token_hash, dialogue_id, expires_on, shared_by, shared_at) select 'gammal', '${dialogueId}', current_date - 3, shared_by, now() - interval '10 days' from participation_previews limit 1`,
    )
    expect(await read(room)).not.toContain('gammal')
    await expect(
      pool().query(
        "insert into participation_previews (token_hash, dialogue_id, expires_on, shared_by, shared_at) select 'lang', dialogue_id, current_date + 60, shared_by, now() from participation_previews limit 1",
      ),
    ).rejects.toThrow('participation_previews_days')
  })
})

describe('after the opening', () => {
  const room = '/arbete/dialoger/oppen'
  const correction = async (more: Record<string, string> = {}) => ({
    basis: hidden(await read(`${room}/fragor/bor/ratta`), 'basis'),
    ...{ wording: 'Bor du i kommunen?', wordingEnglish: 'Do you live in the municipality?', reason: 'Ordet var otydligt' },
    ...{ 'choices:ja:label': 'Ja, här', 'choices:ja:labelEnglish': 'Yes, here', 'choices:nej:label': 'Nej', 'choices:nej:labelEnglish': 'No' },
    ...more,
  })
  test('words are corrected as a new version, with the reason that residents see; what is asked stays', async () => {
    expect((await post(`${room}/fragor/bor/ratta`, await correction({ reason: '' }))).status).toBe(422)
    expect((await post(`${room}/fragor/bor/ratta`, await correction({ wordingEnglish: '' }))).status).toBe(409)
    const stale = await correction({ wording: 'En annans ord' })
    expect((await post(`${room}/fragor/bor/ratta`, await correction())).headers.get('location')).toBe(room)
    const html = await read('/delta/oppen')
    for (const words of ['Bor du i kommunen?', 'Ja, här', 'value="ja"', 'Ordet var otydligt']) expect(html).toContain(words)
    expect((await rows("select wording, form from participation_questions where key = 'bor' and wording = 'Bor du här?'")).length).toBeGreaterThan(0)
    const answer = await post(`${room}/fragor/bor/ratta`, stale)
    expect([answer.status, (await answer.text()).includes('En annans ord')]).toEqual([409, true])
    // What is answered in the last part brings one more: it is asked before anything is sent.
    const more = await site.post('/delta/oppen', { submissionKey: 'm'.repeat(24), del: '1', act: 'send', [openIds[0] ?? '']: 'ja' })
    expect(more.headers.get('location')).toBe('/delta/oppen?del=2')
    const sent = await site.post('/delta/oppen', { submissionKey: 'k'.repeat(24), del: '1', act: 'send', [openIds[0] ?? '']: 'nej' })
    expect(await sent.text()).toContain('Tack. Ditt svar är sparat')
    expect(await rows("select answers, version from participation_responses where answers <> '{}'")).toEqual([{ answers: { bor: 'nej' }, version: 2 }])
  })
  test('the database refuses a correction that changes more than words, and one of a draft', async () => {
    const [{ id }] = await rows('select id from participation_corrections')
    const insert = (question: string | undefined, form: object) =>
      pool().query('insert into participation_corrected_words (correction_id, question_id, wording, form) values ($1, $2, $3, $4)', [id, question, 'x', JSON.stringify(form)])
    await expect(insert(openIds[1], { longest: 100 })).rejects.toThrow('changes nothing else')
    await expect(insert(openIds[1], { choices: [{ key: 'ny', label: 'Ny' }] })).rejects.toThrow('changes nothing else')
    await expect(insert(ids[1], {})).rejects.toThrow('changes nothing else')
    await insert(openIds[1], {})
    await expect(
      pool().query(
        `insert into participation_corrections (dialogue_id, version, reason, corrected_by, corrected_at) select '${dialogueId}', 2, 'x', corrected_by, now() from participation_corrections`,
      ),
    ).rejects.toThrow('only an opened dialogue')
    await expect(pool().query("update participation_questions set wording = 'x' where key = 'bor'")).rejects.toThrow('frozen')
  })
  test('its questions are neither added, changed, moved nor taken away', async () => {
    for (const path of ['fragor/ny', 'fragor/bor', 'fragor/bor/villkor', 'fragor/bor/ta-bort', 'andra', 'forhandsvisa'])
      expect((await site.get(`${room}/${path}`, { cookie })).status, path).toBe(404)
    for (const act of ['up', 'copy']) expect((await post(room, { act, key: 'bor' })).status).toBe(409)
    expect((await post(room, { act: 'background', background: 'age' })).status).toBe(409)
  })
  test('the last day is moved on with a reason, never back', async () => {
    const extend = (closesOn: string, reason = 'Fler ska hinna') => post(room, { act: 'extend', closesOn, closesTime: '24:00', reason })
    expect((await extend(day(5))).status).toBe(409)
    expect((await extend(day(-3))).status).toBe(409)
    expect((await extend(day(9), '')).status).toBe(422)
    expect((await extend(day(9))).status).toBe(302)
    const html = (await read('/delta/oppen')).replaceAll('<!-- -->', '')
    expect(html).toContain('Fler ska hinna')
    expect(html).toMatch(/skulle ha stängt [^,]+ klockan 24\.00, men är öppen längre/)
    await expect(
      pool().query(
        `insert into participation_extensions (dialogue_id, closes_on, reason, extended_by, extended_at) select dialogue_id, '${day(7)}', 'x', extended_by, now() from participation_extensions`,
      ),
    ).rejects.toThrow('never back')
  })
})
