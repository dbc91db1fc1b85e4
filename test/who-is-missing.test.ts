import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { submitAnswer } from '../src/modules/participation/submit-answer.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
let stage: Stage
const cookies = { leader: '', auditor: '', secretary: '' }
let [alby, torp] = ['', '']
const table =
  'plats;ålder;kön;antal\nAlby;0-64;kvinnor;300\nAlby;0-64;män;300\nAlby;65+;kvinnor;100\nAlby;65+;män;100\nTorpshammar;0-64;kvinnor;60\nTorpshammar;0-64;män;40\nTorpshammar;65+;kvinnor;60\nTorpshammar;65+;män;40'
const choices = (labels: Record<string, string>) => Object.entries(labels).map(([key, label]) => ({ key, label, labelEnglish: null }))
const rows = async <Row = Record<string, string>>(statement: string) => (await pool().query(statement)).rows as Row[]
const count = async (name: string) => Number((await rows(`select count(*) from ${name}`))[0]?.count)
const missing = async (cookie = cookies.leader) => site.get('/arbete/dialoger/var-bor-du/vilka-saknas', { cookie })
const send = (form: Record<string, string>, cookie = cookies.leader) => site.post('/arbete/befolkning', { act: 'table', source: '', countedOn: '', ...form }, { cookie })

beforeAll(async () => {
  stage = await stageDialogue()
  const [{ id: person } = { id: '' }] = await rows(`select person_id as id from people_assignments limit 1`)
  const put = 'insert into people_places (name, position, valid_from, set_by, set_at) values '
  await pool().query(`${put} ('Alby', 0, '2020-01-01', $1, now()), ('Torpshammar', 1, '2020-01-01', $1, now()), ('Östavall', 2, '2020-01-01', $1, now())`, [person])
  const id = async (name: string) => (await rows(`select id from people_places where name = '${name}'`))[0]?.id ?? ''
  ;[alby, torp] = [await id('Alby'), await id('Torpshammar')]
  for (const slug of ['var-bor-du', 'ingen-svarar']) await open(slug)
  cookies.leader = await site.signIn('process-leader@example.se')
  cookies.auditor = await site.signIn('auditor@example.se')
  cookies.secretary = await site.signIn('secretary@example.se')
})

async function open(slug: string) {
  const { id: dialogueId } = await grantedBy(
    createDialogue(
      stage.leader,
      {
        ...{ processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, slug, title: 'Var bor du?', kind: 'survey' },
        ...{ information: 'Vad och varför', legalBasis: 'Uppgift av allmänt intresse', promise: 'Svaren läses', contact: 'Växeln' },
        ...{ opensOn: addDays(now.day, -2), closesOn: addDays(now.day, 5) },
        questions: [
          { key: 'plats', kind: 'place', wording: 'Var bor du?', background: 'place' },
          {
            key: 'alder',
            kind: 'one',
            wording: 'Hur gammal är du?',
            background: 'age',
            form: { choices: choices({ unga: 'Under 65 år', gamla: '65 år eller äldre', 'vill-ej-ange': 'Vill ej ange' }) },
          },
          { key: 'kon', kind: 'one', wording: 'Kön', background: 'gender', form: { choices: choices({ kvinna: 'Kvinna', man: 'Man', annat: 'Annat' }) } },
        ] as never,
      },
      now,
    ),
  )
  await grantedBy(openDialogue(stage.leader, { dialogueId }, now))
}

let sent = 0
const answer = (given: Record<string, string>) =>
  submitAnswer(
    { dialogue: 'var-bor-du', submissionKey: `an-answer-of-the-test-${sent++}`, given: Object.fromEntries(Object.entries(given).map(([key, text]) => [key, { texts: [text] }])) },
    now,
  )

describe('a question of places', () => {
  test('offers the municipality’s own list, on the page and in the interface', async () => {
    const page = await (await site.get('/delta/var-bor-du')).text()
    for (const name of ['Alby', 'Torpshammar', 'Östavall']) expect(page).toContain(`>${name}</option>`)
    const { questions } = (await (await site.get('/api/v1/dialogues/var-bor-du')).json()) as { questions: { key: string; choices: { key: string; label: string }[] }[] }
    expect(questions[0]?.choices.map(({ key, label }) => [key === alby, label])).toEqual([
      [true, 'Alby'],
      [false, 'Torpshammar'],
      [false, 'Östavall'],
    ])
  })
  test('takes only what is on it', async () => {
    expect(await answer({ plats: 'paris' })).toMatchObject({ granted: false, refusal: { refused: 'unreadable' } })
  })
  test('no longer offers a place that has ended, which keeps its answers and its name', async () => {
    const [{ id: ended } = { id: '' }] = await rows(`select id from people_places where name = 'Östavall'`)
    for (let times = 0; times < 6; times++) expect((await answer({ plats: ended })).granted).toBe(true)
    await pool().query(`update people_places set valid_to = $1 where id = $2`, [addDays(now.day, -1), ended])
    expect(await (await site.get('/delta/var-bor-du')).text()).not.toContain('Östavall')
    expect((await answer({ plats: ended })).granted).toBe(false)
    const figures = await (await site.get('/arbete/dialoger/var-bor-du/siffror', { cookie: cookies.leader })).text()
    expect(figures).toContain('Östavall')
    expect(figures).not.toContain(ended)
  })
})

