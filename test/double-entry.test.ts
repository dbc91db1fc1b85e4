import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf, noonOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { receiptCode } from '../src/modules/participation/rules/receipt-code.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { asked, choices } from './asked.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const desks = '/arbete/dialoger/tva-ganger/inskrivning'
let stage: Stage
let [leader, analyst] = ['', '']
let id: Record<string, string> = {}

beforeAll(async () => {
  stage = await stageDialogue()
  ;[leader, analyst] = [await site.signIn('process-leader@example.se'), await site.signIn('analyst@example.se')]
  const texts = { slug: 'tva-ganger', title: 'Två gånger', information: 'Vad och varför', legalBasis: 'Allmänt intresse', promise: 'Svaren läses', contact: 'Växeln' }
  const questions = [
    asked('bor', 'one', { form: { choices: choices('Ja', 'Nej') } }),
    asked('tycker', 'lines'),
    asked('mer', 'text'),
    asked('betyg', 'matrix', { form: { choices: choices('Bra', 'Illa'), rows: choices('Skolan', 'Maten') } }),
    asked('nojd', 'scale'),
    asked('barn', 'number'),
  ]
  const place = {
    processId: stage.processId,
    stepId: stage.stepId,
    groupId: stage.residents,
    kind: 'survey' as const,
    opensOn: addDays(now.day, -2),
    closesOn: addDays(now.day, 5),
  }
  const made = await grantedBy(createDialogue(stage.leader, { ...place, ...texts, questions }, noonOf(addDays(now.day, -2))))
  await grantedBy(openDialogue(stage.leader, { dialogueId: made.id }, noonOf(addDays(now.day, -2))))
  id = Object.fromEntries(['bor', 'tycker', 'mer', 'betyg', 'nojd', 'barn'].map((key, index) => [key, made.questionIds[index] ?? '']))
})

type Sent = Record<string, string | string[]>
const send = (path: string, form: Sent, cookie = leader) => site.post(path, form, { cookie })
const page = async (path: string, cookie = leader) => (await (await site.get(path, { cookie })).text()).replaceAll('<!-- -->', '')
const rows = async (sql: string, ...values: unknown[]) => (await pool().query(sql, values)).rows
let made = 0
/** A batch entered by the leader, form by form. */
async function entered(forms: readonly Sent[]) {
  const received = await send(desks, { source: 'paper', origin: 'Biblioteket', forms: String(forms.length), receivedOn: addDays(now.day, -1) })
  const desk = received.headers.get('location') ?? ''
  for (const [at, form] of forms.entries())
    expect((await send(desk, { act: 'enter', number: String(at + 1), submissionKey: `key-of-a-first-entry-${made++}`, ...form })).status).toBe(302)
  return { desk, batch: desk.split('/').at(-1) ?? '', sample: `${desk}/stickprov` }
}
const nojd = (value: string): Sent => ({ [id.nojd ?? '']: value })
async function sampled(...forms: readonly Sent[]) {
  const batch = await entered(forms)
  expect((await send(batch.sample, { size: String(forms.length) })).status).toBe(302)
  return batch
}
const again = (sample: string, number: string, form: Sent, cookie = analyst) => send(`${sample}/skriv-in`, { act: 'second', number, ...form }, cookie)
const sheetOf = async (batch: string, number: string) => (await rows('select id, response_id from participation_sheets where batch_id = $1 and number = $2', batch, number))[0]
const answerOf = async (batch: string, number: string) =>
  (await rows('select r.* from participation_responses r join participation_sheets s on s.response_id = r.id where s.batch_id = $1 and s.number = $2', batch, number))[0]
const kept = async () => (await rows('select count(second)::int n from participation_comparisons'))[0]?.n

