import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf, noonOf } from '#http/clock'
import { addDays, type Day } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { choices } from './asked.ts'
import { useSite } from './site.ts'
import { formsRows, inWindows1252, limeSurvey, netigateText, workbookOf } from './survey-files.ts'

const site = useSite()
const now = momentOf(new Date())
const day = (days: number): Day => addDays(now.day, days)
let stage: Stage
let leader = ''

async function ask(slug: string, opens = day(-10)) {
  const texts = { slug, title: 'Svar från annat håll', information: 'Vad och varför', legalBasis: 'Uppgift av allmänt intresse', promise: 'Svaren läses', contact: 'Växeln' }
  const questions = [
    { key: 'bor', kind: 'one', wording: 'Bor du på orten?', required: true, form: { choices: choices('Ja', 'Nej') } },
    { key: 'saknar', kind: 'several', wording: 'Vad saknar du?', form: { choices: choices('Buss', 'Bad'), other: true } },
    { key: 'betyg', kind: 'matrix', wording: 'Vad tycker du om det här?', form: { choices: choices('Bra', 'Illa'), rows: choices('Skolan', 'Maten') } },
    { key: 'viktigast', kind: 'ranking', wording: 'Vad är viktigast?', form: { choices: choices('Natur', 'Jobb') } },
    { key: 'nojd', kind: 'scale', wording: 'Hur nöjd är du?' },
    { key: 'bra', kind: 'lines', wording: 'Vad är bra?' },
  ] as never
  const place = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, kind: 'survey' as const, opensOn: opens, closesOn: day(5), questions }
  const { id } = await grantedBy(createDialogue(stage.leader, { ...place, ...texts }, noonOf(opens < now.day ? opens : now.day)))
  await grantedBy(openDialogue(stage.leader, { dialogueId: id }, noonOf(opens < now.day ? opens : now.day)))
  return `/arbete/dialoger/${slug}/las-in`
}

beforeAll(async () => {
  stage = await stageDialogue()
  const { rows } = await pool().query<{ email: string }>('select email from people_persons where id = $1', [stage.leader.person])
  leader = await site.signIn(rows[0]?.email ?? '')
})

async function upload(room: string, bytes: Uint8Array<ArrayBuffer> | string, name = 'svar.csv', cookie = leader): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([bytes], name))
  const request = new Request('http://127.0.0.1', { method: 'POST', body: form })
  return site.post(room, new Uint8Array(await request.arrayBuffer()), { cookie, 'content-type': request.headers.get('content-type') ?? '' })
}
const begun = async (room: string, bytes: Uint8Array<ArrayBuffer> | string, name?: string) => {
  const answer = await upload(room, bytes, name)
  expect(answer.status, await answer.clone().text()).toBe(302)
  return answer.headers.get('location') ?? ''
}
const page = async (path: string) => (await (await site.get(path, { cookie: leader })).text()).replaceAll('<!-- -->', '')
const send = (path: string, form: Record<string, string>) => site.post(path, form, { cookie: leader })
/** What the page has chosen for each column. */
const chosenOn = (html: string) =>
  [...html.matchAll(/<select id="(kolumn-\d+)".*?<\/select>/gs)].map(([select, name]) => [name, /<option value="([^"]*)" selected/.exec(select)?.[1] ?? ''] as const)
async function mapped(room: string, bytes: Uint8Array<ArrayBuffer> | string, changes: Record<string, string> = {}, name?: string) {
  const file = await begun(room, bytes, name)
  const saved = await send(file, { ...Object.fromEntries(chosenOn(await page(file))), ...changes })
  expect([saved.status, saved.headers.get('location')]).toEqual([302, `${file}/granska`])
  return `${file}/granska`
}
const takeIn = async (weighed: string) => (await send(weighed, { act: 'take-in' })).headers.get('location')
const answersOf = async (slug: string) =>
  (
    await pool().query(
      `select r.answers, r.language, r.source, r.version, r.received_on::text as day, r.receipt_hash, r.label, coalesce(array_agg(s.text) filter (where s.text is not null), '{}') as texts
       from participation_responses r join participation_dialogues d on d.id = r.dialogue_id left join participation_statements s on s.response_id = r.id where d.slug = $1 group by r.id`,
      [slug],
    )
  ).rows
