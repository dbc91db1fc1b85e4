import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { codeStatement, createTheme } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { reviewStatements } from '../src/modules/participation/review-statements.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { residentsAnswer } from './residents-answer.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
const [book, project] = ['/arbete/kodbok/utbyte', '/arbete/kodning/utbyte']
let stage: Stage
let [analyst, auditor, secretary] = ['', '', '']
let statements: readonly string[] = []
let bus = ''

beforeAll(async () => {
  stage = await stageDialogue()
  analyst = await site.signIn('analyst@example.se')
  auditor = await site.signIn('auditor@example.se')
  secretary = await site.signIn('secretary@example.se')
  const lines = ['Bussen 🚌 på kvällen', 'Skogen\r\noch havet'].map((text) => ({ questionId: stage.survey.questionIds[0] ?? '', text }))
  statements = await residentsAnswer(stage, [lines])
  const words = { definition: 'Att resa med <buss>.', whenToUse: 'När bussen nämns.', whenNot: 'Annars.', examples: '' }
  bus = (await grantedBy(createTheme(stage.analyst, { ...words, name: 'Buss', processId: stage.processId }, now))).id
  await grantedBy(codeStatement(stage.analyst, { statementId: statements[0] ?? '', readings: [{ themeId: bus, stance: 'want', from: 0, to: 9 }] }, now))
})

async function upload(at: string, name: string, bytes: Uint8Array, cookie = analyst): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  const request = new Request('http://127.0.0.1', { method: 'POST', body: form })
  return site.post(at, new Uint8Array(await request.arrayBuffer()), { cookie, 'content-type': request.headers.get('content-type') ?? '' })
}
const pageOf = async (at: string, cookie = analyst) => (await site.get(at, { cookie })).text()
const fetched = async (form: Record<string, string>, cookie = analyst) => site.post(`${project}/fil`, { format: 'qdpx', reason: 'Prov i ett annat verktyg', ...form }, { cookie })

test('the codebook is fetched as a file that says what each theme is, and taken in there is nothing new in it', async () => {
  expect(await pageOf('/arbete/kodbok')).toContain(`href="${book}"`)
  const response = await site.post(`${book}/fil`, {}, { cookie: auditor })
  expect(response.headers.get('content-disposition')).toMatch(/kodbok-[\d-]+\.qdc/)
  const content = await response.text()
  expect(content).toContain('Att resa med &lt;buss&gt;.\n\n[När]\nNär bussen nämns.')
  const sent = await upload(book, 'kodbok.qdc', strToU8(content))
  const page = await pageOf(sent.headers.get('location') ?? '')
  expect(page).toContain('Finns redan')
  expect(page).not.toContain('value="take-in"')
})

test('that two read a code unlike where the file was written is said, and does not come along', async () => {
  const description = 'Hav.\n\n[När]\nAlltid\n\n[När inte]\nAldrig\n\n[Adress]\nhav\n\n[Två kodare]\nläses olika av två kodare'
  const code = `<Code guid="77777777-7777-4777-8777-777777777777" name="Hav"><Description>${description}</Description></Code>`
  const sent = await upload(book, 'annan.qdc', strToU8(`<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${code}</Codes></CodeBook>`))
  const at = sent.headers.get('location') ?? ''
  expect(await pageOf(at)).toContain('Filen säger: läses olika av två kodare. Det gäller svaren där och följer inte med')
  expect((await site.post(at, { act: 'take-in' }, { cookie: analyst })).headers.get('location')).toBe(`${book}?nya=1`)
  const { rows } = await pool().query("select slug, definition, when_not from analysis_themes where name = 'Hav'")
  expect(rows).toEqual([{ slug: 'hav', definition: 'Hav.', when_not: 'Aldrig' }])
})

