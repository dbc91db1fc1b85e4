import { getTableColumns } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { storedOfAnswer } from '../src/modules/participation/rules/stored-of-answer.ts'
import { grantedBy, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { storedWords } from '../src/modules/participation/stored-words.ts'
import { responses, statements } from '../src/modules/participation/tables.ts'
import { keyIn, receiptIn } from './receipt.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
let question = ''

beforeAll(async () => {
  const stage = await stageDialogue()
  const about = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, information: 'x', legalBasis: 'x', promise: 'x', contact: 'x' }
  const questions = [{ key: 'tycker', kind: 'lines', wording: 'Vad tycker du?' }] as never[]
  const dialogue = await grantedBy(
    createDialogue(stage.leader, { ...about, slug: 'orten', title: 'Orten', kind: 'survey', opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1), questions }, now),
  )
  await grantedBy(openDialogue(stage.leader, { dialogueId: dialogue.id }, now))
  question = (await pool().query('select id from participation_questions where dialogue_id = $1', [dialogue.id])).rows[0].id
})
const stored = async (text: string) =>
  (await pool().query('select source from participation_responses r join participation_statements s on s.response_id = r.id where s.text = $1', [text])).rows.map(
    ({ source }) => source,
  )

describe.each([
  ['klass', 'class'],
  ['kiosk', 'kiosk'],
])('%s: one device, one person after the other', (way, source) => {
  const at = `/delta/orten/${way}`
  test('each answers, sees their receipt and nothing else of it, and leaves no trace for the next (24)', async () => {
    const texts = ['Den förstas ord', 'Den andras ord'].map((text) => `${text} ${way}`)
    const keys = new Set<string>()
    for (const text of texts) {
      const start = await site.get(at)
      expect([start.status, start.headers.get('cache-control'), start.headers.get('set-cookie')]).toEqual([200, 'no-store', null])
      const form = await site.get(`${at}?svara`)
      const html = await form.text()
      expect([form.headers.get('cache-control'), form.headers.get('set-cookie'), html.includes('ords ')]).toEqual(['no-store', null, false])
      expect(html).not.toContain('http-equiv="refresh"')
      keys.add(keyIn(html))
      const thanks = await site.post(`${at}?svara`, { submissionKey: keyIn(html), [question]: text })
      expect([thanks.status, thanks.headers.get('cache-control'), thanks.headers.get('set-cookie')]).toEqual([200, 'no-store', null])
      const said = await thanks.text()
      expect(receiptIn(said)).toMatch(/^[0-9A-Z-]{21}$/)
      expect(said).not.toContain(text)
      expect(said).toContain('Nästa person')
      expect(await stored(text)).toEqual([source])
    }
    expect(keys.size).toBe(2)
  })
  test('14: a double click is one answer', async () => {
    const submissionKey = keyIn(await (await site.get(`${at}?svara`)).text())
    const answers = await Promise.all([1, 2].map(() => site.post(`${at}?svara`, { submissionKey, [question]: `Två klick ${way}` })))
    expect(new Set((await Promise.all(answers.map((answer) => answer.text()))).map(receiptIn)).size).toBe(1)
    expect(await stored(`Två klick ${way}`)).toEqual([source])
  })
  test('17: without a key, or a blank one, nothing is stored, and what was written is there to send again', async () => {
    for (const submissionKey of ['', ' ', 'kort']) {
      const refused = await site.post(`${at}?svara`, { submissionKey, [question]: `Nyckellös ${way}` })
      const html = await refused.text()
      expect([refused.status, html.includes(`Nyckellös ${way}`), keyIn(html).length]).toEqual([422, true, 24])
    }
    expect(await stored(`Nyckellös ${way}`)).toEqual([])
  })
  test('an empty form is refused', async () => {
    expect((await site.post(`${at}?svara`, { submissionKey: 'a-key-for-an-empty-form-00', [question]: '' })).status).toBe(422)
  })
})

test('a kiosk goes back to the start after a minute, and somebody who is still reading can stop it', async () => {
  const submissionKey = keyIn(await (await site.get('/delta/orten/kiosk?svara')).text())
  const thanks = await (await site.post('/delta/orten/kiosk?svara', { submissionKey, [question]: 'Läser länge' })).text()
  expect(thanks).toMatch(/<meta http-equiv="refresh" content="60;url=\/delta\/orten\/kiosk"/i)
  const stayed = await (await site.post('/delta/orten/kiosk', { submissionKey, act: 'stay' })).text()
  expect([stayed.includes('http-equiv="refresh"'), receiptIn(stayed)]).toEqual([false, receiptIn(thanks)])
  expect(await stored('Läser länge')).toEqual(['kiosk'])
  const klass = await (await site.post('/delta/orten/klass?svara', { submissionKey: 'a-key-of-somebody-in-a-class', [question]: 'I klassen' })).text()
  expect(klass).not.toContain('http-equiv')
})

describe('the page on what is stored', () => {
  const columns = Object.entries({ responses, statements }).flatMap(([table, of]) => Object.keys(getTableColumns(of)).map((column) => `${table}.${column}`))
  test('names every column that an answer has, and none besides', () => {
    expect([...storedOfAnswer.own, ...storedOfAnswer.staffs].sort()).toEqual(columns.sort())
  })
  test.each(['sv', 'en'] as const)('says them in %s', async (language) => {
    const html = await (await site.get('/delta/orten/sparas', { cookie: `sprak=${language}`, 'accept-language': language })).text()
    const say = storedWords(language).columns
    for (const column of [...storedOfAnswer.own, ...storedOfAnswer.staffs]) expect(html).toContain(say(column))
  })
  test('and what it says that staff alone give is empty in every other answer', async () => {
    const { rows } = await pool().query("select label, import_id, entered_by, received_on::text as day from participation_responses where source in ('class', 'kiosk')")
    expect(rows.length).toBeGreaterThan(3)
    for (const row of rows) expect(row).toEqual({ label: null, import_id: null, entered_by: null, day: now.day })
  })
})
