import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const start = momentOf(new Date())
let stage: Stage
let leader = ''
let made = 0

async function ask(slug: string) {
  const texts = { slug, title: 'Många på en gång', information: 'Vad', legalBasis: 'Allmänt intresse', promise: 'Svaren läses', contact: 'Växeln' }
  const place = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, kind: 'survey' as const, opensOn: start.day, closesOn: addDays(start.day, 5) }
  const dialogue = await grantedBy(createDialogue(stage.leader, { ...place, ...texts, questions: [{ key: 'tycker', kind: 'lines', wording: 'Vad tycker du?' }] as never[] }, start))
  await grantedBy(openDialogue(stage.leader, { dialogueId: dialogue.id }, start))
  return { id: dialogue.id, slug, question: dialogue.questionIds[0] ?? '' }
}
type Asked = Awaited<ReturnType<typeof ask>>

beforeAll(async () => {
  stage = await stageDialogue()
  leader = await site.signIn('process-leader@example.se')
})
afterEach(() => {
  delete process.env.SAMSYN_NOW
})

// Ten to a whole hour of tomorrow, so that no test meets the end of a day.
const clock = (time: string) => {
  process.env.SAMSYN_NOW = `${addDays(start.day, 1)}T${time}.000Z`
}
async function answer({ slug, question }: Asked, text: string, way = '') {
  const sent = await site.post(`/delta/${slug}${way}`, { submissionKey: `the-key-of-one-of-very-many-${made++}`, act: 'send', [question]: text })
  expect(sent.status).toBe(200)
}
const notes = async ({ slug }: Asked, cookie = leader) => (await (await site.get(`/arbete/dialoger/${slug}/lagg-marke-till`, { cookie })).text()).replaceAll('<!-- -->', '')
const bursts = async ({ id }: Asked) =>
  (await pool().query('select source, began_at, answers, same_text from participation_bursts where dialogue_id = $1 order by source', [id])).rows
const alike = 'Bygg ut hamnen nu genast'

