import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue, readRawStatements, readShownQuotes } from '#participation'
import { readDelimited } from '../src/modules/participation/rules/delimited-text.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const roles = ['process-leader', 'analyst', 'auditor', 'secretary'] as const
const cookies = {} as Record<(typeof roles)[number], string>
const queue = '/arbete/granska?dialog=orten'
let stage: Stage

beforeAll(async () => {
  stage = await stageDialogue()
  for (const role of roles) cookies[role] = await site.signIn(`${role}@example.se`)
  const about = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, information: 'x', legalBasis: 'x', promise: 'x', contact: 'x' }
  const own = { slug: 'orten', title: 'Orten', titleEnglish: 'The town', kind: 'survey' as const, opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1) }
  const questions = [{ key: 'tycker', kind: 'lines', wording: 'Vad tycker du?', wordingEnglish: 'What do you think?' }] as never[]
  const { id } = await grantedBy(createDialogue(stage.leader, { ...about, ...own, informationEnglish: 'x', promiseEnglish: 'x', questions }, now))
  await grantedBy(openDialogue(stage.leader, { dialogueId: id }, now))
  // Enough of them that the group may be quoted.
  for (let more = 0; more < 5; more++) await answer(`Tanke nummer ${more}`)
})

/** Sends one answer as a resident does, and answers with its receipt code and the id of its text. */
async function answer(text: string, language = 'sv') {
  const sent = await site.request('/api/v1/dialogues/orten/answers', {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: '127.0.0.1' },
    body: JSON.stringify({ answers: { tycker: [text] }, language }),
  })
  const { receipt } = (await sent.json()) as { receipt: string | { code: string } }
  const { rows } = await pool().query<{ id: string }>('select id from participation_statements where text = $1', [text])
  return { code: typeof receipt === 'string' ? receipt : receipt?.code, id: rows[0]?.id ?? '' }
}
const as = (role: (typeof roles)[number]) => ({ cookie: cookies[role] })
const page = async (path: string, role: (typeof roles)[number] = 'analyst') => (await (await site.get(path, as(role))).text()).replaceAll('<!-- -->', '')
const review = (ids: string | string[], decide: string, more: Record<string, string> = {}, role: (typeof roles)[number] = 'process-leader') =>
  site.post(queue, { statementIds: ids, decide: `marked ${decide}`, ...more }, as(role))
const mask = (id: string, shown: string, more: Record<string, string> = { cause: 'personal-data' }) => review(id, 'may-be-shown', { [`shown-${id}`]: shown, ...more })
const follow = async (code: string, language = 'sv') => (await (await site.post('/folj', { code }, { cookie: `sprak=${language}` })).text()).replaceAll('<!-- -->', '')
const translate = (id: string, text: string, role: (typeof roles)[number] = 'analyst') => site.post(`/arbete/granska/${id}`, { act: 'translate', text }, as(role))
const filesAt = async (path: string, form: Record<string, string>, role: (typeof roles)[number]) => {
  const files = unzipSync(new Uint8Array(await (await site.post(path, form, as(role))).arrayBuffer()))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
}
const count = async (what: string, values: unknown[] = []) => Number((await pool().query(`select count(*) from ${what}`, values)).rows[0].count)

