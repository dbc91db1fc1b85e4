import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { codeStatement, createTheme, freezeMatrix, readThemes, recomputeFigures } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import type { Actor } from '#kernel/actor'
import { mintActor } from '#people'
import { listProcesses, releaseStep } from '#process'
import { recompute } from '../src/command/recompute.ts'
import { freezeMethod } from '../src/modules/analysis/freeze-method.ts'
import { publishFinding } from '../src/modules/analysis/publish-finding.ts'
import { reviewFinding } from '../src/modules/analysis/review-finding.ts'
import { writeFinding } from '../src/modules/analysis/write-finding.ts'
import { reviewStatements } from '../src/modules/participation/review-statements.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { residentsAnswer } from './residents-answer.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
const query = async <Row>(sql: string, values?: unknown[]) => (await pool().query(sql, values)).rows as Row[]
let stage: Stage
let third: Actor
let [analyst, leader] = ['', '']
let statements: string[] = []
let [trains, forest, quiet] = ['', '', '']
let form: Record<string, string | readonly string[]>

beforeAll(async () => {
  stage = await stageDialogue()
  await query(
    "insert into people_assignments (person_id, organ_id, role, valid_from) select person_id, organ_id, 'analyst', valid_from from people_assignments where role = 'auditor'",
  )
  third = (await mintActor(stage.auditor.person, now.day)) as Actor
  ;[analyst, leader] = [await site.signIn('analyst@example.se'), await site.signIn('process-leader@example.se')]
  const [keep = '', want = ''] = stage.survey.questionIds
  // Forty answers: all speak of trains, twenty-four for and the rest against; three of the quiet.
  const answers = Array.from({ length: 40 }, (_, at) => ({ questionId: at % 2 ? keep : want, text: `Tåget till kusten, svar ${at}` }))
  statements = await residentsAnswer(
    stage,
    answers.map((line) => [line]),
  )
  for (const name of ['Tåg', 'Skog', 'Tystnad'])
    await grantedBy(createTheme(stage.analyst, { processId: stage.processId, name, definition: 'Vad', whenToUse: 'När', whenNot: 'Annars', examples: '' }, now))
  ;[trains, forest, quiet] = (await readThemes({ processId: stage.processId })).map(({ id }) => id) as [string, string, string]
  for (const [at, statementId] of statements.entries())
    await grantedBy(
      codeStatement(stage.analyst, { statementId, readings: (at < 3 ? [trains, quiet] : [trains]).map((themeId) => ({ themeId, stance: at < 24 ? 'want' : 'leave' })) }, now),
    )
  await grantedBy(reviewStatements(stage.analyst, { statementIds: statements.slice(0, 2), verdict: 'may-be-shown' } as never, now))
  form = {
    processId: stage.processId,
    question: 'most-agreed',
    claim: 'Invånarna vill ha kvar tåget',
    whoDisagrees: 'De som bor längs vägen',
    notKnown: 'Vad de unga tycker',
    figures: [trains, `${trains}.${stage.residents}`],
  }
})

const rows = async () =>
  (
    await query<{ n: number }>(
      'select (select count(*) from analysis_finding_versions) + (select count(*) from analysis_findings) + (select count(*) from analysis_outside_versions) as n',
    )
  )[0]?.n
const wish = (over: object = {}) => ({ ...form, ...over }) as unknown as Parameters<typeof writeFinding>[1]
const written = () => grantedBy(writeFinding(stage.analyst, wish(), now))

