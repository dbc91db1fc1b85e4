import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { releaseStep } from '#process'
import { formatDay } from '#ui/format'
import { freezeOpinionMap } from '../src/modules/analysis/freeze-opinion-map.ts'
import { closeDialogue } from '../src/modules/participation/close-dialogue.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { openOpinionDialogue } from './open-opinion-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const page = '/delta/vad-tycker-du/pastaenden'
const desk = '/arbete/dialoger/vad-tycker-du/pastaenden'
let stage: Stage
let dialogueId = ''
let leader = ''
let analyst = ''

beforeAll(async () => {
  stage = await stageDialogue()
  dialogueId = (await openOpinionDialogue(stage, { slug: 'vad-tycker-du', opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1), statements: 12 }, now)).id
  const { rows } = await pool().query<{ email: string; role: string }>(
    'select email, role from people_persons join people_assignments on people_assignments.person_id = people_persons.id',
  )
  const emailOf = (role: string) => rows.find((row) => row.role === role)?.email ?? ''
  ;[leader, analyst] = [await site.signIn(emailOf('process-leader')), await site.signIn(emailOf('analyst'))]
})

const tokenIn = (html: string) => /name="token" value="([\w-]{32})"/.exec(html)?.[1] ?? ''
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const text = async (path: string, cookie = '') => (await (await site.get(path, cookie ? { cookie } : {})).text()).replaceAll('<!-- -->', '')
const votes = async () => (await pool().query<{ vote: number }>('select vote from participation_opinion_votes')).rows.map(({ vote }) => vote)