describe('what a machine points out', () => {
  test('is a question to a person: a threat, an insult, a number and another language are marked and hide nothing', async () => {
    const threat = await answer('Jag vet var du bor, kommunalrådet')
    const insult = await answer('Vilka idioter som bygger rondeller')
    await answer('Ring 070-174 06 05 om du vill')
    await answer('We really need more buses to the town')
    const html = await page(queue)
    for (const tag of ['Hot?', 'Grova ord?', 'Telefonnummer?', 'Språk: engelska']) expect(html).toContain(tag)
    expect(await count('participation_reviews where statement_id = any($1::uuid[])', [[threat.id, insult.id]])).toBe(0)
    expect(await readShownQuotes([threat.id], 1)).toEqual([])
    // None of them is among those that may be shown at once as without a warning.
    const plain = [...html.matchAll(/name="plainIds" value="([^"]+)"/g)].map((match) => match[1])
    expect(plain).toHaveLength(5)
    expect(plain).not.toContain(threat.id)
  })
  test('is had by filter links with counts, that can be sent, and no forged filter does anything', async () => {
    const html = await page(queue)
    const links = [...html.matchAll(/<a href="(\/arbete\/granska[^"]*)"[^>]*>([^<]+)<span class="soft"> (\d+)<\/span>/g)]
    expect(links.map(([, , label, number]) => [label, Number(number)])).toEqual([
      ['Alla', 9],
      ['Väntar', 9],
      ['Får visas', 0],
      ['Maskerade', 0],
      ['Visas inte', 0],
      ['Hot', 1],
      ['Grova ord', 1],
      ['Telefonnummer', 1],
      ['Annat språk', 1],
    ])
    const threats = await page(links.find(([, , label]) => label === 'Hot')?.[1]?.replaceAll('&amp;', '&') ?? '')
    expect([threats.match(/<bdi/g)?.length, threats.includes('Jag vet var du bor')]).toEqual([1, true])
    for (const forged of [
      'varning=threat',
      'varning=constructor',
      'varning=__proto__',
      "lage=masked' or 1=1",
      'varning=hot&varning=x',
      'reviews.masked_text=1',
      'varning=%3Csvg%20onload=alert(1)%3E',
    ]) {
      const answered = await site.get(`${queue}&${forged}`, as('analyst'))
      expect([forged, answered.status, (await answered.text()).includes('<svg onload')]).toEqual([forged, 200, false])
    }
  })
  test('is read anew when the rules are newer', async () => {
    await pool().query('update participation_flags set rules = 0, kinds = array[]::text[]')
    expect(await page(queue)).toContain('>Hot<')
    expect(await count('participation_flags where rules = 0')).toBe(0)
  })
})