describe('omvärld', () => {
  const source = { act: 'add', kind: 'comparison', claim: 'Fler reser med tåg i länet', source: 'Kolada', datedOn: '2020-05-01', weight: 'some', weightWhy: 'Gäller hela länet' }

  test('a source is added and rewritten, its address is shown with its host and is no link, and the earlier words stay', async () => {
    const wish = { ...source, processId: stage.processId, address: 'https://www.kolada.se/a?b=<i>', themeIds: [trains] }
    expect((await site.post('/arbete/omvarld', wish, { cookie: analyst })).status).toBe(302)
    const [{ id = '' } = {}] = await query<{ id: string }>('select id from analysis_outside_sources')
    const page = await (await site.get('/arbete/omvarld', { cookie: analyst })).text()
    for (const said of ['www.kolada.se', 'Väger något', 'Gäller hela länet', '/arbete/kodbok/tag']) expect(page).toContain(said)
    expect(page).not.toContain('href="https://www.kolada.se')
    const ofTheme = await (await site.get('/arbete/kodbok/tag', { cookie: analyst })).text()
    for (const said of ['Från omvärlden', 'Fler reser med tåg i länet', 'Väger något']) expect(ofTheme).toContain(said)
    expect(await (await site.get('/arbete/kodbok/skog', { cookie: analyst })).text()).not.toContain('Från omvärlden')
    const edit = { ...wish, act: 'edit', sourceId: id, revision: '1', weight: 'heavy' }
    expect((await site.post('/arbete/omvarld', edit, { cookie: analyst })).status).toBe(302)
    const stale = await site.post('/arbete/omvarld', { ...edit, claim: 'Något annat' }, { cookie: leader })
    expect(stale.status).toBe(409)
    const both = await stale.text()
    for (const said of ['Fler reser med tåg i länet', 'Något annat']) expect(both).toContain(said)
    expect(await (await site.get('/arbete/omvarld', { cookie: analyst })).text()).toContain('Hur det stod förut')
    await expect(query("update analysis_outside_versions set claim = 'x'")).rejects.toThrow('append-only')
  })

  // Attacks 4, 49 and 53.
  test.each([
    ['an address of another kind', { address: 'javascript:alert(1)' }],
    ['a file', { address: 'file:///etc/passwd' }],
    ['a host that hides behind a name', { address: 'https://kolada.se@127.0.0.1/' }],
    ['a line break in the address', { address: 'https://a.se/\u202egpj' }],
    ['NUL in the claim', { claim: 'a\u0000b' }],
    ['only spaces', { claim: ' \u00a0 ' }],
    ['a weight that is none', { weight: 'enorm' }],
    ['a day that is none', { datedOn: '2020-02-31' }],
  ])('%s is refused in words, and nothing is stored', async (_, wrong) => {
    const before = await rows()
    const answer = await site.post('/arbete/omvarld', { ...source, processId: stage.processId, ...wrong }, { cookie: analyst })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Gäller hela länet')
    expect(await rows()).toBe(before)
  })
})