describe('a sample is drawn', () => {
  test('by the leader, once, of a batch that is all entered, and anybody can draw it again', async () => {
    const { sample, batch } = await entered(Array.from({ length: 6 }, () => nojd('3')))
    expect((await send(sample, { size: '2' }, analyst)).status).toBe(403)
    expect((await send(sample, { size: '2' })).status).toBe(302)
    const [drawn] = await rows('select seed, size, drawn_by from participation_samples where batch_id = $1', batch)
    expect(drawn).toMatchObject({ size: 2, drawn_by: stage.leader.person })
    const hash = (number: string) => createHash('sha256').update(`${drawn.seed} ${number}`).digest('hex')
    const expected = ['1', '2', '3', '4', '5', '6'].sort((a, b) => (hash(a) < hash(b) ? -1 : 1)).slice(0, 2)
    const shown = await page(sample)
    expect(expected.every((number) => shown.includes(`<th scope="row">${number}</th>`))).toBe(true)
    expect(shown).toContain(drawn.seed)
    expect((await send(sample, { size: '2' })).status).toBe(409)
    const other = ['1', '2', '3', '4', '5', '6'].find((number) => !expected.includes(number)) ?? ''
    expect((await again(sample, other, nojd('3'))).status).toBe(409)
  })
  test('not before that, nor of more than there are, nor by a number that is none', async () => {
    const received = await send(desks, { source: 'paper', origin: 'Torget', forms: '2', receivedOn: addDays(now.day, -1) })
    const desk = received.headers.get('location') ?? ''
    await send(desk, { act: 'enter', number: '1', submissionKey: `key-of-a-first-entry-${made++}`, ...nojd('3') })
    const early = await send(`${desk}/stickprov`, { size: '1' })
    expect([early.status, (await early.text()).includes('Alla blanketter i bunten måste vara inskrivna')]).toEqual([409, true])
    await send(desk, { act: 'aside', number: '2', reason: 'Blöt' })
    for (const [size, status] of [
      ['2', 409],
      ['0', 422],
      ['-1', 422],
      ['1,5', 422],
      ['många', 422],
      ['', 422],
    ] as const)
      expect((await send(`${desk}/stickprov`, { size })).status, size).toBe(status)
    expect(await rows('select 1 from participation_samples where batch_id = $1', desk.split('/').at(-1))).toEqual([])
  })
})

describe('a form is entered a second time', () => {
  test('by somebody else, who doesn’t see the first; it is no answer, and what is alike is not kept', async () => {
    const { sample, batch } = await sampled({ [id.mer ?? '']: 'Mer  om\tsaken.', [id.tycker ?? '']: ['Fler bussar', 'En brygga'], ...nojd('4') })
    expect((await again(sample, '1', nojd('4'), leader)).status).toBe(409)
    const desk = await page(`${sample}/skriv-in`, analyst)
    expect([desk.includes('value="1"'), desk.includes('Mer  om'), desk.includes('Fler bussar')]).toEqual([true, false, false])
    const [before] = await rows('select (select count(*) from participation_responses)::int r, (select count(*) from participation_statements)::int s')
    const same = await again(sample, '01', { [id.mer ?? '']: ' Mer om saken. ', [id.tycker ?? '']: ['Fler   bussar', '', 'En brygga'], ...nojd('4') })
    expect([same.status, same.headers.get('location')]).toEqual([302, `${sample}/skriv-in?klar`])
    expect((await rows('select (select count(*) from participation_responses)::int r, (select count(*) from participation_statements)::int s'))[0]).toEqual(before)
    const compared = await rows(
      'select c.differs, c.second from participation_comparisons c join participation_second_entries e on e.id = c.second_entry_id join participation_sheets s on s.id = e.sheet_id where s.batch_id = $1',
      batch,
    )
    expect(compared).toHaveLength(6)
    expect(compared.every(({ differs, second }) => !differs && second === null)).toBe(true)
    expect(await page(sample)).toContain('1 av 1 är inskrivna två gånger. 0 skilde sig')
    const twice = await again(sample, '1', nojd('2'))
    expect([twice.status, (await twice.text()).includes('redan inskriven en andra gång')]).toEqual([409, true])
  })
  test('what can’t be read is refused with what was written, and nothing is stored', async () => {
    const { sample } = await sampled({ [id.barn ?? '']: '2' })
    const [before] = await rows('select count(*)::int n from participation_second_entries')
    const wrong = await again(sample, '1', { [id.barn ?? '']: 'två', [id.mer ?? '']: 'Något mer' })
    const told = await wrong.text()
    expect([wrong.status, told.includes('value="två"'), told.includes('Något mer')]).toEqual([422, true, true])
    expect((await again(sample, '1', {})).status).toBe(422)
    expect((await again(sample, '9', nojd('3'))).status).toBe(409)
    expect((await again(sample, '1', { ...nojd('3'), 'en-annan': 'x' })).status).toBe(404)
    expect((await rows('select count(*)::int n from participation_second_entries'))[0]).toEqual(before)
  })
  test('twice at once is once', async () => {
    const { sample, batch } = await sampled(nojd('3'))
    const answers = await Promise.all([again(sample, '1', nojd('2')), again(sample, '1', nojd('2'))])
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 409])
    expect(await rows('select 1 from participation_second_entries e join participation_sheets s on s.id = e.sheet_id where s.batch_id = $1', batch)).toHaveLength(1)
  })
})