describe('whoever comes by phone, without script', () => {
  let cookie = ''
  test('is told what is promised, one statement and three answers, and weighs under 60 kB; nothing is kept before the first vote', async () => {
    const answer = await site.get(page)
    const html = await answer.text()
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []])
    for (const word of ['Det här lovar vi', 'Håller med', 'Håller inte med', 'Hoppa över', 'Det finns 12 påståenden', 'Källa: Provet'])
      expect(html.replaceAll('<!-- -->', '')).toContain(word)
    expect(html.match(/<h2[^>]*id="svara"/g)).toHaveLength(1)
    expect(html).not.toContain('<script')
    expect(html.length).toBeLessThan(60_000)
    expect((await site.get('/delta/vad-tycker-du')).headers.get('location')).toBe(page)
    expect(await text('/delta')).toContain('/delta/vad-tycker-du')
  })
  test('a first vote that is pressed twice is one vote by one', async () => {
    const token = tokenIn(await text(page))
    const answers = await Promise.all([1, 2, 3].map(() => site.post(page, { nr: '1', vote: '1', token })))
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302])
    expect(new Set(answers.map(cookieOf)).size).toBe(1)
    cookie = cookieOf(answers[0] as Response)
    expect(answers[0]?.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/)
    expect(await votes()).toEqual([1])
    const after = await text(page, cookie)
    expect(after).toContain('Du har svarat på 1 av 12 påståenden')
    // What has been read once is not in the way of the next statement, which one is led to.
    expect(answers[0]?.headers.get('location')).toMatch(/\?nr=\d+#svara$/)
    expect(after).not.toContain('Ta ställning till ett påstående i taget')
  })
  test('two tabs, and going back: each vote is kept, the last on a statement holds', async () => {
    const other = tokenIn(await text(page))
    for (const [nr, vote] of [
      ['2', '-1'],
      ['3', '0'],
      ['2', '1'],
      ['4', '1'],
    ] as const)
      await site.post(page, { nr, vote, token: other }, { cookie })
    expect((await votes()).sort()).toEqual([0, 1, 1, 1])
    expect((await pool().query('select 1 from participation_opinion_participants')).rowCount).toBe(1)
    expect(await text(`${page}?nr=2`, cookie)).toContain('Du svarade: <strong>Håller med</strong>')
  })
  test('sees and changes what they answered, and a change leads back to the list', async () => {
    expect(await text(`${page}/mina`, cookie)).toContain('?nr=3&amp;tillbaka')
    const changed = await site.post(page, { nr: '3', vote: '-1', tillbaka: 'ja' }, { cookie })
    expect(changed.headers.get('location')).toBe(`${page}/mina`)
    expect((await votes()).sort()).toEqual([-1, 1, 1, 1])
  })
  test('an empty answer is asked for again, and stores nothing', async () => {
    const answer = await site.post(page, { nr: '5' }, { cookie })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Välj ett av de tre svaren')])
    expect(await votes()).toHaveLength(4)
  })
  test('writes a statement of their own after five votes, which nobody sees before somebody has read it', async () => {
    const send = (own: string) => site.post(`${page}/eget`, { text: own }, { cookie })
    expect((await send('För tidigt')).status).toBe(409)
    await site.post(page, { nr: '5', vote: '1' }, { cookie })
    for (const [own, status] of [
      ['  ', 422],
      ['x'.repeat(201), 422],
      ['noll\u0000tecken', 422],
      ['PÅSTÅENDE 1 om orten', 409],
    ] as const)
      expect([own.length, (await send(own)).status]).toEqual([own.length, status])
    expect((await pool().query('select 1 from participation_opinion_proposals')).rowCount).toBe(0)
    // 53: å as one sign or two, emoji and marks of direction: the same words group, and are stored as they were written.
    for (const own of ['Fler bänkar vid ån 👩‍👩‍👧', 'Fler bänkar vid a\u030an 👩‍👩‍👧']) expect((await send(own)).status).toBe(302)
    expect((await send('Ring Anna på 070-123 45 67')).status).toBe(302)
    expect((await pool().query('select 1 from participation_opinion_proposals')).rowCount).toBe(2)
    expect(await text(`${page}/mina`, cookie)).toContain('Väntar på att någon läser det')
    expect(await text('/api/v1/dialogues/vad-tycker-du/statements')).not.toContain('bänkar')
  })
  test('is told what became of it, and nobody else is', async () => {
    const html = await text(desk, analyst)
    expect(html).toContain('Det ser ut som en personuppgift')
    expect((await pool().query("select 1 from participation_readings where page = 'review'")).rowCount).toBe(1)
    const ids = (await pool().query<{ id: string; text: string }>('select id, text from participation_opinion_proposals')).rows
    const idOf = (word: string) => ids.find((row) => row.text.includes(word))?.id ?? ''
    const noReason = await site.post(desk, { act: 'reject', proposalId: idOf('Ring'), reason: '' }, { cookie: analyst })
    expect(noReason.status).toBe(422)
    expect((await site.post(desk, { act: 'reject', proposalId: idOf('Ring'), reason: 'Namn och telefon' }, { cookie: analyst })).status).toBe(302)
    expect((await site.post(desk, { act: 'accept', proposalId: idOf('bänkar') }, { cookie: analyst })).status).toBe(302)
    expect((await site.post(desk, { act: 'accept', proposalId: idOf('bänkar') }, { cookie: analyst })).status).toBe(409)
    const mine = await text(`${page}/mina`, cookie)
    for (const word of ['Visas inte.', 'Namn och telefon', 'Visas, så att andra kan ta ställning']) expect(mine).toContain(word)
    expect(await text(`${page}?nr=13`)).toContain('Fler bänkar vid')
    for (const open of [`${page}?nr=13`, `${page}/mina`, '/api/v1/dialogues/vad-tycker-du/statements']) expect(await text(open)).not.toContain('Namn och telefon')
  })
  test('a statement that is withdrawn takes no more votes, keeps its words, and can’t be edited by anybody', async () => {
    const { rows } = await pool().query<{ id: string }>('select id from participation_opinion_statements where number = 12')
    expect((await site.post(desk, { act: 'withdraw', statementId: rows[0]?.id ?? '', reason: 'Otydligt' }, { cookie: analyst })).status).toBe(403)
    expect((await site.post(desk, { act: 'withdraw', statementId: rows[0]?.id ?? '', reason: 'Otydligt' }, { cookie: leader })).status).toBe(302)
    const before = await votes()
    const late = await site.post(page, { nr: '12', vote: '1' }, { cookie })
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('tillbakadraget')])
    expect(await votes()).toEqual(before)
    // Everybody may read why, as the desk said.
    for (const [lang, reason] of [
      ['sv', 'Skälet'],
      ['en', 'The reason'],
    ] as const)
      expect(await text(page, `sprak=${lang}`)).toContain(`${reason}: <span lang="sv">Otydligt</span>`)
    await expect(pool().query("update participation_opinion_statements set text = 'Annat'")).rejects.toThrow()
    await expect(pool().query('delete from participation_opinion_withdrawals')).rejects.toThrow()
  })
  test.each(['', 'toString', 'constructor', 'remove'])('an act that there is not (%j) is refused at the desk, and adds nothing', async (act) => {
    const before = (await pool().query('select 1 from participation_opinion_statements')).rowCount
    expect((await site.post(desk, { act, text: 'Något annat', source: 'Någonstans' }, { cookie: leader })).status).toBe(404)
    expect((await pool().query('select 1 from participation_opinion_statements')).rowCount).toBe(before)
  })
  test('has at most five statements of their own waiting or shown, also of those that are sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => site.post(`${page}/eget`, { text: `Mitt eget påstående ${at}` }, { cookie })))
    // One is shown since before.
    expect(answers.filter(({ status }) => status === 302)).toHaveLength(4)
    expect((await pool().query("select 1 from participation_opinion_proposals where text like 'Mitt eget%'")).rowCount).toBe(4)
  })
  test('takes back all of it', async () => {
    expect((await site.post(`${page}/mina`, { act: 'remove' }, { cookie })).headers.get('location')).toContain('borta=5')
    expect(await votes()).toEqual([])
    expect(await text(page, cookie)).toContain('Det finns 12 påståenden')
  })
})