const sorted = (rows: { texts: string[] }[]) =>
  rows.map((row) => ({ ...row, texts: [...row.texts].sort() })).sort((a, b) => (a.texts[0] ?? '').localeCompare(b.texts[0] ?? '', 'sv'))
const everything = async () =>
  (
    await pool().query(
      "select (select count(*) from participation_responses)::int r, (select count(*) from participation_statements)::int s, (select count(*) from participation_imports)::int i, (select count(*) from participation_imported_rows)::int h, (select count(*) from trail_events where act = 'answers-imported')::int e",
    )
  ).rows[0]

describe('a workbook from Microsoft Forms', () => {
  let room = ''
  let weighed = ''
  beforeAll(async () => {
    room = await ask('forms')
  })
  test('is shown column by column with a guess; what points people out is left out, with why', async () => {
    const html = await page(await begun(room, workbookOf({ Sheet1: formsRows }), 'Enkät(1-3).xlsx'))
    expect(chosenOn(html).map(([, target]) => target)).toEqual(['', '', '', '', '', 'bor', 'saknar', 'betyg__skolan', 'betyg__maten', 'viktigast', 'nojd', 'bra'])
    expect(html).toContain('Här sparas bara dagen')
    expect(html).toContain('Till exempel <bdi>Ja · Nej · Kanske</bdi>')
    expect(html).not.toContain('anonymous')
  })
  test('is weighed before anything is stored, with the rows that can’t be used and why', async () => {
    const before = await everything()
    weighed = await mapped(room, workbookOf({ Sheet1: formsRows }), {}, 'Enkät(1-3).xlsx')
    const html = await page(weighed)
    expect(html).toMatch(/Nya svar<\/dt><dd>2<\/dd>/)
    expect(html).toContain('Bor du på orten? – ”Kanske” finns inte bland valen')
    expect(html).toContain('1. Jobb · 2. Natur')
    expect(await everything()).toEqual(before)
  })
  test('and a word that is no choice is said once', async () => {
    expect((await send(weighed, { act: 'words', 'fraga-0': 'bor', 'ord-0': 'Kanske', 'val-0': 'ja' })).headers.get('location')).toBe(weighed)
    expect(await page(weighed)).toMatch(/Nya svar<\/dt><dd>3<\/dd>/)
    expect(await page(weighed)).toContain('<option value="ja" selected="">Ja</option>')
    expect((await send(weighed, { act: 'words', 'fraga-0': 'bor', 'ord-0': 'Kanske', 'val-0': 'finns-inte' })).status).toBe(404)
  })
  test('is taken in as answers, without time, name or number', async () => {
    expect(await takeIn(weighed)).toBe(`${room}?inlasta=3&redan=0&fel=0`)
    expect(await page(`${room}?inlasta=3&redan=0&fel=0`)).toContain('3 svar är inlästa.')
    const common = { language: null, source: 'import', version: 1, day: now.day, receipt_hash: null, label: null }
    expect(sorted(await answersOf('forms'))).toEqual([
      { ...common, answers: { bor: 'nej', saknar: ['bad', 'annat'] }, texts: ['=HYPERLINK("http://x.example")', 'En brygga'] },
      { ...common, answers: { bor: 'ja' }, texts: ['Lugnet'] },
      { ...common, answers: { bor: 'ja', saknar: ['buss', 'bad'], betyg: { skolan: 'bra', maten: 'illa' }, viktigast: ['jobb', 'natur'], nojd: 4 }, texts: ['Skogen', 'Älven'] },
    ])
    expect(
      (
        await pool().query(
          'select count(*)::int n from participation_begun_imports where sealed is not null and dialogue_id = (select id from participation_dialogues where slug = $1)',
          ['forms'],
        )
      ).rows[0].n,
    ).toBe(1)
  })
  test('attack 54: the same file again, a newer one with more rows, and the same twice at once', async () => {
    const again = await mapped(room, workbookOf({ Sheet1: formsRows }))
    expect(await page(again)).toContain('3 rader. De läses inte in igen')
    const before = await everything()
    expect((await send(again, { act: 'take-in' })).status).toBe(422)
    expect(await everything()).toEqual(before)
    // The mapping and the words of last time are remembered.
    const newer = workbookOf({ Sheet1: [...formsRows, [4, { day: 46302 }, { day: 46302.1 }, 'anonymous', '', 'Kanske', '', '', '', '', '', 'Lugnet']] })
    const [one, other] = [await mapped(room, newer), await mapped(room, newer)]
    expect(await page(one)).toMatch(/Nya svar<\/dt><dd>1<\/dd>/)
    expect(await page(one)).toContain('säger ordagrant samma sak')
    const told = await Promise.all([takeIn(one), takeIn(other)])
    expect(told.filter(Boolean)).toEqual([`${room}?inlasta=1&redan=3&fel=0`])
    expect(await answersOf('forms')).toHaveLength(4)
    // The one that was taken in is gone, and the other has nothing new.
    expect([null, room]).toContain(await takeIn(one))
    expect(await answersOf('forms')).toHaveLength(4)
  })
  test('what is stored of a row says nothing without the secret, and the begun file can’t be read', async () => {
    const { rows } = await pool().query('select row_hash from participation_imported_rows')
    expect(rows.every(({ row_hash }) => /^[\w-]{43}$/.test(row_hash))).toBe(true)
    const kept = (await pool().query('select sealed from participation_begun_imports')).rows.map(({ sealed }) => Buffer.from(sealed, 'base64').toString('latin1')).join()
    expect(kept.length).toBeGreaterThan(100)
    expect(kept).not.toContain('anonymous')
    await expect(pool().query('delete from participation_imported_rows')).rejects.toThrow()
  })
})