test('a codebook of another tool is looked at before it is taken in, and then it is there with its history', async () => {
  const long = 'x'.repeat(700)
  const codes = `<Code guid="11111111-1111-4111-8111-111111111111" name="Nature"><Description>All that grows.</Description><Code guid="11111111-1111-4111-8111-111111111112" name="&lt;b&gt;Forest"/></Code><Code guid="11111111-1111-4111-8111-111111111113" name="Long"><Description>${long}</Description></Code>`
  const sent = await upload(book, 'other.qdc', strToU8(`<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${codes}</Codes></CodeBook>`))
  const at = sent.headers.get('location') ?? ''
  const page = await pageOf(at)
  expect(page).toContain('Inget är sparat än')
  expect(page).toContain('Beskrivningen blir vad det är')
  expect(page).toContain('en text längre än 600')
  expect(page).not.toContain('<b>Forest')
  expect(await pageOf('/arbete/kodbok')).not.toContain('Nature')
  expect((await site.get(at, { cookie: await site.signIn('process-leader@example.se') })).headers.get('location')).toBe(book)
  expect((await site.post(at, { act: 'take-in' }, { cookie: analyst })).headers.get('location')).toBe(`${book}?nya=2`)
  expect((await site.post(at, { act: 'take-in' }, { cookie: analyst })).headers.get('location')).toBe(book)
  const { rows } = await pool().query("select definition, when_to_use, id from analysis_themes where name = 'Nature'")
  expect(rows).toEqual([{ definition: 'All that grows.', when_to_use: 'Inte sagt', id: '11111111-1111-4111-8111-111111111111' }])
  expect((await pool().query("select 1 from analysis_theme_changes where kind = 'created' and theme_id = $1", [rows[0].id])).rows).toHaveLength(1)
})

test('a project is fetched with a reason, by those who may, and coded anew it is taken in by whoever sends it', async () => {
  expect((await fetched({ reason: '' })).headers.get('location')).toBe(`${project}?saknas=skal&format=qdpx`)
  expect(await pageOf(`${project}?saknas=skal`)).toContain('Skriv varför du behöver filen')
  expect((await fetched({}, auditor)).status).toBe(403)
  expect(await pageOf(project, auditor)).toContain('läser svaren där de finns')
  expect((await fetched({}, secretary)).status).toBe(403)
  const files = unzipSync(new Uint8Array(await (await fetched({})).arrayBuffer()))
  const qde = strFromU8(files['project.qde'] ?? new Uint8Array())
  expect(qde).toContain('startPosition="0" endPosition="8"')
  expect(strFromU8(files[`Sources/${statements[1]}.txt`] ?? new Uint8Array())).toBe('Skogen\noch havet')
  const coding = `<PlainTextSelection guid="22222222-2222-4222-8222-222222222222" startPosition="7" endPosition="10"><Coding guid="22222222-2222-4222-8222-222222222223"><CodeRef targetGUID="${bus}"/></Coding></PlainTextSelection>`
  const edited = qde.replace(`${statements[1]}.txt"/>`, `${statements[1]}.txt">${coding}</TextSource>`)
  const sent = await upload(project, 'projekt.qdpx', zipSync({ ...files, 'project.qde': strToU8(edited) }))
  const at = sent.headers.get('location') ?? ''
  expect(await pageOf(at)).toContain('<dt>Svar som kodas om</dt><dd>1</dd>')
  expect((await site.post(at, { act: 'take-in' }, { cookie: analyst })).headers.get('location')).toBe(`${project}?svar=1&kodningar=1&teman=0&minnen=0&undan=0&citat=0`)
  expect((await pool().query('select span_from, span_to from analysis_codings where statement_id = $1 and withdrawn_at is null', [statements[1]])).rows).toEqual([
    { span_from: 8, span_to: 11 },
  ])
  expect(await pageOf(`${project}?svar=1&kodningar=1`)).toContain('1 svar fick 1 kodning')
})