test('in English everything is in English, but what is only in Swedish, which says so', async () => {
  const html = await text(`${page}?nr=1`, 'sprak=en')
  for (const word of ['Agree', 'Disagree', 'Skip', 'Statement 1 about the town', 'Source:']) expect(html).toContain(word)
  expect(await text(`${page}?nr=13`, 'sprak=en')).toMatch(/<h2 lang="sv"[^>]*>Fler bänkar/)
  for (const path of ['/sparas', '/mina', '/resultat']) expect((await site.get(`${page}${path}`, { cookie: 'sprak=en' })).status).toBe(200)
})

describe('the map', () => {
  const result = `${page}/resultat`
  const moment = (minutes: number) => momentOf(new Date(Date.now() + minutes * 60_000))
  // Already the next day in Sweden.
  const lateLastNight = momentOf(new Date(`${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}T23:30:00Z`))
  let cookie = ''
  test('is refused of too few, and again until enough have come', async () => {
    expect(await freezeOpinionMap(stage.analyst, { dialogueId }, now)).toMatchObject({ refusal: { refused: 'too-few-voters' } })
    const vote = (body: object) =>
      site.request('/api/v1/dialogues/vad-tycker-du/votes', { method: 'POST', headers: { 'content-type': 'application/json', host: '127.0.0.1' }, body: JSON.stringify(body) })
    const come = async (who: number) => {
      let token: string | undefined
      for (let statement = 1; statement <= 11; statement++) {
        // All agree with the last five; two camps part on the rest; now and then somebody is of their own mind.
        const line = statement > 6 ? 1 : (who + statement) % 2 === 0 ? 1 : -1
        token = ((await (await vote({ statement, vote: (who * 7 + statement * 3) % 11 === 0 ? -line : line, ...(token && { token }) })).json()) as { token: string }).token
      }
      return token ?? ''
    }
    const tokens = await Promise.all(Array.from({ length: 80 }, (_, who) => come(who)))
    cookie = `samsyn_deltagare=${tokens[0]}`
    await grantedBy(freezeOpinionMap(stage.analyst, { dialogueId }, lateLastNight))
    expect(await freezeOpinionMap(stage.analyst, { dialogueId }, moment(1))).toMatchObject({ refusal: { refused: 'too-little-new' } })
  })
  test('is seen at the desk in words, and by nobody else before the analysis is published', async () => {
    const html = await text('/arbete/asiktskarta?dialog=vad-tycker-du', analyst)
    for (const word of ['Båda grupperna är överens', 'Båda grupperna håller med om:', 'Här går skiljelinjen', 'Grupp A', '80 personer har svarat']) expect(html).toContain(word)
    expect(await text(result)).not.toContain('Grupp A')
    await grantedBy(releaseStep(stage.leader, { stepId: await stepOf('analysis'), note: '' }, moment(2)))
    expect(await text(result)).toContain('Båda grupperna är överens')
    expect(await text(result, 'sprak=en')).toContain('Both groups are of one mind')
    expect(await text(result)).toContain(`Uträkning 1, från ${formatDay(lateLastNight.day)}.`)
  })
  test('tells whoever has voted where they stand, by the cookie of their device, and nobody else', async () => {
    expect(await text(result, cookie)).toMatch(/Där du står.*Du svarar mest som Grupp [AB]/s)
    expect(await text(result)).not.toContain('Där du står')
  })
  test('60: its page has no count of a group, and the frozen document has none either', async () => {
    const { rows } = await pool().query<{ canonical: string }>("select canonical from documents_frozen where kind = 'opinion-map'")
    // Nor a print of the votes, which anybody who can guess them could try: who has voted may take them back.
    expect(rows[0]?.canonical).not.toContain('Sha256')
    expect(rows[0]?.canonical).not.toMatch(/"(agree|disagree|seen)":\d/)
  })
})

test('a statement that is withdrawn when the dialogue has closed is told of too, with the reason', async () => {
  await grantedBy(closeDialogue(stage.leader, { dialogueId, reason: 'Klart' }, now))
  const { rows } = await pool().query<{ id: string; number: number }>('select id, number from participation_opinion_statements where number in (11, 13)')
  const result = `${page}/resultat`
  expect(await text(result)).toContain('bänkar')
  for (const { id, number } of rows) {
    expect(await text(desk, leader)).toContain(`Dra tillbaka påstående ${number}`)
    expect((await site.post(desk, { act: 'withdraw', statementId: id, reason: `Skäl för ${number}` }, { cookie: leader })).status).toBe(302)
  }
  const html = await text(page)
  for (const word of ['Dialogen är stängd', 'Påstående 11 om orten', 'Skäl för 11', 'Skäl för 13', 'Skrivet av någon som deltar', 'Tillbakadragna påståenden (3)'])
    expect(html).toContain(word)
  // The words of somebody else may be withdrawn because they point at somebody.
  for (const shown of [html, await text(result)]) expect(shown).not.toContain('bänkar')
  expect(await text(result)).toContain('Påståendet är tillbakadraget')
})

async function stepOf(key: string): Promise<string> {
  return (await pool().query<{ id: string }>('select id from process_steps where key = $1', [key])).rows[0]?.id ?? ''
}