describe('the differences are settled by a person', () => {
  test('question by question: the first, the second, or what the paper says; who and when is kept, and the second entry is gone', async () => {
    const code = receiptCode(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
    const { sample, batch } = await sampled({ code, [id.bor ?? '']: 'ja', [id.tycker ?? '']: ['Fler bussar'], [id.mer ?? '']: 'Första orden', ...nojd('4') }, nojd('1'))
    await again(sample, '1', { [id.bor ?? '']: 'nej', [id.tycker ?? '']: ['Fler bussar', 'Ett bad'], [id.mer ?? '']: 'Andra orden', ...nojd('4') })
    await again(sample, '2', nojd('1'))
    const sheet = await sheetOf(batch, '1')
    const settle = `${sample}/${sheet.id}`
    expect(await page(sample)).toContain('2 av 2 är inskrivna två gånger. 1 skilde sig, 1 är kvar att avgöra.')
    const shown = await page(settle)
    for (const words of ['Första inskrivningen: Ja', 'Andra inskrivningen: Nej', '”Fler bussar”, ”Ett bad”', '”Första orden”', '”Andra orden”']) expect(shown).toContain(words)
    expect(shown).not.toContain('Fråga om nojd')
    expect(await rows("select statements from participation_readings where page = 'paper'")).toEqual([{ statements: 3 }])
    const galler = { [`galler-${id.bor}`]: 'first', [`galler-${id.tycker}`]: 'second' }
    const half = await send(settle, { act: 'settle', ...galler })
    expect([half.status, (await half.text()).includes('Välj vad som gäller')]).toEqual([422, true])
    const unread = await send(settle, { act: 'settle', ...galler, [`galler-${id.mer}`]: 'other', [id.mer ?? '']: 'x'.repeat(5001) })
    expect(unread.status).toBe(422)
    expect(await kept()).toBeGreaterThanOrEqual(3)
    const settled = await send(settle, { act: 'settle', ...galler, [`galler-${id.mer}`]: 'other', [id.mer ?? '']: 'Det som står' }, analyst)
    expect([settled.status, settled.headers.get('location')]).toEqual([302, `${sample}?avgjord`])
    const answer = await answerOf(batch, '1')
    expect(answer).toMatchObject({ source: 'paper', answers: { bor: 'ja', nojd: 4 }, entered_by: stage.leader.person })
    const said = await rows('select text from participation_statements where response_id = $1 order by text', answer.id)
    expect(said.map(({ text }) => text)).toEqual(['Det som står', 'Ett bad', 'Fler bussar'])
    expect(await (await site.post('/folj', { code })).text()).toContain('Det som står')
    const compared = await rows(
      'select c.question_id, c.second, c.settled, c.settled_by, c.settled_at from participation_comparisons c join participation_second_entries e on e.id = c.second_entry_id where e.sheet_id = $1 and c.differs',
      sheet.id,
    )
    expect(compared.map(({ settled: as }) => as).sort()).toEqual(['first', 'other', 'second'])
    expect(compared.every(({ second, settled_by, settled_at }) => second === null && settled_by === stage.analyst.person && settled_at !== null)).toBe(true)
    const counts = await page(sample)
    expect(counts).toContain('1 skilde sig, 0 är kvar att avgöra.')
    expect(counts).toMatch(/Fråga om bor<\/th><td[^>]*>(?:<span[^>]*>[^<]*<\/span>)?2<\/td><td[^>]*>(?:<span[^>]*>[^<]*<\/span>)?1<\/td><td[^>]*>(?:<span[^>]*>[^<]*<\/span>)?50/)
    expect(counts).toMatch(/Fråga om nojd<\/th><td[^>]*>(?:<span[^>]*>[^<]*<\/span>)?2<\/td><td[^>]*>(?:<span[^>]*>[^<]*<\/span>)?0<\/td>/)
    expect(await page(settle)).toContain('Något annat stod på papperet')
    expect((await send(settle, { act: 'settle', ...galler })).status).toBe(409)
    for (const table of ['participation_comparisons', 'participation_statements']) expect(await rows(`select 1 from ${table} t where t::text like '%Andra orden%'`)).toEqual([])
  })
  test('what was masked in the first is shown in neither, and is masked when the rest is settled', async () => {
    const { sample, batch } = await sampled({ [id.mer ?? '']: 'Grannen Brännlöv gnäller', [id.tycker ?? '']: 'Bättre väg', ...nojd('4') })
    const statement = async () => (await rows("select id from participation_statements where text like '%Brännlöv gn%'"))[0]?.id
    const masked = await statement()
    const shown = { statementIds: masked, decide: 'marked may-be-shown', [`shown-${masked}`]: 'Grannen [namn] gnäller', cause: 'personal-data' }
    expect((await send('/arbete/granska', shown)).status).toBe(302)
    await again(sample, '1', { [id.mer ?? '']: 'Grannen Brännlöv skäller', [id.tycker ?? '']: 'Bättre väg', ...nojd('2') })
    const settle = `${sample}/${(await sheetOf(batch, '1')).id}`
    const html = await page(settle)
    expect([html.includes('”Grannen [namn] gnäller”'), html.includes('skäller'), html.includes('Brännlöv')]).toEqual([true, true, false])
    expect((await send(settle, { act: 'settle', [`galler-${id.mer}`]: 'first', [`galler-${id.nojd}`]: 'second' })).status).toBe(302)
    expect(await answerOf(batch, '1')).toMatchObject({ answers: { nojd: 2 } })
    const settled = await statement()
    expect(settled).not.toBe(masked)
    expect(await rows('select verdict, masked_text, cause, reviewed_by from participation_reviews where statement_id = $1', settled)).toEqual([
      { verdict: 'may-be-shown', masked_text: 'Grannen [namn] gnäller', cause: 'personal-data', reviewed_by: stage.leader.person },
    ])
  })
  test('where the first holds throughout, the answer isn’t touched', async () => {
    const { sample, batch } = await sampled({ [`${id.betyg}:skolan`]: 'bra' })
    await again(sample, '1', { [`${id.betyg}:skolan`]: 'illa' })
    const before = await answerOf(batch, '1')
    expect((await send(`${sample}/${(await sheetOf(batch, '1')).id}`, { act: 'settle', [`galler-${id.betyg}`]: 'first' })).status).toBe(302)
    expect(await answerOf(batch, '1')).toEqual(before)
  })
  test('an answer that is taken back takes its second entry along, and one that is gone isn’t entered again', async () => {
    const codes = [21, 22].map((first) => receiptCode(new Uint8Array([first, 2, 3, 4, 5, 6, 7, 8, 9, 10])))
    const { sample, batch } = await sampled({ code: codes[0] ?? '', [id.mer ?? '']: 'Mitt svar' }, { code: codes[1] ?? '', ...nojd('3') })
    await again(sample, '1', { [id.mer ?? '']: 'Mitt svaar' })
    const before = await kept()
    for (const code of codes) expect((await site.post('/folj', { code, act: 'withdraw' })).status).toBe(200)
    expect(await kept()).toBe(before - 1)
    expect(await rows("select 1 from participation_comparisons t where t::text like '%Mitt svaar%'")).toEqual([])
    const gone = await again(sample, '2', nojd('3'))
    expect([gone.status, (await gone.text()).includes('återtaget')]).toEqual([409, true])
    expect((await send(`${sample}/${(await sheetOf(batch, '1')).id}`, { act: 'settle', [`galler-${id.mer}`]: 'second' })).status).toBe(409)
    expect(await page(`${sample}/${(await sheetOf(batch, '1')).id}`)).toContain('Svaret togs tillbaka eller ändrades innan det var avgjort')
  })
  test('what stands in the database stands: no second verdict, no erased count, no text left behind', async () => {
    const [row] = await rows("select id from participation_comparisons where settled = 'first' limit 1")
    await expect(pool().query("update participation_comparisons set settled = 'second' where id = $1", [row.id])).rejects.toThrow('settled once')
    await expect(pool().query('delete from participation_comparisons where id = $1', [row.id])).rejects.toThrow('a comparison stands')
    await expect(pool().query('delete from participation_samples')).rejects.toThrow()
    await expect(pool().query('update participation_second_entries set entered_by = entered_by')).rejects.toThrow()
  })
})

describe('who may', () => {
  test('only those who enter paper, and only in the batch’s own dialogue', async () => {
    const { sample, batch } = await sampled(nojd('3'))
    await again(sample, '1', nojd('2'))
    const sheet = (await sheetOf(batch, '1')).id
    const auditor = await site.signIn('auditor@example.se')
    for (const path of [sample, `${sample}/skriv-in`, `${sample}/${sheet}`]) {
      expect((await site.get(path)).status, path).toBe(302)
      expect((await site.get(path, { cookie: auditor })).status, path).toBe(403)
      expect((await site.get(path.replace('tva-ganger', 'din-framtid'), { cookie: leader })).status, path).toBe(404)
    }
    const { sample: other } = await sampled(nojd('3'))
    expect((await site.get(`${other}/${sheet}`, { cookie: leader })).status).toBe(404)
    expect((await send(`${other}/${sheet}`, { act: 'settle', [`galler-${id.nojd}`]: 'second' })).status).toBe(404)
    expect((await site.get(`${sample}/hej`, { cookie: leader })).status).toBe(404)
  })
  test('where nobody else is there, the same person may, and it is said', async () => {
    const { sample } = await sampled(nojd('3'))
    await pool().query('update people_assignments set valid_to = $1 where person_id = $2 and valid_to is null', [addDays(now.day, -1), stage.analyst.person])
    expect((await again(sample, '1', nojd('3'), leader)).status).toBe(302)
    expect(await page(sample)).toContain('skrevs in båda gångerna av samma person')
  })
})
