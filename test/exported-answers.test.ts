import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { setAsideStatement } from '#analysis'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { releaseStep } from '#process'
import { closeDialogue } from '../src/modules/participation/close-dialogue.ts'
import { reviewStatements } from '../src/modules/participation/review-statements.ts'
import { readDelimited } from '../src/modules/participation/rules/delimited-text.ts'
import { readSafeCell } from '../src/modules/participation/rules/safe-cell.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { choices } from './asked.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
let stage: Stage
let cookie = ''
let dialogueId = ''
const questions = [
  { key: 'bor', kind: 'one', wording: '=Bor du här?', form: { choices: choices('Ja', 'Nej'), other: true } },
  { key: 'gillar', kind: 'several', wording: 'Vad gillar du?', form: { choices: choices('Skog', 'Berg') } },
  { key: 'betyg', kind: 'matrix', wording: 'Betyg', form: { choices: choices('Bra', 'Illa'), rows: choices('Skolan', 'Maten') } },
  { key: 'viktigast', kind: 'ranking', wording: 'Viktigast', form: { choices: choices('Natur', 'Jobb') } },
  { key: 'nojd', kind: 'scale', wording: 'Hur nöjd är du?' },
  { key: 'ar', kind: 'number', wording: 'Hur många år?', form: { whole: false } },
  { key: 'tycker', kind: 'lines', wording: 'Vad tycker du?' },
] as never[]
const dangerous = '=SUM(A1:A9);"klicka"'

const send = async (answers: object) => {
  const answer = await site.request('/api/v1/dialogues/orten/answers', {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: '127.0.0.1' },
    body: JSON.stringify({ answers }),
  })
  expect(answer.status).toBe(201)
}
const count = async (table: string) => Number((await pool().query(`select count(*) from ${table}`)).rows[0].count)
const fetchFiles = async (form: Record<string, string>, path = '/arbete/dialoger/orten/utlamning/fil') => {
  const answer = await site.post(path, form, { cookie })
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const unzipped = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return { answer, files: Object.fromEntries(Object.entries(unzipped).map(([name, bytes]) => [name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)])) }
}
const sheetOf = (text = '') => {
  const [heading, ...rows] = readDelimited(text.replace('\ufeff', ''))
  return rows.map(({ cells }) => Object.fromEntries(heading?.cells.map((name, index) => [name, cells[index]]) ?? []))
}

beforeAll(async () => {
  stage = await stageDialogue()
  cookie = await site.signIn('process-leader@example.se')
  const about = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, information: 'x', legalBasis: 'x', promise: 'x', contact: 'x' }
  const own = { slug: 'orten', title: 'Orten', kind: 'survey' as const, opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1), retention: 'when-compiled' as const }
  dialogueId = (await grantedBy(createDialogue(stage.leader, { ...about, ...own, questions }, now))).id
  await grantedBy(openDialogue(stage.leader, { dialogueId }, now))
  await send({ bor: 'ja', gillar: ['skog'], betyg: { skolan: 'bra', maten: 'vet-ej' }, viktigast: ['jobb', 'natur'], nojd: 4, ar: 2.5, tycker: [dangerous, 'Ring 070-123 45 67'] })
  for (let more = 0; more < 6; more++) await send({ bor: 'nej', ar: -more, tycker: [`Tanke ${more}`] })
  const { rows } = await pool().query('select id, text from participation_statements')
  const idOf = (text: string) => rows.find((row) => row.text === text)?.id ?? ''
  await grantedBy(reviewStatements(stage.leader, { statementIds: [idOf(dangerous)], verdict: 'may-be-shown' }, now))
  await grantedBy(
    reviewStatements(stage.leader, { statementIds: [idOf('Ring 070-123 45 67')], verdict: 'may-be-shown', maskedText: 'Ring [maskerat]', reason: 'telefonnummer' }, now),
  )
  await grantedBy(reviewStatements(stage.leader, { statementIds: [idOf('Tanke 0')], verdict: 'withheld', reason: 'pekar ut någon' }, now))
})