describe('many answers in a short time', () => {
  test('are told of when their ten minutes are over, with how many had the same text', async () => {
    const asked = await ask('en-flod')
    clock('09:50:01')
    for (let more = 0; more < 10; more++) await answer(asked, alike)
    clock('09:59:59')
    for (let more = 0; more < 3; more++) await answer(asked, `En egen tanke nummer ${more}`)
    expect(await notes(asked)).not.toContain('svar inom tio minuter')
    expect(await bursts(asked)).toEqual([])
    clock('10:00:00')
    expect(await notes(asked)).toMatch(/13 svar inom tio minuter från [^<]*, 10 av dem hade samma text\. Så kom de: Den öppna sidan\./)
    expect(await bursts(asked)).toMatchObject([{ source: 'web', answers: 13, same_text: 10 }])
    // Nothing that was counted is counted again, and nothing was removed.
    expect(await bursts(asked)).toHaveLength(1)
    expect((await pool().query('select count(*)::int n from participation_responses where dialogue_id = $1', [asked.id])).rows[0].n).toBe(13)
  })
  test('are not lost when they can’t be written down at once', async () => {
    const asked = await ask('utan-databas')
    clock('08:00:00')
    for (let more = 0; more < 10; more++) await answer(asked, alike)
    clock('08:10:00')
    await pool().query('alter table participation_bursts rename to away')
    expect((await site.get(`/arbete/dialoger/${asked.slug}/lagg-marke-till`, { cookie: leader })).status).toBe(500)
    await pool().query('alter table away rename to participation_bursts')
    await notes(asked)
    expect(await bursts(asked)).toMatchObject([{ source: 'web', answers: 10 }])
  })
  test('fewer than ten leave no time anywhere, nor a text that fewer than ten wrote', async () => {
    const asked = await ask('en-rannil')
    clock('11:00:00')
    for (let more = 0; more < 9; more++) await answer(asked, alike)
    clock('11:10:00')
    for (let more = 0; more < 10; more++) await answer(asked, more < 9 ? alike : 'Något helt annat än de andra')
    clock('11:20:00')
    await notes(asked)
    expect(await bursts(asked)).toMatchObject([{ answers: 10, same_text: null }])
    expect((await bursts(asked))[0].began_at.toISOString()).toMatch(/T11:10:00\.000Z$/)
  })
  test('a class is a burst with its own way, apart from the open page; a change or a second send is no arrival', async () => {
    const asked = await ask('en-klass')
    clock('12:00:00')
    for (let more = 0; more < 12; more++) await answer(asked, `Elevens tanke nummer ${more}`, '/klass')
    const once = { submissionKey: 'key-of-somebody-who-sends-often', act: 'send', [asked.question]: 'Samma igen' }
    for (let more = 0; more < 12; more++) await site.post(`/delta/${asked.slug}`, once)
    clock('12:10:00')
    expect(await notes(asked)).toContain('Så kom de: Skolklass.')
    expect(await bursts(asked)).toMatchObject([{ source: 'class', answers: 12, same_text: null }])
  })
  test('the database refuses what would say the time of fewer than ten, or a finer time', async () => {
    const { id } = await ask('en-droppe')
    const put = (answers: number, same: number | null, at: string) =>
      pool().query("insert into participation_bursts (dialogue_id, source, began_at, answers, same_text) values ($1, 'web', $2, $3, $4)", [id, at, answers, same])
    await expect(put(9, null, '2026-05-04T08:10:00Z')).rejects.toThrow('participation_bursts_many')
    await expect(put(12, 3, '2026-05-04T08:10:00Z')).rejects.toThrow('participation_bursts_many')
    await expect(put(12, null, '2026-05-04T08:17:00Z')).rejects.toThrow('participation_bursts_coarse')
    const { rows } = await pool().query("select confrelid::regclass::text as name from pg_constraint where conrelid = 'participation_bursts'::regclass and contype = 'f'")
    expect(rows).toEqual([{ name: 'participation_dialogues' }])
  })
  test('a month after the dialogue closed they are gone', async () => {
    const asked = await ask('en-gammal')
    await pool().query("insert into participation_bursts (dialogue_id, source, began_at, answers) values ($1, 'web', '2026-05-04T08:10:00Z', 12)", [asked.id])
    process.env.SAMSYN_NOW = `${addDays(start.day, 5 + 30)}T12:00:00.000Z`
    leader = await site.signIn('process-leader@example.se')
    expect(await notes(asked)).toContain('12 svar inom tio minuter')
    process.env.SAMSYN_NOW = `${addDays(start.day, 5 + 31)}T12:00:00.000Z`
    expect(await notes(asked)).not.toContain('svar inom tio minuter från')
    expect(await bursts(asked)).toEqual([])
  })
})

