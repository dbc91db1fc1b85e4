import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf, noonOf } from '#http/clock'
import { addDays, type Day } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { closeDialogue } from '../src/modules/participation/close-dialogue.ts'
import { reviewStatements } from '../src/modules/participation/review-statements.ts'
import { receiptCode } from '../src/modules/participation/rules/receipt-code.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { asked, choices } from './asked.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const day = (days: number): Day => addDays(now.day, days)
const desks = '/arbete/dialoger/pa-papper/inskrivning'
let stage: Stage
let leader = ''
let dialogueId = ''
let id: Record<string, string> = {}

async function askOnPaper(slug: string, opensOn: Day, closesOn: Day) {
  const texts = { slug, title: 'På papper', information: 'Vad och varför', legalBasis: 'Uppgift av allmänt intresse', promise: 'Svaren läses', contact: 'Växeln' }
  const questions = [
    asked('bor', 'one', { required: true, form: { choices: choices('Ja', 'Nej') } }),
    asked('tycker', 'lines'),
    asked('mer', 'text'),
    asked('saknar', 'several', { form: { choices: choices('Buss', 'Bad'), other: true, most: 2 } }),
    asked('betyg', 'matrix', { required: true, form: { choices: choices('Bra', 'Illa'), rows: choices('Skolan', 'Maten') } }),
    asked('viktigast', 'ranking', { form: { choices: choices('Natur', 'Jobb') } }),
    asked('nojd', 'scale'),
    asked('barn', 'number'),
    asked('flyttade', 'date'),
    asked('var', 'place', { form: { choices: choices('Alby', 'Matfors') } }),
  ]
  const place = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, kind: 'survey' as const, opensOn, closesOn, questions }
  const made = await grantedBy(createDialogue(stage.leader, { ...place, ...texts }, noonOf(opensOn)))
  await grantedBy(openDialogue(stage.leader, { dialogueId: made.id }, noonOf(opensOn)))
  return made
}

beforeAll(async () => {
  stage = await stageDialogue()
  const { rows } = await pool().query<{ email: string }>('select email from people_persons where id = $1', [stage.leader.person])
  leader = await site.signIn(rows[0]?.email ?? '')
  const made = await askOnPaper('pa-papper', day(-2), day(5))
  dialogueId = made.id
  const keys = ['bor', 'tycker', 'mer', 'saknar', 'betyg', 'viktigast', 'nojd', 'barn', 'flyttade', 'var']
  id = Object.fromEntries(keys.map((key, index) => [key, made.questionIds[index] ?? '']))
})

const send = (path: string, form: Record<string, string | string[]>) => site.post(path, form, { cookie: leader })
async function receive(forms: number, more: object = {}, at = desks) {
  const answer = await send(at, { source: 'paper', origin: 'Biblioteket', forms: String(forms), receivedOn: day(-1), ...more })
  return { answer, desk: answer.headers.get('location') ?? '' }
}
let made = 0
const enter = (desk: string, number: string, more: Record<string, string | string[]> = {}) =>
  send(desk, { act: 'enter', number, submissionKey: `key-of-a-form-on-paper-${made++}`, ...more })
const count = async () => (await pool().query('select (select count(*) from participation_responses)::int r, (select count(*) from participation_sheets)::int s')).rows[0]
const page = async (path: string) => (await (await site.get(path, { cookie: leader })).text()).replaceAll('<!-- -->', '')