describe('a file of answers', () => {
  test('for machines has a column for each key, one for each choice, row and rank, and nothing of who or when', async () => {
    const { answer, files } = await fetchFiles({ format: 'machine', texts: 'shown' })
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="orten-svar-${now.day}.zip"`)
    expect(files['orten-svar.csv']?.split('\r\n')[0]).toBe(
      '_grupp,_version,bor,bor__annat-text,gillar__skog,gillar__berg,betyg__skolan,betyg__maten,viktigast__natur,viktigast__jobb,nojd,ar,tycker',
    )
    const rows = sheetOf(files['orten-svar.csv'])
    expect(rows).toHaveLength(7)
    expect(rows.find(({ nojd }) => nojd === '4')).toEqual({
      ...{ _grupp: 'invanare', _version: '1', bor: 'ja', 'bor__annat-text': '', gillar__skog: '1', gillar__berg: '0', betyg__skolan: 'bra', betyg__maten: 'vet-ej' },
      ...{ viktigast__natur: '2', viktigast__jobb: '1', nojd: '4', ar: '2.5', tycker: `'${dangerous}\nRing [maskerat]` },
    })
    const { rows: stored } = await pool().query('select id, receipt_hash, submission_hash, seal_salt from participation_responses')
    for (const secret of stored.flatMap((row) => Object.values(row) as string[])) expect(Object.values(files).join()).not.toContain(secret)
    expect(Object.values(files).join()).not.toContain(now.day)
    expect(Object.values(files).join()).not.toContain('070')
  })
  test('for people has semicolons, decimal commas, a byte order mark, words, and no formula', async () => {
    const { files } = await fetchFiles({ format: 'people', texts: 'shown' })
    const text = files['orten-svar.csv'] ?? ''
    expect(text.startsWith("\ufeffGrupp;Formulärets version;'=Bor du här?;")).toBe(true)
    const row = sheetOf(text).find((each) => each['Hur nöjd är du?'] === '4')
    expect(row).toMatchObject({ Grupp: 'Invånare', "'=Bor du här?": 'Ja', 'Vad gillar du? – Skog': 'ja', 'Betyg – Maten': 'Vet ej', 'Hur många år?': '2,5' })
    expect(readSafeCell(row?.['Vad tycker du?'] ?? '')).toBe(`${dangerous}\nRing [maskerat]`)
    for (const name of Object.keys(files)) for (const { cells } of readDelimited(files[name] ?? '')) for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+@]/)
    expect(sheetOf(files['orten-kodbok.csv'])).toContainEqual(expect.objectContaining({ Vad: 'Fråga', Fråga: 'bor', 'Antal som svarat': '7' }))
  })
  test('as a workbook holds the same cells, and as JSON the words of each version', async () => {
    const { files } = await fetchFiles({ format: 'xlsx', texts: 'shown' })
    expect(files['xl/workbook.xml']).toContain('<sheet name="Svar" sheetId="1"')
    expect(files['xl/worksheets/sheet1.xml']?.match(/<row /g)).toHaveLength(8)
    expect(files['xl/worksheets/sheet1.xml']).toMatch(/<c r="L\d"><v>2.5<\/v><\/c><c r="M\d" t="inlineStr"><is><t xml:space="preserve">'=SUM\(A1:A9\);&quot;/)
    expect(files['xl/worksheets/sheet1.xml']).not.toContain('<f>')
    const { files: json } = await fetchFiles({ format: 'json', texts: 'shown' })
    const said = JSON.parse(json['orten-svar.json'] ?? '') as { answers: { texts: { tycker: object[] } }[]; codebook: { key: string; words: object[] }[] }
    expect(said.answers.flatMap(({ texts }) => texts.tycker)).toContainEqual({ hidden: 'withheld' })
    expect(said.codebook[0]).toMatchObject({ key: 'bor', answered: 7, words: [{ version: 1, wording: '=Bor du här?' }] })
  })
  test('lies in another order each time', async () => {
    const order = async () =>
      sheetOf((await fetchFiles({ format: 'machine', texts: 'shown' })).files['orten-svar.csv'])
        .map(({ ar }) => ar)
        .join()
    const orders = new Set(await Promise.all(Array.from({ length: 4 }, order)))
    expect(orders.size).toBeGreaterThan(1)
  })
  test('with texts as they were written needs a reason, and is written in both logs', async () => {
    const refused = await site.post('/arbete/dialoger/orten/utlamning/fil', { format: 'machine', texts: 'raw' }, { cookie })
    expect([refused.status, refused.headers.get('location')]).toEqual([302, '/arbete/dialoger/orten/utlamning?saknas=skal&format=machine'])
    expect(await (await site.get('/arbete/dialoger/orten/utlamning?saknas=skal', { cookie })).text()).toContain('Skriv varför du behöver texterna')
    expect((await pool().query("select * from participation_readings where page = 'export'")).rows).toHaveLength(0)
    const { files } = await fetchFiles({ format: 'machine', texts: 'raw', reason: 'Fördjupad kodning' })
    // What nobody has masked is as it was written; what somebody has masked is masked here too.
    expect(files['orten-svar.csv']).toContain('Tanke 0')
    expect(files['orten-svar.csv']).toContain('Ring [maskerat]')
    expect(Object.values(files).join()).not.toContain('070')
    expect((await pool().query("select purpose, statements from participation_readings where page = 'export'")).rows).toEqual([{ purpose: 'export', statements: 8 }])
    expect((await pool().query("select why from trail_events where act = 'answers-exported-raw'")).rows).toEqual([{ why: 'Fördjupad kodning' }])
  })
  test('is for those who may read answers', async () => {
    const secretary = { cookie: await site.signIn('secretary@example.se') }
    expect((await site.get('/arbete/dialoger/orten/utlamning', secretary)).status).toBe(403)
    expect((await site.post('/arbete/dialoger/orten/utlamning/fil', { format: 'machine' }, secretary)).status).toBe(403)
    expect((await site.post('/arbete/dialoger/finns-inte/utlamning/fil', { format: 'machine' }, { cookie })).status).toBe(404)
  })
})