test('what a project has that is not taken in is told with its reason, and the desk tells of what was, as one act that is undone', async () => {
  const [coded = '', other = ''] = statements
  await pool().query('update analysis_codings set withdrawn_at = now(), withdrawn_by = coded_by where statement_id = $1 and withdrawn_at is null', [other])
  const files = unzipSync(new Uint8Array(await (await fetched({})).arrayBuffer()))
  const set = (number: number, reason: string, id: string) =>
    `<Set guid="33333333-3333-4333-8333-33333333333${number}" name="Lagda åt sidan som brus"><Description>${reason}</Description><MemberSource targetGUID="${id}"/></Set>`
  const quote = (number: number, why: string) =>
    `<PlainTextSelection guid="44444444-4444-4444-8444-44444444444${number}" name="Citatkorgen" startPosition="0" endPosition="6"><Description>${why}</Description></PlainTextSelection>`
  const qde = strFromU8(files['project.qde'] ?? new Uint8Array())
    .replace(`${other}.txt"/>`, `${other}.txt">${quote(1, 'Bra sagt')}${quote(2, 'Tagen ur')}${quote(3, 'x'.repeat(301))}</TextSource>`)
    .replace('</Project>', `<Sets>${set(1, 'Svarar på annat', coded)}${set(2, 'Skräp', other)}</Sets></Project>`)
  await pool().query(
    `insert into analysis_basket_quotes (process_id, statement_id, span_from, span_to, why, put_by, put_at, taken_out_by, taken_out_at) values ($1, $2, 0, 6, 'Tagen ur', $3, now(), $3, now())`,
    [stage.processId, other, stage.analyst.person],
  )
  const at = (await upload(project, 'projekt.qdpx', zipSync({ ...files, 'project.qde': strToU8(qde) }))).headers.get('location') ?? ''
  const page = await pageOf(at)
  for (const said of [
    'Svaret är kodat här, så det läggs inte åt sidan som brus',
    'Skälet till bruset eller citatet är längre än 300 tecken',
    '<dt>Tas inte in</dt><dd>2</dd>',
    '<dt>Citat som är tagna ur korgen här och inte läggs tillbaka</dt><dd>1</dd>',
  ])
    expect(page).toContain(said)
  const done = (await site.post(at, { act: 'take-in' }, { cookie: analyst })).headers.get('location') ?? ''
  expect(done).toBe(`${project}?svar=0&kodningar=0&teman=0&minnen=0&undan=1&citat=1`)
  expect(await pageOf(done)).toContain('Kodningar, brus och citat går att ångra på en gång där du kodar.')
  expect(await pageOf('/arbete/kodning')).toContain('Du läste nyss in en fil: 1 yttrande lades åt sidan och 1 citat lades i korgen.')
  const [act] = (await pool().query('select max(id) as id from analysis_desk_acts')).rows
  await site.post('/arbete/kodning', { act: 'undo', actId: String(act.id), statementId: other }, { cookie: analyst })
  expect((await pool().query('select 1 from analysis_set_asides where withdrawn_at is null')).rows).toEqual([])
  expect((await pool().query('select 1 from analysis_basket_quotes where taken_out_at is null')).rows).toEqual([])
})

test.each(['csv', 'xlsx'])('a sheet (%s) comes as one', async (format) => {
  const response = await fetched({ format })
  expect(response.headers.get('content-disposition')).toContain(`.${format}"`)
  const sent = await upload(project, `k.${format}`, new Uint8Array(await response.arrayBuffer()))
  expect(await pageOf(sent.headers.get('location') ?? '')).toContain('Filen har inget nytt att läsa in')
})

test('what is wrong with a file is said, and nothing is kept of it', async () => {
  await pool().query('delete from analysis_begun_exchanges')
  for (const [at, name, bytes, said] of [
    [book, 'a.qdc', strToU8('<!DOCTYPE a><CodeBook/>'), 'en dokumenttyp'],
    [book, 'a.qdc', strToU8('<Project/>'), 'ingen kodbok i REFI-QDA'],
    [book, '', new Uint8Array(), 'Välj en fil'],
    [project, 'a.qdpx', strToU8('nothing'), 'skadad eller av ett annat slag'],
    [project, 'a.csv', strToU8('a;b\r\n1;2\r\n'), 'saknar kolumnen svar'],
  ] as const) {
    const response = await upload(at, name, bytes)
    expect(response.status, said).toBe(422)
    expect(await response.text()).toContain(said)
  }
  expect((await upload(book, 'a.qdc', strToU8('<CodeBook/>'), auditor)).status).toBe(403)
  expect((await upload(project, 'a.csv', strToU8('svar;tema'), secretary)).status).toBe(403)
  expect((await pool().query('select 1 from analysis_begun_exchanges')).rows).toEqual([])
})

test('a text that was masked goes out masked, and places in the text as it was are not taken for places in it', async () => {
  const before = new Uint8Array(await (await fetched({})).arrayBuffer())
  const maskedText = '[namn] 🚌 på kvällen'
  await grantedBy(reviewStatements(stage.leader, { statementIds: [statements[0] ?? ''], verdict: 'may-be-shown', maskedText, cause: 'personal-data', reason: '' }, now))
  const csv = await (await fetched({ format: 'csv' })).text()
  expect(csv).toContain(maskedText)
  expect(csv).not.toContain('Bussen 🚌')
  const sent = await upload(project, 'projekt.qdpx', before)
  expect(await pageOf(sent.headers.get('location') ?? '')).toContain('Texten är en annan än den som står här')
})