describe('a form on paper is entered as it stands', () => {
  test('every kind of question, and it is the answer of one person with who entered it', async () => {
    const { desk } = await receive(3)
    const saved = await enter(desk, '1', {
      [id.bor ?? '']: 'ja',
      [id.tycker ?? '']: ['Fler bussar', 'En brygga'],
      [id.mer ?? '']: 'Mer om saken.',
      [id.saknar ?? '']: ['buss'],
      [`${id.saknar}:annat`]: 'Ett kafé',
      [`${id.betyg}:skolan`]: 'bra',
      [`${id.betyg}:maten`]: 'illa',
      [`${id.viktigast}:natur`]: '2',
      [`${id.viktigast}:jobb`]: '1',
      [id.nojd ?? '']: '4',
      [id.barn ?? '']: '2',
      [id.flyttade ?? '']: '2001-05-17',
      [id.var ?? '']: 'alby',
    })
    expect([saved.status, saved.headers.get('location')]).toEqual([302, `${desk}?klar=enter`])
    const { rows } = await pool().query("select id, source, persons, label, entered_by, answers from participation_responses where source = 'paper'")
    expect(rows).toMatchObject([{ source: 'paper', persons: 1, label: null, entered_by: stage.leader.person }])
    expect(rows[0].answers).toEqual({
      bor: 'ja',
      saknar: ['buss', 'annat'],
      betyg: { skolan: 'bra', maten: 'illa' },
      viktigast: ['jobb', 'natur'],
      nojd: 4,
      barn: 2,
      flyttade: '2001-05-17',
      var: 'alby',
    })
    const said = await pool().query('select text from participation_statements where response_id = $1 order by text', [rows[0].id])
    expect(said.rows.map(({ text }) => text)).toEqual(['En brygga', 'Ett kafé', 'Fler bussar', 'Mer om saken.'])
    const next = await page(`${desk}?klar=enter`)
    expect(next).toContain('3 mottagna, 1 inskrivna.')
    expect(next).toMatch(/<input[^>]*name="number"[^>]*autofocus[^>]*value="2"|<input[^>]*autofocus[^>]*name="number"[^>]*value="2"|name="number"[^>]*value="2"[^>]*autofocus/i)
  })
  test('what must be answered on the web may be empty on paper, and half a grid is half a grid', async () => {
    const { desk } = await receive(2)
    expect((await enter(desk, '1', { [`${id.betyg}:skolan`]: 'bra' })).status).toBe(302)
    const { rows } = await pool().query('select answers from participation_responses where answers = \'{"betyg": {"skolan": "bra"}}\'')
    expect(rows).toHaveLength(1)
    const before = await count()
    const empty = await enter(desk, '2', {})
    expect([empty.status, (await empty.text()).includes('Är blanketten tom lägger du den åt sidan')]).toEqual([422, true])
    expect(await count()).toEqual(before)
  })
  test('an interview is entered at the same desk, as an interview', async () => {
    const { desk } = await receive(1, { source: 'interview', origin: 'Torget' })
    await enter(desk, 'a 1', { [id.nojd ?? '']: '3' })
    expect((await pool().query("select count(*)::int n from participation_responses where source = 'interview'")).rows[0].n).toBe(1)
  })
  test('the code that was printed on it finds the answer, and is stored as a hash only', async () => {
    const { desk } = await receive(2)
    const code = receiptCode(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
    await enter(desk, '1', { code: code.toLowerCase().replaceAll('-', ' '), [id.tycker ?? '']: 'Med kod' })
    expect(await (await site.post('/folj', { code })).text()).toContain('Med kod')
    expect((await pool().query('select count(*)::int n from participation_responses r where r::text like $1', [`%${code}%`])).rows[0].n).toBe(0)
    const before = await count()
    const twice = await enter(desk, '2', { code, [id.tycker ?? '']: 'Med samma kod' })
    expect([twice.status, (await twice.text()).includes('Ett svar med den kvittokoden finns redan')]).toEqual([409, true])
    const mistyped = await enter(desk, '2', { code: `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`, [id.tycker ?? '']: 'Felskriven' })
    const told = await mistyped.text()
    expect([mistyped.status, told.includes('Kvittokoden är felskriven'), told.includes('Felskriven')]).toEqual([409, true, true])
    expect(await count()).toEqual(before)
  })
})

describe('a batch adds up', () => {
  test('the same number twice is refused, whatever its zeros, and what was written is kept', async () => {
    const { desk } = await receive(3)
    await enter(desk, '7', { [id.nojd ?? '']: '3' })
    const before = await count()
    const again = await enter(desk, '007', { [id.mer ?? '']: 'Samma nummer' })
    const told = await again.text()
    expect([again.status, told.includes('redan inskriven i bunten'), told.includes('Samma nummer')]).toEqual([409, true, true])
    expect(await count()).toEqual(before)
  })
  test('the same send twice is one form', async () => {
    const { desk } = await receive(3)
    const before = await count()
    const form = { act: 'enter', number: '1', submissionKey: 'key-of-a-form-sent-twice', [id.nojd ?? '']: '3' }
    expect((await Promise.all([send(desk, form), send(desk, form)])).map(({ status }) => status)).toEqual([302, 302])
    expect(await count()).toEqual({ r: before.r + 1, s: before.s + 1 })
  })
  test('a form that can’t be read is set aside with its reason, and counted; no more than came', async () => {
    const { desk } = await receive(2)
    expect((await send(desk, { act: 'aside', number: '1', reason: '' })).status).toBe(422)
    await send(desk, { act: 'aside', number: '1', reason: 'Blöt, går inte att läsa' })
    await enter(desk, '2', { [id.nojd ?? '']: '3' })
    const shown = await page(desk)
    expect(shown).toContain('2 mottagna, 1 inskrivna, 1 lagda åt sidan.')
    expect(shown).toContain('Blöt, går inte att läsa')
    const before = await count()
    expect((await enter(desk, '3', { [id.nojd ?? '']: '3' })).status).toBe(409)
    expect(await count()).toEqual(before)
    const batch = desk.split('/').at(-1)
    await expect(
      pool().query('insert into participation_sheets (batch_id, number, entered_by, entered_at) values ($1, $2, $3, now())', [batch, '9', stage.leader.person]),
    ).rejects.toThrow('more sheets than the batch has forms')
    await expect(pool().query('delete from participation_sheets where batch_id = $1', [batch])).rejects.toThrow('a sheet stays as it was counted')
  })
  test('the last one is laid out and corrected, keeps its code, and leaves a row that says so', async () => {
    const { desk } = await receive(2)
    const code = receiptCode(new Uint8Array([9, 9, 9, 4, 5, 6, 7, 8, 9, 10]))
    await enter(desk, '1', { code, [id.tycker ?? '']: 'Felstavvat', [id.nojd ?? '']: '2' })
    const form = await page(`${desk}?ratta`)
    expect(form).toContain('value="Felstavvat"')
    const before = await count()
    expect((await send(desk, { act: 'correct', [id.tycker ?? '']: 'Rättstavat', [id.nojd ?? '']: '3' })).status).toBe(302)
    expect(await count()).toEqual(before)
    expect((await pool().query("select count(*)::int n from participation_statements where text = 'Felstavvat'")).rows[0].n).toBe(0)
    expect(await (await site.post('/folj', { code })).text()).toContain('Rättstavat')
    const { rows } = await pool().query("select erased_by from participation_erasures where why = 'changed' order by erased_on desc")
    expect(rows).toContainEqual({ erased_by: stage.leader.person })
  })
  test('what somebody has masked since is no longer there to be corrected', async () => {
    const { desk } = await receive(1)
    await enter(desk, '1', { [id.tycker ?? '']: 'Det är Skräddarhult', [id.bor ?? '']: 'ja' })
    expect(await page(`${desk}?ratta`)).toContain('Det är Skräddarhult')
    const { rows } = await pool().query("select id from participation_statements where text = 'Det är Skräddarhult'")
    const masked = { statementIds: [rows[0]?.id ?? ''], verdict: 'may-be-shown' as const, maskedText: 'Det är [namn]', cause: 'personal-data' as const }
    await grantedBy(reviewStatements(stage.leader, masked, now))
    expect(await page(`${desk}?ratta`)).not.toContain('Skräddarhult')
  })
  test('an answer that is taken back by the one who gave it is still counted as a form', async () => {
    const { desk } = await receive(1)
    const code = receiptCode(new Uint8Array([7, 7, 9, 4, 5, 6, 7, 8, 9, 10]))
    await enter(desk, '1', { code, [id.tycker ?? '']: 'Tas tillbaka' })
    expect((await site.post('/folj', { code, act: 'withdraw' })).status).toBe(200)
    expect(await page(desk)).toContain('1 mottagna, 1 inskrivna.')
    expect((await pool().query("select count(*)::int n from participation_statements where text = 'Tas tillbaka'")).rows[0].n).toBe(0)
  })
})

describe('when, and by whom', () => {
  test('forms that came in time may be entered after the last day; one that came later is not taken in', async () => {
    const late = await askOnPaper('sent-papper', day(-9), day(-3))
    const at = '/arbete/dialoger/sent-papper/inskrivning'
    const { desk } = await receive(1, { receivedOn: day(-3) }, at)
    expect((await enter(desk, '1', { [late.questionIds[6] ?? '']: '3' })).status).toBe(302)
    for (const wrong of [day(-2), day(-10), day(1)]) expect((await receive(1, { receivedOn: wrong }, at)).answer.status, wrong).toBe(409)
  })
  test('nothing of a number, an origin or a day that makes no sense is stored', async () => {
    const before = (await pool().query('select count(*)::int n from participation_batches')).rows[0].n
    for (const wrong of [{ forms: '0' }, { forms: 'många' }, { origin: ' ' }, { origin: '\u0000' }, { receivedOn: '2026-02-30' }, { source: 'web' }])
      expect((await receive(1, wrong)).answer.status, JSON.stringify(wrong)).toBe(422)
    expect((await pool().query('select count(*)::int n from participation_batches')).rows[0].n).toBe(before)
  })
  test('nobody else comes in: a stranger is asked to sign in, and a batch is found in its own dialogue only', async () => {
    const { desk } = await receive(1)
    expect((await site.get(desk)).status).toBe(302)
    expect((await site.get(desk.replace('pa-papper', 'sent-papper'), { cookie: leader })).status).toBe(404)
    expect((await site.get(`${desks}/hej`, { cookie: leader })).status).toBe(404)
  })
  test('after the dialogue was closed by hand nothing more is entered', async () => {
    const { desk } = await receive(1)
    await grantedBy(closeDialogue(stage.leader, { dialogueId, reason: 'Det blev fel' }, now))
    const before = await count()
    const closed = await enter(desk, '1', { [id.nojd ?? '']: '3' })
    expect([closed.status, (await closed.text()).includes('stängdes i förtid')]).toEqual([409, true])
    expect((await receive(1)).answer.status).toBe(409)
    expect(await count()).toEqual(before)
  })
})