describe('the same text in several answers', () => {
  test('is shown with how many, which days and which ways, by its words and not its signs; short ones are not', async () => {
    const asked = await ask('lika-ord')
    clock('13:00:00')
    for (const text of ['Rusta upp badplatsen', 'rusta  UPP badplatsen', 'Rusta upp badplatsen ', 'Bygg bad', 'Bygg bad', 'Bygg bad', 'En helt ensam tanke här'])
      await answer(asked, text)
    await answer(asked, 'Rusta upp badplatsen', '/kiosk')
    const shown = await notes(asked)
    expect(shown).toMatch(/badplatsen<\/th><td[^>]*>(?:<[^>]*>)*(?:[^<]*<\/[^>]*>)?4/i)
    expect(shown).toContain('Läsplatta på plats')
    expect(shown).not.toContain('Bygg bad')
    expect(shown).not.toContain('En helt ensam tanke här')
    const { rows } = await pool().query("select statements, purpose from participation_readings where page = 'notes' and dialogue_id = $1", [asked.id])
    expect(rows).toEqual([{ statements: 1, purpose: 'notes' }])
  })
  test('is shown as it was masked, when one of them was', async () => {
    const asked = await ask('maskerat')
    clock('14:00:00')
    for (let more = 0; more < 3; more++) await answer(asked, 'Grannen Brännlöv gnäller jämt')
    const { rows } = await pool().query("select id from participation_statements where text like '%Brännlöv%' limit 1")
    const shown = { statementIds: rows[0].id, decide: 'marked may-be-shown', [`shown-${rows[0].id}`]: 'Grannen [namn] gnäller jämt', cause: 'personal-data' }
    expect((await site.post('/arbete/granska', shown, { cookie: leader })).status).toBe(302)
    const html = await notes(asked)
    expect([html.includes('Grannen [namn] gnäller jämt'), html.includes('Brännlöv')]).toEqual([true, false])
  })
  test('nearly is shown with the most common of them and the least like, each answer once; nothing is removed', async () => {
    const asked = await ask('nastan-lika')
    const letter = 'Jag vill att kommunen rustar upp badplatsen vid sjön med en ny brygga och en toalett som är öppen hela sommaren'
    clock('15:00:00')
    for (const text of [letter, letter.toUpperCase(), `Hej! ${letter}!`, `Hej igen! ${letter.replace('ny brygga', 'stor brygga')}`]) await answer(asked, text)
    // Two that are nearly alike in one answer are one answer, and two answers are too few to tell of.
    await answer(asked, `${letter}.\n${letter}!`)
    for (const text of ['En tanke till om skolmaten i byn', 'En tanke till, om skolmaten i byn']) await answer(asked, text)
    const html = await notes(asked)
    const section = html.slice(html.indexOf('Nästan samma text'))
    expect(section.toLowerCase()).toContain(letter.toLowerCase())
    expect(section).toContain(`Hej igen! ${letter.replace('ny brygga', 'stor brygga')}`)
    const cells = [...section.matchAll(/<td[^>]*>(?:<span[^>]*>[^<]*<\/span>)?(?:<span[^>]*>)?([^<]*)/g)].map(([, cell]) => cell)
    expect(cells.slice(1, 3)).toEqual(['5', '5'])
    expect(section).not.toContain('skolmaten')
    expect((await pool().query('select count(*)::int as n from participation_responses where dialogue_id = $1', [asked.id])).rows).toEqual([{ n: 7 }])
    const { rows } = await pool().query("select statements from participation_readings where page = 'notes' and dialogue_id = $1", [asked.id])
    expect(rows).toEqual([{ statements: 2 }])
  })
  test('nearly is shown without what was masked in one of them', async () => {
    const asked = await ask('nastan-maskerat')
    const letter = 'Grannen Brännlöv eldar ved varje kväll så att hela byn luktar rök, och kommunen måste göra något åt det nu'
    clock('16:00:00')
    for (const text of [letter, letter, `Hej! ${letter}`]) await answer(asked, text)
    const { rows } = await pool().query(
      'select s.id from participation_statements s join participation_responses r on r.id = s.response_id where r.dialogue_id = $1 and s.text = $2 limit 1',
      [asked.id, letter],
    )
    const masked = letter.replace('Brännlöv', '[namn]')
    const shown = { statementIds: rows[0].id, decide: 'marked may-be-shown', [`shown-${rows[0].id}`]: masked, cause: 'personal-data' }
    expect((await site.post('/arbete/granska', shown, { cookie: leader })).status).toBe(302)
    const html = await notes(asked)
    expect([html.includes(masked), html.includes('Hej! Grannen […] eldar ved'), html.includes('Brännlöv')]).toEqual([true, true, false])
  })
  test('is for those who may read the answers', async () => {
    const asked = await ask('vem-far')
    expect((await site.get(`/arbete/dialoger/${asked.slug}/lagg-marke-till`)).status).toBe(302)
    const secretary = await site.signIn('secretary@example.se')
    expect((await site.get(`/arbete/dialoger/${asked.slug}/lagg-marke-till`, { cookie: secretary })).status).toBe(403)
    expect((await site.get('/arbete/dialoger/finns-inte/lagg-marke-till', { cookie: leader })).status).toBe(404)
  })
})