describe('a table of the population', () => {
  test('is looked at before it is stored', async () => {
    const page = await (await send({ step: 'look', text: table })).text()
    expect(page).toContain('Alby, Torpshammar')
    expect(page).toContain('0–64, 65+')
    expect(page).toContain('1\u202f000 (delarna sammanlagda)')
    expect(page).toContain('Spara tabellen')
    expect(await count('participation_populations')).toBe(0)
  })
  test('is refused whole, line by line in words, and nothing written is lost', async () => {
    const answered = await send({ step: 'add', text: 'plats;ålder;antal\nAlby;gamla;3\nAlby;65+;många', source: 'Egen räkning', countedOn: '2026-01-01' })
    const page = await answered.text()
    expect(answered.status).toBe(422)
    expect(page).toContain('Rad 2: ”gamla” är ingen ålder')
    expect(page).toContain('Rad 3: ”många” är inget antal')
    expect(page).toContain('value="Egen räkning"')
    expect(await count('participation_populations')).toBe(0)
  })
  test('says what is missing before it is stored', async () => {
    expect((await send({ step: 'add', text: table })).status).toBe(422)
    expect(await count('participation_populations')).toBe(0)
  })
  test('is stored with its source, its day and who added it, and stands', async () => {
    expect((await send({ step: 'add', text: table, source: 'Påhittad för testet', countedOn: '2025-12-31' })).status).toBe(302)
    expect(await count('participation_population_cells')).toBe(8)
    expect(await (await site.get('/arbete/befolkning', { cookie: cookies.leader })).text()).toContain('Påhittad för testet')
    expect(await rows(`select act from trail_events where subject_kind = 'population'`)).toEqual([{ act: 'population-added' }])
    for (const statement of ['update participation_population_cells set count = count + 1', 'delete from participation_populations', 'truncate participation_population_cells'])
      await expect(pool().query(statement)).rejects.toThrow()
  })
  test('is known again, also with its rows in another order', async () => {
    const [heading, ...lines] = table.split('\n')
    const page = await (await send({ step: 'add', text: `\ufeff${[heading, ...lines.reverse()].join('\r\n')}`, source: 'En gång till', countedOn: '2025-12-31' })).text()
    expect(page).toContain('Den här tabellen finns redan')
    expect(await count('participation_populations')).toBe(1)
  })
  test('is added by those who work with answers, and read by the auditor too', async () => {
    expect((await send({ step: 'look', text: table }, cookies.secretary)).status).toBe(403)
    expect((await send({ step: 'look', text: table }, cookies.auditor)).status).toBe(403)
    expect((await site.get('/arbete/befolkning', { cookie: cookies.secretary })).status).toBe(403)
    expect((await site.get('/arbete/befolkning', { cookie: cookies.auditor })).status).toBe(200)
  })
})

describe('who is missing', () => {
  beforeAll(async () => {
    const many = async (times: number, given: Record<string, string>) => {
      for (let time = 0; time < times; time++) await grantedBy(answer(given))
    }
    await many(70, { plats: alby, alder: 'unga', kon: 'kvinna' })
    await many(10, { plats: alby, alder: 'unga', kon: 'man' })
    await many(10, { plats: alby, alder: 'gamla', kon: 'kvinna' })
    await many(9, { plats: torp, alder: 'unga', kon: 'kvinna' })
    await many(1, { plats: torp, alder: 'gamla', kon: 'man' })
    await many(2, { plats: torp, alder: 'vill-ej-ange', kon: 'annat' })
  })
  test('is nobody, and no figure is drawn, before anybody has answered', async () => {
    for (const page of ['vilka-saknas', 'siffror']) {
      const html = (await (await site.get(`/arbete/dialoger/ingen-svarar/${page}`, { cookie: cookies.leader })).text()).replaceAll('<!-- -->', '')
      expect(html, page).toContain('Ingen har svarat än')
      for (const said of ['av väntade 0', '0 av 0', 'Stapel']) expect(html, page).not.toContain(said)
    }
  })
  test('is said in plain sentences, the largest gap first, each with advice', async () => {
    const page = (await (await missing()).text()).replaceAll(/<!-- -->/g, '')
    const gaps = [...page.matchAll(/<li><strong>([^<]*)<\/strong>/g)].map(([, sentence]) => sentence)
    expect(gaps).toEqual([
      'Man: 11 av väntade 48',
      '65 år eller äldre: 11 av väntade 30',
      'Alby 65+: 10 av väntade 20',
      'Torpshammar 65+: 1 av väntade 10',
      'Torpshammar: 12 av väntade 20',
    ])
    expect(page).toContain('på papper på biblioteket')
    expect(page).toContain('exakt binomialtest')
    expect(page).toContain('Påhittad för testet')
    expect(page).not.toContain('style=')
  })
  test('keeps apart those who did not answer and those who would rather not say', async () => {
    const page = await (await missing()).text()
    expect(page).toContain('Svar som inte är med i jämförelsen')
    expect(page).toContain('Vill ej ange')
  })
  test('is counted again when answers come', async () => {
    for (let time = 0; time < 9; time++) await grantedBy(answer({ plats: torp, alder: 'gamla', kon: 'man' }))
    expect((await (await missing()).text()).replaceAll(/<!-- -->/g, '')).toContain('20 av väntade 52')
  })
  test('is for those who may read answers', async () => {
    expect((await missing(cookies.secretary)).status).toBe(403)
    expect((await missing(cookies.auditor)).status).toBe(200)
    expect((await site.get('/arbete/dialoger/finns-inte/vilka-saknas', { cookie: cookies.leader })).status).toBe(404)
    expect((await site.get('/arbete/dialoger/gruppsamtal/vilka-saknas', { cookie: cookies.leader })).status).toBe(404)
  })
})