describe('words that are taken away', () => {
  test('need a reason, from the list or in words of one’s own, and nothing is lost where it is missing', async () => {
    const { id } = await answer('Läraren Skräddarhult är elak')
    const unsaid = await mask(id, 'En lärare är elak', {})
    expect(unsaid.status).toBe(422)
    const html = await unsaid.text()
    expect(html).toContain('href="#cause"')
    expect(html).toContain('>En lärare är elak</textarea>')
    const other = await mask(id, 'En lärare är elak', { cause: 'other' })
    expect([other.status, (await other.text()).includes('Skriv skälet med egna ord')]).toEqual([422, true])
    expect((await mask(id, 'En lärare är elak', { cause: 'drop table' })).status).toBe(422)
    expect((await review(id, 'withheld')).status).toBe(422)
    expect(await count('participation_reviews where statement_id = $1', [id])).toBe(0)
    expect((await mask(id, 'En lärare är elak')).status).toBe(302)
  })
  test('stay away when somebody sends a form that was drawn before: it is refused, with how the text stands now', async () => {
    const { id } = await answer('Grannen Qvistberg har fel')
    const drawn = await page(queue)
    const was = new RegExp(`name="was-${id}" value="([^"]*)"`).exec(drawn)?.[1]
    expect(was).toBeDefined()
    expect((await mask(id, 'Grannen [namn] har fel')).status).toBe(302)
    const stale = { [`was-${id}`]: was ?? '', [`shown-${id}`]: 'Grannen Qvistberg har fel' }
    for (const decide of ['marked may-be-shown', 'plain may-be-shown']) {
      const refused = await site.post(`${queue}&lage=maskerade`, { statementIds: id, plainIds: id, decide, ...stale }, as('analyst'))
      const html = await refused.text()
      expect([refused.status, html.includes('Någon annan har granskat en text medan du läste')]).toEqual([409, true])
      expect([html.includes('>Grannen [namn] har fel</textarea>'), html.includes('Qvistberg')]).toEqual([true, false])
    }
    expect(await readShownQuotes([id], 1)).toMatchObject([{ text: 'Grannen [namn] har fel' }])
    // A form that shows how it stands may say otherwise.
    const stands = new RegExp(`name="was-${id}" value="([^"]+)"`).exec(await page(`${queue}&lage=maskerade`))?.[1] ?? ''
    expect((await review(id, 'withheld', { cause: 'insult', [`was-${id}`]: stands }, 'analyst')).status).toBe(302)
  })
  test('leave a text as long as an answer may be', async () => {
    const { id } = await answer('En lång berättelse om vägen')
    expect((await mask(id, 'a'.repeat(5001))).status).toBe(422)
    expect((await mask(id, 'a'.repeat(5000))).status).toBe(302)
  })
  test('and the database too refuses a mask or a verdict without its reason', async () => {
    const { id } = await answer('Något att pröva mot databasen')
    for (const [verdict, masked, cause, reason] of [
      ['withheld', null, null, null],
      ['may-be-shown', 'x', null, 'y'],
      ['may-be-shown', 'x', 'other', null],
      ['may-be-shown', null, 'threat', null],
      ['withheld', null, 'because', 'y'],
    ])
      await expect(
        pool().query('insert into participation_reviews (statement_id, verdict, masked_text, cause, reason, reviewed_by, reviewed_at) values ($1, $2, $3, $4, $5, $6, now())', [
          id,
          verdict,
          masked,
          cause,
          reason,
          stage.leader.person,
        ]),
      ).rejects.toThrow('participation_reviews_cause')
  })
  test('leave the module by no way: pages, files, readings and the API have the masked text, the one who wrote their own', async () => {
    const { id, code } = await answer('Det är Skräddarhult som bestämmer')
    expect(await readRawStatements(stage.analyst, [id], now)).toMatchObject([{ text: 'Det är Skräddarhult som bestämmer' }])
    await mask(id, 'Det är [namn] som bestämmer')
    const left: [string, string][] = []
    for (const role of ['process-leader', 'analyst', 'auditor'] as const)
      for (const state of ['alla', 'vantar', 'visas', 'maskerade', 'visas-inte'])
        left.push([`${role} ${state}`, await page(`${queue}&lage=${state}`, role)], [`${role} text`, await page(`/arbete/granska/${id}`, role)])
    left.push(['coding', await page(`/arbete/kodning?yttrande=${id}`)], ['figures', await (await site.get('/api/v1/dialogues/orten/figures')).text()])
    for (const role of ['process-leader', 'analyst'] as const)
      for (const texts of ['raw', 'shown'])
        for (const format of ['people', 'machine', 'xlsx', 'json'])
          for (const [name, content] of Object.entries(await filesAt('/arbete/dialoger/orten/utlamning/fil', { format, texts, reason: 'Kodning' }, role)))
            left.push([`${role} ${format} ${texts} ${name}`, content])
    const handed = await filesAt('/arbete/dialoger/orten/begaran/fil', { decision: 'KS 1', reason: 'Allt' }, 'process-leader')
    left.push(...Object.entries(handed))
    left.push(['raw reading', JSON.stringify(await readRawStatements(stage.leader, [id], now))], ['quotes', JSON.stringify(await readShownQuotes([id], 1))])
    expect(left.filter(([, content]) => content.includes('Skräddarhult')).map(([way]) => way)).toEqual([])
    // The text went by them all the same, or this would prove nothing.
    expect(left.filter(([, content]) => content.includes('Det är [namn] som bestämmer')).length).toBeGreaterThan(20)
    expect(await follow(code)).toContain('Det är Skräddarhult som bestämmer')
    // The log of what was masked has the reason.
    const [, ...rows] = readDelimited((handed['orten-maskeringslogg.csv'] ?? '').replace('\ufeff', ''))
    expect(rows.map(({ cells }) => cells.slice(1, 4))).toContainEqual(['Det är [namn] som bestämmer', 'Orden kunde visa vem någon är', 'process-leader'])
  })
  test('are told to the one who wrote, with the reason in plain words, in Swedish and in English', async () => {
    const masked = await answer('Kalle på macken är bäst')
    await mask(masked.id, '[namn] är bäst', { cause: 'personal-data', reason: 'Orten är liten.' })
    expect(await follow(masked.code)).toMatch(/Ditt svar visas med några ord borttagna\. Orden kunde visa vem någon är\. Skälet: <bdi lang="sv">Orten är liten\./)
    expect(await follow(masked.code, 'en')).toContain('Your answer is shown with some words removed. The words could show who somebody is.')
    const withheld = await answer('Nu ska du dö')
    await review(withheld.id, 'withheld', { cause: 'threat' })
    expect(await follow(withheld.code)).toContain('Ditt svar visas inte. Orden hotar någon.')
    expect(await follow(withheld.code, 'en')).toContain('Your answer is not shown. The words threaten somebody.')
  })
})