describe('a finding', () => {
  test('is written over HTTP with numbers, and then with the quotes that may be shown', async () => {
    const empty = (await (await site.get('/arbete/fynd/nytt', { cookie: analyst })).text()).replaceAll('<!-- -->', '')
    // How each theme is read is seen without unfolding it.
    expect(empty).toMatch(/<summary>Tåg <span class="soft">(Samsyn|Olika syn|Bara några säger detta|Vet inte än)</)
    const bare = (await (await site.post('/arbete/fynd/nytt', { processId: stage.processId }, { cookie: analyst })).text()).replaceAll('<!-- -->', '')
    for (const said of ['>Vad fann ni? Skriv något här</a>', '>Vad vet vi inte? Skriv något här</a>']) expect(bare).toContain(said)
    const made = await site.post('/arbete/fynd/nytt', form, { cookie: analyst })
    const address = made.headers.get('location') ?? ''
    expect([made.status, address]).toEqual([302, '/arbete/fynd/1'])
    const [{ id = '' } = {}] = await query<{ id: string }>('select id from analysis_findings where number = 1')
    const edit = { ...form, act: 'edit', findingId: id, revision: '1', statementIds: [statements[0] ?? ''] }
    expect((await site.post(address, edit, { cookie: analyst })).status).toBe(302)
    const page = await (await site.get(address, { cookie: leader })).text()
    for (const said of ['Var är vi mest samsynta?', 'väntar på granskning', 'Tåget till kusten, svar 0', 'De som bor längs vägen', '% nämner det', 'Granska'])
      expect(page).toContain(said)
    // Stale: both texts are shown.
    const stale = await site.post(address, { ...edit, claim: 'En annan mening' }, { cookie: leader })
    expect(stale.status).toBe(409)
    const both = await stale.text()
    for (const said of ['Invånarna vill ha kvar tåget', 'En annan mening']) expect(both).toContain(said)
  })

  // Attacks 4, 5, 53 and 60.
  test.each([
    ['no number', () => ({ figures: [] }), 'invalid'],
    ['a number of a group that is too small', () => ({ figures: [`${quiet}.${stage.residents}`] }), 'cell-hidden'],
    ['a theme that is not there', () => ({ figures: [stage.residents] }), 'cell-hidden'],
    ['NUL in the claim', () => ({ claim: 'a\u0000b' }), 'invalid'],
    ['a lone surrogate', () => ({ notKnown: 'a\ud800' }), 'invalid'],
    ['ten thousand letters', () => ({ whoDisagrees: 'å'.repeat(10_000) }), 'invalid'],
    ['only spaces', () => ({ claim: ' \u00a0\n' }), 'invalid'],
    ['what is no number', () => ({ figures: ["x' or 1=1"] }), 'invalid'],
    ['a quote that nobody has cleared', () => ({ statementIds: [statements[5]] }), 'not-shown'],
    ['a quote that says something else', () => ({ figures: [forest], statementIds: [statements[0]] }), 'not-shown'],
    ['a finding of another process', () => ({ findingId: stage.residents }), 'not-found'],
    ['a source that is not there', () => ({ sourceIds: [stage.residents] }), 'not-found'],
  ])('is refused with %s, and nothing is stored', async (_, over, why) => {
    const before = await rows()
    expect(await writeFinding(stage.analyst, wish(over()), now)).toMatchObject({ granted: false, refusal: { refused: why } })
    expect(await rows()).toBe(before)
  })

  test('is never reviewed by whoever wrote it, by the form, by the act or in the database', async () => {
    const { id, number } = await written()
    expect(await (await site.get(`/arbete/fynd/${number}`, { cookie: analyst })).text()).not.toContain('Lämna granskningen')
    const own = await site.post(`/arbete/fynd/${number}`, { act: 'review', findingId: id, revision: '1', verdict: 'approved' }, { cookie: analyst })
    expect([own.status, (await own.text()).includes('Någon annan behöver granska det')]).toEqual([409, true])
    const by = stage.analyst.person
    const put = "insert into analysis_finding_reviews (finding_id, revision, written_by, verdict, reviewed_by, reviewed_at) values ($1, 1, $2, 'approved', $3, now())"
    await expect(query(put, [id, by, by])).rejects.toThrow('second_person')
    await expect(query(put, [id, stage.leader.person, by])).rejects.toThrow('analysis_finding_reviews_writer')
    expect(await publishFinding(stage.leader, { findingId: id, revision: 1 }, now)).toMatchObject({ refusal: { refused: 'not-approved' } })
    const document = (await query<{ id: string }>('select id from documents_frozen limit 1'))[0]?.id ?? stage.residents
    await expect(
      query('insert into analysis_finding_publications (finding_id, revision, document_id, published_by, published_at) values ($1, 1, $2, $3, now())', [id, document, by]),
    ).rejects.toThrow()
  })

  test('gets one verdict, also when two give theirs at the same moment', async () => {
    const { id } = await written()
    const review = (actor: Actor, verdict: 'approved' | 'sent-back') => reviewFinding(actor, { findingId: id, revision: 1, verdict, reason: 'Siffran bär inte meningen' }, now)
    const results = await Promise.all([review(stage.leader, 'approved'), review(third, 'sent-back'), review(stage.analyst, 'approved')])
    expect(results.filter(({ granted }) => granted)).toHaveLength(1)
    expect(results[2]).toMatchObject({ refusal: { refused: 'own-finding' } })
  })

  test('that is sent back says why, and its next version is tried anew', async () => {
    const { id, number } = await written()
    const address = `/arbete/fynd/${number}`
    const silent = await site.post(address, { act: 'review', findingId: id, revision: '1', verdict: 'sent-back', reason: ' ' }, { cookie: leader })
    expect([silent.status, (await silent.text()).includes('Skriv vad som behöver ändras')]).toEqual([422, true])
    await site.post(address, { act: 'review', findingId: id, revision: '1', verdict: 'sent-back', reason: 'Säg vilka invånare' }, { cookie: leader })
    const back = await (await site.get(address, { cookie: analyst })).text()
    for (const said of ['Säg vilka invånare', 'Tillbaka till den som skrev']) expect(back).toContain(said)
    await grantedBy(writeFinding(stage.leader, wish({ findingId: id, revision: 1, claim: 'Invånarna vill ha tåget' }), now))
    expect(await reviewFinding(stage.leader, { findingId: id, revision: 2, verdict: 'approved', reason: '' }, now)).toMatchObject({ refusal: { refused: 'own-finding' } })
    await grantedBy(reviewFinding(stage.analyst, { findingId: id, revision: 2, verdict: 'approved', reason: '' }, now))
  })
})