describe('text from LimeSurvey and Netigate', () => {
  test('LimeSurvey: a column for each choice, the language, and an answer that was never sent', async () => {
    const room = await ask('limesurvey')
    const file = await begun(room, limeSurvey)
    const html = await page(file)
    expect(chosenOn(html).map(([, target]) => target)).toEqual([
      ...[
        '',
        '',
        '',
        '_language',
        '',
        '',
        '',
        'bor',
        'saknar__buss',
        'saknar__bad',
        'saknar__annat',
        'betyg__skolan',
        'betyg__maten',
        'viktigast__natur',
        'viktigast__jobb',
        'nojd',
        'bra',
      ],
    ])
    expect(html).toContain('En nätadress. Den pekar ut den som svarade')
    expect(html).not.toContain('192.0.2.7')
    const weighed = await mapped(room, limeSurvey)
    expect(await page(weighed)).toContain('Raden har inget svar')
    expect(await takeIn(weighed)).toBe(`${room}?inlasta=2&redan=0&fel=1`)
    expect(sorted(await answersOf('limesurvey'))).toMatchObject([
      { language: 'en', answers: { bor: 'nej', saknar: ['bad', 'annat'], nojd: 'vet-ej' }, texts: ['A jetty; with a "bench"', 'The river'] },
      { language: null, answers: { bor: 'ja', saknar: ['buss'], betyg: { skolan: 'bra', maten: 'vet-ej' }, viktigast: ['natur', 'jobb'], nojd: 5 }, texts: ['Skogen'] },
    ])
  })
  test('Netigate: Windows-1252, semicolons, and a scale with words after its steps', async () => {
    const room = await ask('netigate')
    const weighed = await mapped(room, inWindows1252(netigateText))
    expect(await takeIn(weighed)).toBe(`${room}?inlasta=2&redan=0&fel=0`)
    expect(sorted(await answersOf('netigate'))).toMatchObject([
      { answers: { bor: 'ja', saknar: ['buss'], nojd: 4 }, texts: ['Närheten till älven'] },
      { answers: { bor: 'nej', saknar: ['bad'] }, texts: ['Åsen; och ängen'] },
    ])
  })
  test('UTF-16 with tabs, as Excel saves Unicode text', async () => {
    const room = await ask('utf16')
    const weighed = await mapped(room, new Uint8Array(Buffer.from('\ufeffBor du på orten?\tVad är bra?\r\nJa\tÅn\r\n', 'utf16le')))
    expect(await takeIn(weighed)).toBe(`${room}?inlasta=1&redan=0&fel=0`)
  })
})