describe('what was masked, as it was written', () => {
  const read = (id: string, reason: string, role: (typeof roles)[number] = 'process-leader') => site.post(`/arbete/granska/${id}`, { act: 'original', reason }, as(role))
  test('is read by the process leader alone, with a reason, which the auditor sees', async () => {
    const { id } = await answer('Grannen Brännlövs hund skäller')
    expect((await read(id, 'Nyfiken')).status).toBe(404)
    await mask(id, 'Grannens hund skäller')
    for (const role of ['analyst', 'auditor', 'secretary'] as const) {
      expect([role, (await read(id, 'Nyfiken', role)).status]).toEqual([role, 403])
      if (role !== 'secretary') expect(await page(`/arbete/granska/${id}`, role)).not.toContain('Läs texten som den skrevs')
    }
    const unsaid = await read(id, ' ')
    expect([unsaid.status, (await unsaid.text()).includes('Brännlöv')]).toEqual([422, false])
    expect(await count("trail_events where act = 'original-read'")).toBe(0)
    const answered = await read(id, 'Den som skrev vill ha rättelse')
    expect([answered.status, (await answered.text()).includes('Grannen Brännlövs hund skäller')]).toEqual([200, true])
    expect(await page(`/arbete/granska/${id}`, 'process-leader')).not.toContain('Brännlöv')
    expect((await pool().query("select statements, times, purpose from participation_readings where page = 'original'")).rows).toEqual([
      { statements: 1, times: 1, purpose: 'original' },
    ])
    const log = await page('/arbete/lasning', 'auditor')
    expect(log).toContain('Den som skrev vill ha rättelse')
    expect(log).toContain('pröva en maskering')
  })
  test('attack 40: an id that is nobody’s, and one that is no id, answer alike', async () => {
    for (const id of ['3f1c0a2e-0000-4000-8000-000000000000', 'finns-inte', "' or 1=1"]) {
      expect([id, (await read(encodeURIComponent(id), 'x')).status]).toEqual([id, 404])
      expect([id, (await site.get(`/arbete/granska/${encodeURIComponent(id)}`, as('process-leader'))).status]).toEqual([id, 404])
    }
  })
})