/** What the command says of it, and its exit code. */
async function told() {
  const lines: string[] = []
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  const code = await recompute()
  written.mockRestore()
  return { code, said: lines.join('') }
}

describe('what is published', () => {
  let sha256 = ''
  test('is seen by everybody when the step is, in Swedish and English, as a document and as Word', async () => {
    const { id, number } = await grantedBy(writeFinding(stage.analyst, wish({ claim: 'Tåget förenar', statementIds: [statements[1]] }), now))
    await grantedBy(reviewFinding(stage.leader, { findingId: id, revision: 1, verdict: 'approved', reason: '' }, now))
    expect((await site.post(`/arbete/fynd/${number}`, { act: 'publish', findingId: id, revision: '1' }, { cookie: leader })).status).toBe(302)
    sha256 = (await query<{ sha256: string }>("select sha256 from documents_frozen where kind = 'finding'"))[0]?.sha256 ?? ''
    await grantedBy(freezeMatrix(stage.analyst, { processId: stage.processId }, now))
    const method = await grantedBy(freezeMethod(stage.analyst, { processId: stage.processId }, now))
    for (const hidden of [`/handling/${sha256}`, `/handling/${sha256}/word`, `/handling/${method.sha256}`]) expect((await site.get(hidden)).status, hidden).toBe(404)
    expect(await (await site.get('/samsyn')).text()).not.toContain('Tåget förenar')
    const step = (await listProcesses(now.day))[0]?.steps.find(({ key }) => key === 'analysis')?.id ?? ''
    await grantedBy(releaseStep(stage.leader, { stepId: step }, presentMoment()))
    const page = await (await site.get('/samsyn')).text()
    for (const said of ['Det här fann vi', 'Tåget förenar', 'Tåget till kusten, svar 1', 'De som bor längs vägen', `/handling/${method.sha256}`]) expect(page).toContain(said)
    expect(page).not.toContain('Siffrorna har ändrats')
    const english = await (await site.get('/samsyn', { cookie: 'sprak=en' })).text()
    for (const said of ['This is what we found', 'Who does not agree', 'Where do we agree the most?']) expect(english).toContain(said)
    const frozen = await (await site.get(`/handling/${sha256}`)).text()
    for (const said of ['Vad vi inte vet', 'Vad de unga tycker']) expect(frozen).toContain(said)
    // The words of an answer are never frozen: whoever withholds one later takes it from the page.
    expect(frozen).not.toContain('Tåget till kusten, svar 1')
    for (const [document, words] of [
      [sha256, ['Tåget förenar', 'Var är vi mest samsynta?', 'De som bor längs vägen', 'Vad de unga tycker', '% nämner det']],
      [method.sha256, ['Metodbilaga', 'Din framtid här', 'Kontrollsummor', 'Programmets version']],
    ] as const) {
      const word = await site.get(`/handling/${document}/word`)
      expect([word.status, word.headers.get('content-type')]).toEqual([200, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'])
      const text = strFromU8(unzipSync(new Uint8Array(await word.arrayBuffer()))['word/document.xml'] ?? new Uint8Array())
      for (const said of words) expect(text).toContain(said)
    }
    const appendix = await (await site.get(`/handling/${method.sha256}`)).text()
    for (const said of ['Din framtid här', 'Personer som har kodat', 'Läst i klartext av', 'Programmets version', 'inte prövat']) expect(appendix).toContain(said)
  })

  // Attack 23.
  test('is counted again from the codings as they held then, and is the same', async () => {
    const documents = await recomputeFigures(now)
    expect(documents).toHaveLength(3)
    expect(await told()).toMatchObject({ code: 0, said: expect.stringContaining('Ingen skillnad saknar förklaring.') })
    for (const { title, differing, same } of documents) expect([title, differing, same > 0]).toEqual([title, [], true])
  })

  test('says in words when its data has moved since, and the frozen number still adds up', async () => {
    const later = { ...presentMoment(), at: new Date(Date.now() + 60_000).toISOString() }
    for (const statementId of statements.slice(6, 16)) await grantedBy(codeStatement(stage.analyst, { statementId, readings: [{ themeId: trains, stance: 'leave' }] }, later))
    const [{ number = 0 } = {}] = await query<{ number: number }>('select f.number from analysis_findings f join analysis_finding_publications p on p.finding_id = f.id')
    const page = await (await site.get(`/arbete/fynd/${number}`, { cookie: leader })).text()
    expect(page).toContain('Siffrorna har ändrats sedan fyndet publicerades')
    expect(page.replaceAll('<!-- -->', '')).toMatch(/Tåg: stödet bland invånare var \d+ %, nu \d+ %/)
    expect(await (await site.get('/arbete/fynd', { cookie: leader })).text()).toContain('Siffrorna har ändrats')
    expect((await recomputeFigures(later)).flatMap(({ differing }) => differing)).toEqual([])
    // Nobody outside is told of what is not published.
    expect(await (await site.get('/samsyn')).text()).not.toContain('Siffrorna har ändrats')
  })

  test('a number that somebody has changed behind the back of the house is found', async () => {
    const client = await pool().connect()
    try {
      await client.query('alter table documents_frozen disable trigger all')
      await client.query(
        `update documents_frozen set canonical = tampered, sha256 = encode(sha256(convert_to(tampered, 'UTF8')), 'hex')
         from (select id as tampered_id, regexp_replace(canonical, '"mentionShare":[0-9]+', '"mentionShare":12') as tampered from documents_frozen where kind = 'finding') as changed
         where id = tampered_id`,
      )
      await client.query('alter table documents_frozen enable trigger all')
    } finally {
      client.release()
    }
    const unexplained = (await recomputeFigures(now)).flatMap(({ differing }) => differing).filter(({ why }) => why === undefined)
    expect(unexplained).toMatchObject([{ what: 'Tåg, Invånare' }])
    expect(unexplained[0]?.frozen).toContain('"mentionShare":12')
    expect(await told()).toMatchObject({ code: 1, said: expect.stringContaining('Tåg, Invånare: SKILJER SIG UTAN FÖRKLARING') })
  })

  test('what was taken back says why to everybody, and shows no more than that', async () => {
    const [{ id = '', number = 0 } = {}] = await query<{ id: string; number: number }>(
      'select f.id, f.number from analysis_findings f join analysis_finding_publications p on p.finding_id = f.id',
    )
    const took = await site.post(`/arbete/fynd/${number}`, { act: 'withdraw', findingId: id, reason: 'Frågan var felställd' }, { cookie: analyst })
    expect(took.status).toBe(302)
    const page = await (await site.get('/samsyn')).text()
    expect(page).toContain('Frågan var felställd')
    expect(page).not.toContain('De som bor längs vägen')
    expect(await writeFinding(stage.analyst, wish({ findingId: id, revision: 1 }), now)).toMatchObject({ refusal: { refused: 'withdrawn' } })
  })
})

test('an answer that is only quoted in a finding can be taken back, and goes from the finding', async () => {
  const [{ rule = '' } = {}] = await query<{ rule: string }>(
    "select confdeltype::text as rule from pg_constraint where conrelid = 'analysis_finding_quotes'::regclass and confrelid = 'participation_statements'::regclass",
  )
  expect(rule).toBe('c')
})

test('nobody without the assignment reads or writes any of it', async () => {
  const secretary = await site.signIn('secretary@example.se')
  for (const path of ['/arbete/omvarld', '/arbete/fynd', '/arbete/fynd/nytt', '/arbete/fynd/1', '/arbete/metod']) {
    expect((await site.get(path, { cookie: secretary })).status, path).toBe(403)
    expect((await site.post(path, form, { cookie: secretary })).status, path).toBeGreaterThanOrEqual(400)
  }
})