describe('the questions', () => {
  test('are had as an XLSForm with its three sheets', async () => {
    const answer = await site.get('/arbete/dialoger/orten/xlsform', { cookie })
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="orten-xlsform.xlsx"'])
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const text = (name: string) => new TextDecoder().decode(files[name])
    for (const name of ['survey', 'choices', 'settings']) expect(text('xl/workbook.xml')).toContain(`<sheet name="${name}"`)
    expect(text('xl/worksheets/sheet1.xml')).toContain('select_multiple gillar')
    expect(await (await site.get('/arbete/dialoger/orten/utlamning', { cookie })).text()).toContain('Vad tycker du? – en tanke på varje rad')
  })
})

describe('a request for public documents', () => {
  test('gives the texts as they may be shown, what was masked, why and by whom, and how many are held back; and freezes the counts', async () => {
    const { files } = await fetchFiles({ decision: 'KS 2026/17', reason: 'Alla svar' }, '/arbete/dialoger/orten/begaran/fil')
    expect(sheetOf(files['orten-texter.csv']).map(({ Text }) => Text)).toEqual(expect.arrayContaining([`'${dangerous}`, 'Ring [maskerat]']))
    expect(sheetOf(files['orten-maskeringslogg.csv'])).toEqual([
      { Fråga: 'tycker', 'Texten som den lämnas ut': 'Ring [maskerat]', Skäl: 'telefonnummer', 'Maskerad av': 'process-leader', Dag: expect.any(String) },
    ])
    expect(sheetOf(files['orten-undanhallna.csv'])).toEqual([
      { Skäl: 'Ingen har granskat texten än', 'Antal texter': '5' },
      { Skäl: 'pekar ut någon', 'Antal texter': '1' },
    ])
    const html = await (await site.get('/arbete/dialoger/orten/begaran', { cookie })).text()
    const document = /\/handling\/[0-9a-f]{64}/.exec(html)?.[0] ?? ''
    const shown = await (await site.get(document, { cookie })).text()
    expect(shown).toContain('KS 2026/17')
    expect(shown).not.toContain('Tanke')
    expect((await site.get(document)).status).toBe(404)
  })
  test('without its number gives nothing and says so', async () => {
    const answer = await site.post('/arbete/dialoger/orten/begaran/fil', { decision: '', reason: 'Allt' }, { cookie })
    expect(answer.headers.get('location')).toBe('/arbete/dialoger/orten/begaran?decision=&reason=Allt&saknas=decision')
    expect(await count('participation_protocols')).toBe(1)
  })
})

describe('thinning', () => {
  const thin = (form: Record<string, string>) => site.post('/arbete/dialoger/orten/gallring', { act: 'thin', ...form }, { cookie })
  test('is refused before the answers are compiled, and says why', async () => {
    expect(await (await site.get('/arbete/dialoger/orten/gallring', { cookie })).text()).toContain('först när sammanställningen är publicerad')
    expect((await thin({ decision: 'KS 3', reason: 'Klart' })).status).toBe(409)
    expect(await count('participation_responses')).toBe(7)
  })
  test('takes what nothing rests on, keeps the rest and the published figures, and freezes a protocol', async () => {
    await grantedBy(closeDialogue(stage.leader, { dialogueId, reason: 'Klart' }, now))
    await release()
    await setAside('Tanke 1')
    const before = await (await site.get('/api/v1/dialogues/orten/figures')).json()
    const html = await (await site.get('/arbete/dialoger/orten/gallring', { cookie })).text()
    expect(html.replaceAll(/<[^>]*>/g, ' ')).toMatch(/Svar att gallra\s+6\s+Svar som står kvar\s+1/)
    expect((await thin({ decision: '', reason: 'Klart' })).status).toBe(422)
    expect((await thin({ decision: 'KS 3', reason: 'Sammanställt' })).status).toBe(302)
    expect([await count('participation_responses'), await count("participation_erasures where why = 'thinned'")]).toEqual([1, 6])
    // Counted at that moment, and no more after it.
    expect(await (await site.get('/api/v1/dialogues/orten/figures')).json()).toEqual({ ...before, countedAt: expect.any(String) })
    const after = await (await site.get('/arbete/dialoger/orten/gallring', { cookie })).text()
    const document = await (await site.get(/\/handling\/[0-9a-f]{64}/.exec(after)?.[0] ?? '', { cookie })).text()
    expect(document).toContain('Gallringsprotokoll 1')
    expect((await thin({ decision: 'KS 4', reason: 'Igen' })).status).toBe(409)
    expect((await pool().query("select count(*)::int as events from trail_events where act = 'answers-thinned'")).rows).toEqual([{ events: 1 }])
  })
  test('leaves protocols that can’t be changed', async () => {
    await expect(pool().query("update participation_protocols set reason = 'annat'")).rejects.toThrow()
  })
})

async function release() {
  const { rows } = await pool().query("select id from process_steps where key = 'analysis'")
  await grantedBy(releaseStep(stage.leader, { stepId: rows[0].id, note: 'Sammanställt' }, now))
}
async function setAside(text: string) {
  const { rows } = await pool().query('select id from participation_statements where text = $1', [text])
  await grantedBy(setAsideStatement(stage.leader, { statementId: rows[0].id, reason: 'Handlar om annat' }, now))
}