describe('an answer in another language', () => {
  test('is translated by a person, beside what it says, and labelled so where it is read', async () => {
    const { id } = await answer('More buses', 'en')
    expect(await page(`${queue}&varning=annat-sprak`)).toContain(`href="/arbete/granska/${id}"`)
    expect((await translate(id, ' ')).status).toBe(422)
    const long = await translate(id, 'a@b.se '.repeat(700))
    expect([long.status, /högst 5\s000 tecken, med/.test(await long.text())]).toEqual([422, true])
    expect((await translate(id, 'Fler bussar', 'auditor')).status).toBe(403)
    expect((await translate(id, 'Fler bussar')).status).toBe(302)
    expect((await translate(id, 'Fler bussar. Ring 070-174 06 05')).status).toBe(302)
    const html = await page(`/arbete/granska/${id}`, 'process-leader')
    expect(html).toMatch(/<p lang="en"><bdi>More buses<\/bdi><\/p><p lang="sv">Fler bussar\. Ring \[telefon\]<\/p>/)
    expect(html.match(/Översatt av analyst, /g)).toHaveLength(2)
    expect(await page(`/arbete/kodning?yttrande=${id}`)).toContain('Översatt av analyst')
    expect(await page(queue)).toContain('På svenska: <q>Fler bussar. Ring [telefon]</q>')
    expect(await readRawStatements(stage.analyst, [id], now)).toMatchObject([
      { text: 'More buses', language: 'en', translation: { text: 'Fler bussar. Ring [telefon]', by: 'analyst' } },
    ])
    // Nothing of it is shown before the text may be.
    expect(await readShownQuotes([id], 1)).toEqual([])
    await review(id, 'may-be-shown')
    expect(await readShownQuotes([id], 1)).toMatchObject([{ text: 'More buses', language: 'en', translation: { text: 'Fler bussar. Ring [telefon]' } }])
  })
  test('keeps no translation of words that have been masked since, nor one of what is withheld', async () => {
    const { id } = await answer('The teacher Skraddarhult shouts at children', 'en')
    await translate(id, 'Läraren Skräddarhult skriker åt barn')
    await mask(id, 'A teacher shouts at children')
    const html = await page(`/arbete/granska/${id}`, 'process-leader')
    expect(html).toContain('Den gamla översättningen visas inte längre')
    const read = [
      html,
      await page(queue),
      await page(`${queue}&lage=maskerade`),
      JSON.stringify([await readRawStatements(stage.leader, [id], now), await readShownQuotes([id], 1)]),
    ]
    for (const each of read) expect(each).not.toContain('Skräddarhult skriker')
    await translate(id, 'En lärare skriker åt barn')
    expect(await readShownQuotes([id], 1)).toMatchObject([{ translation: { text: 'En lärare skriker åt barn' } }])
    await review(id, 'withheld', { cause: 'sensitive' })
    expect(await readShownQuotes([id], 1)).toEqual([])
  })
  test('is known by its words, and a Swedish text has no translation', async () => {
    const { id } = await answer('Vi vill att skolan ska vara kvar i byn', 'en')
    const refused = await translate(id, 'Samma sak')
    expect([refused.status, (await refused.text()).includes('Texten är på svenska')]).toEqual([409, true])
    expect(await count('participation_statement_translations where statement_id = $1', [id])).toBe(0)
  })
  test('attack 56: is erased with its translations, its reviews and what was pointed out, and none of them goes before', async () => {
    const { id, code } = await answer('Please keep the school open for our children', 'en')
    await translate(id, 'Behåll skolan för våra barn')
    await review(id, 'may-be-shown')
    await page(queue)
    const tables = ['participation_statement_translations', 'participation_reviews', 'participation_flags']
    const left = () => Promise.all(tables.map((table) => count(`${table} where statement_id = $1`, [id])))
    expect(await left()).toEqual([1, 1, 1])
    await expect(pool().query('delete from participation_statement_translations')).rejects.toThrow('erased only together with a row that says why')
    await expect(pool().query("update participation_statement_translations set text = 'x'")).rejects.toThrow('append-only')
    await expect(pool().query('truncate participation_statement_translations')).rejects.toThrow('append-only')
    await site.post('/folj', { act: 'withdraw', code }, { cookie: 'sprak=sv' })
    expect(await left()).toEqual([0, 0, 0])
    expect(await count("participation_erasures where why = 'withdrawn'")).toBe(1)
    const dump = await Promise.all(
      (await pool().query<{ t: string }>("select tablename as t from pg_tables where schemaname = 'public'")).rows.map(async ({ t }) =>
        JSON.stringify((await pool().query(`select * from ${t}`)).rows),
      ),
    )
    expect(dump.join()).not.toContain('Behåll skolan')
    expect(dump.join()).not.toContain('keep the school')
  })
})