describe('rows that can’t be used come back as a file to mend', () => {
  const bad = 'Bor du på orten?;Vad är bra?;Kommentar\r\nKanske;Skogen;=cmd|x\r\nJa;bad\u0000hus;@x\r\nNej;Byn;\r\nJa;"öppet'
  test('attacks 39 and 53: with their reasons, disarmed, and mended it is taken in', async () => {
    const room = await ask('mend')
    const weighed = await mapped(room, bad)
    const file = await site.get(weighed.replace('/granska', '/avvisade'), { cookie: leader })
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="mend-att-ratta.csv"')
    const marked = Buffer.from(await file.arrayBuffer()).toString('utf8')
    // A mark that begins with a minus is disarmed as any other cell is.
    const mark = /;(?:'-[\w-]{42}|\w[\w-]{42})\r\n/g
    expect(marked.match(mark)).toHaveLength(3)
    expect(marked.replaceAll(mark, '\r\n')).toBe(
      [
        '\ufeffBor du på orten?;Vad är bra?;Kommentar;Varför raden inte lästes in;Radens märke, ändra det inte',
        "Kanske;Skogen;'=cmd|x;Bor du på orten? – ”Kanske” finns inte bland valen",
        "Ja;bad\ufffdhus;'@x;Vad är bra? – texten har tecken som inte går att spara",
        'Ja;öppet;;Ett citattecken avslutas aldrig, så resten av filen går inte att läsa',
        '',
      ].join('\r\n'),
    )
    expect(await takeIn(weighed)).toBe(`${room}?inlasta=1&redan=0&fel=3`)
    const mended = marked.replace('Kanske;', 'Ja;').replace('bad\ufffdhus', 'badhus')
    expect(await takeIn(await mapped(room, mended))).toBe(`${room}?inlasta=3&redan=0&fel=0`)
    // The file as it was, mended in its own place, has the same rows and nothing new.
    expect(await page(await mapped(room, bad.replace('Kanske', 'Ja')))).toMatch(/Redan inlästa<\/dt><dd>2 rader/)
  })
  test('mended into what another row says, a row is taken in all the same; and once', async () => {
    const room = await ask('samma-ord')
    const weighed = await mapped(room, 'Bor du på orten?;Vad är bra?\r\nJa;Skogen\r\nJo;Skogen')
    const marked = await (await site.get(weighed.replace('/granska', '/avvisade'), { cookie: leader })).text()
    expect(await takeIn(weighed)).toBe(`${room}?inlasta=1&redan=0&fel=1`)
    const mended = marked.replace('Jo;', 'Ja;')
    expect(await takeIn(await mapped(room, mended))).toBe(`${room}?inlasta=1&redan=0&fel=0`)
    expect(await page(await mapped(room, mended))).toMatch(/Redan inlästa<\/dt><dd>1 rad/)
    expect(await answersOf('samma-ord')).toHaveLength(2)
  })
  test('two files that say the same in another order are the same file, and rows alike are as many as they are', async () => {
    const room = await ask('ordning')
    const rows = ['Ja;Skogen', 'Nej;Byn', 'Ja;Skogen']
    const file = (lines: readonly string[]) => ['Bor du på orten?;Vad är bra?', ...lines].join('\r\n')
    expect(await takeIn(await mapped(room, file(rows)))).toBe(`${room}?inlasta=3&redan=0&fel=0`)
    expect(await page(await mapped(room, file(rows.toReversed())))).toMatch(/Redan inlästa<\/dt><dd>3 rader/)
  })
  test('attack 36: script in headings, cells, words and file names is only text', async () => {
    const room = await ask('script')
    const script = '<script>alert(1)</script>'
    const file = await begun(room, `Bor du på orten?;"${script}"\r\n"${script}";"<img src=x onerror=alert(1)>"\r\nJa;x`, `${script}.csv`)
    const weighed = await mapped(room, `Bor du på orten?;"${script}"\r\n"${script}";"<img src=x onerror=alert(1)>"\r\nJa;x`, {}, `${script}.csv`)
    for (const html of [await page(file), await page(weighed)]) {
      expect(html).toContain('&lt;script&gt;alert(1)')
      expect(html).not.toContain(script)
      expect(html).not.toContain('<img src=x')
    }
    expect(await takeIn(weighed)).toContain('inlasta=1')
    expect(await page(room)).not.toContain(script)
  })
})

describe('a file that can’t be used is refused with what to do, and nothing is kept', () => {
  const bomb = () => workbookOf({ a: [['x']] }, { 'xl/worksheets/sheet1.xml': ' '.repeat(60 * 1024 * 1024) })
  const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
  test.each([
    ['nothing', () => '', 'Välj en fil'],
    ['only headings', () => 'a;b\r\n', 'Filen har inga svar'],
    ['binary', () => new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 1, 1, 0, 0, 0xff, 0xfe]), 'går inte att läsa som text'],
    ['an old workbook', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'gamla Excelformatet'],
    ['a cut workbook', () => workbookOf({ a: formsRows }).slice(0, 600), 'Filen är skadad'],
    ['attack 51: a zip that grows a thousandfold', bomb, 'för stor när den packas upp'],
    ['attack 51: entities', () => workbookOf({ a: [['x']] }, { 'xl/worksheets/sheet1.xml': entities }), 'något som ingen Excelfil ska ha'],
    ['attack 50: a zip with nothing but a way out of it', () => workbookOf({}, { '../../etc/passwd': 'x' }), 'Filen har inga svar'],
  ])('%s', async (_, bytes, said) => {
    const room = '/arbete/dialoger/forms/las-in'
    const kept = async () => (await pool().query('select count(*)::int n from participation_begun_imports')).rows[0].n
    const before = await kept()
    const answer = await upload(room, bytes())
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(said)
    expect(await kept()).toBe(before)
  })
  test('columns that are for the same, for nothing, or for what isn’t there', async () => {
    const file = await begun('/arbete/dialoger/forms/las-in', 'a;b\r\nJa;Nej')
    const same = await send(file, { 'kolumn-0': 'bor', 'kolumn-1': 'bor' })
    expect(same.status).toBe(422)
    expect((await same.text()).replaceAll('<!-- -->', '')).toContain('<a href="#kolumn-1">En annan kolumn är redan samma sak som ”b”')
    expect((await send(file, {})).status).toBe(422)
    expect((await send(file, { 'kolumn-0': 'finns-inte' })).status).toBe(404)
    expect((await send(file, { act: 'discard' })).status).toBe(302)
    expect((await site.get(file, { cookie: leader })).status).toBe(404)
  })
  test('before the first day, by others than the leader, and in another dialogue', async () => {
    const room = await ask('senare', day(1))
    expect(await page(room)).toContain('Dialogen tar inte emot svar')
    expect((await upload(room, 'a;b\r\n1;2')).status).toBe(422)
    const { rows } = await pool().query<{ email: string }>('select email from people_persons where id = $1', [stage.analyst.person])
    const analyst = await site.signIn(rows[0]?.email ?? '')
    expect((await upload('/arbete/dialoger/forms/las-in', limeSurvey, 'x.csv', analyst)).status).toBe(403)
    const file = await begun('/arbete/dialoger/forms/las-in', limeSurvey)
    expect((await site.get(file, { cookie: analyst })).status).toBe(403)
    expect((await site.get(file.replace('/forms/', '/mend/'), { cookie: leader })).status).toBe(404)
    expect((await site.get('/arbete/dialoger/gruppsamtal/las-in', { cookie: leader })).status).toBe(404)
  })
})
