import { beforeAll, describe, expect, test } from 'vitest'
import { codeStatement, createTheme, freezeMatrix, readMatrix, readSnapshot, storeCodings } from '#analysis'
import { pool } from '#db/database.server'
import { freezeDocument } from '#documents'
import { presentMoment } from '#http/clock'
import { day } from '#kernel/day'
import { addPopulation, createDialogue, createGroup, openDialogue, storeResponses } from '#participation'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
const words = { definition: 'Vad det är.', whenToUse: 'När det sägs.', whenNot: 'Annars.' }
const choices = (labels: Record<string, string>) => Object.entries(labels).map(([key, label]) => ({ key, label, labelEnglish: null }))
const table = 'ålder;kön;antal\n16-44;kvinnor;300\n16-44;män;300\n45+;kvinnor;300\n45+;män;300'
let stage: Stage
let residentsSurvey: Parameters<typeof speak>[0]
let cookie = ''
let [energy, wind, sun, work] = ['', '', '', '']

type Said = { theme: string; stance: 'keep' | 'leave' | 'want' | null }
type Voice = { age: string; likes: string; says: readonly Said[] }
const times = (count: number, voice: Voice) => Array.from({ length: count }, () => voice)

/** Stores answers of a group, each with one statement, read as themes. */
async function speak(dialogue: { id: string; groupId: string; questionId: string; source: 'web' | 'note' }, voices: readonly Voice[], persons = 1) {
  const stored = await storeResponses(
    voices.map(({ age, likes }) => ({
      ...{ dialogueId: dialogue.id, groupId: dialogue.groupId, receivedOn: day('2020-10-12'), source: dialogue.source, persons, label: dialogue.source === 'note' ? 'Bord' : null },
      answers: dialogue.source === 'note' ? {} : { ...(age && { alder: age }), nojd: likes },
      lines: [{ questionId: dialogue.questionId, text: 'Det vi sade' }],
    })),
  )
  await storeCodings(
    voices.flatMap(({ says }, at) =>
      says.map(({ theme, stance }) => ({ statementId: stored[at]?.statementIds[0] ?? '', themeId: theme, stance, codedBy: stage.analyst.person, codedAt: now.at })),
    ),
  )
  return stored
}

beforeAll(async () => {
  stage = await stageDialogue()
  const { processId, stepId } = stage
  cookie = await site.signIn('analyst@example.se')
  const add = async (name: string, parentId = '') =>
    (await grantedBy(createTheme(stage.analyst, { ...words, name, processId, parentId, isCodable: parentId !== '' || name === 'Arbetsro' }, now))).id
  energy = await add('Energi')
  ;[wind, sun, work] = [await add('Vindkraft', energy), await add('Solkraft', energy), await add('Arbetsro')]
  const { id: elected } = await grantedBy(createGroup(stage.leader, { processId, key: 'fortroendevalda', name: 'Förtroendevalda', unit: 'persons', size: '21', census: true }, now))
  const common = {
    information: 'Vad och varför',
    legalBasis: 'Uppgift av allmänt intresse',
    promise: 'Svaren läses',
    contact: 'Växeln',
    opensOn: now.day,
    closesOn: now.day,
    processId,
    stepId,
  }
  const survey = async (groupId: string, slug: string) => {
    const made = await grantedBy(
      createDialogue(
        stage.leader,
        {
          ...{ ...common, groupId, slug, title: `Enkäten ${slug}`, kind: 'survey' },
          questions: [
            { key: 'bra', kind: 'lines', wording: 'Vad är viktigt?' },
            {
              key: 'alder',
              kind: 'one',
              wording: 'Hur gammal är du?',
              background: 'age',
              form: { choices: choices({ unga: '16–44 år', gamla: '45 år eller äldre', 'vill-ej-ange': 'Vill ej ange' }) },
            },
            { key: 'nojd', kind: 'one', wording: 'Är du nöjd?', form: { choices: choices({ ja: 'Ja', nej: 'Nej' }) } },
          ] as never,
        },
        now,
      ),
    )
    await grantedBy(openDialogue(stage.leader, { dialogueId: made.id }, now))
    return { id: made.id, groupId, questionId: made.questionIds[0] ?? '', source: 'web' as const }
  }
  const [ofResidents, ofElected] = [await survey(stage.residents, 'energi'), await survey(elected, 'energi-valda')]
  residentsSurvey = ofResidents
  const w = (stance: Said['stance']) => ({ theme: wind, stance })
  const s = (stance: Said['stance']) => ({ theme: sun, stance })
  await speak(ofResidents, [
    ...times(30, { age: 'unga', likes: 'ja', says: [w('want')] }),
    ...times(4, { age: 'gamla', likes: 'nej', says: [w('leave')] }),
    ...times(16, { age: 'gamla', likes: 'nej', says: [w('want'), s('want')] }),
    ...times(10, { age: '', likes: 'ja', says: [s('keep')] }),
    ...times(20, { age: 'unga', likes: 'ja', says: [] }),
  ])
  await speak(ofElected, [...times(5, { age: '', likes: 'ja', says: [w('want')] }), ...times(16, { age: '', likes: 'nej', says: [w('leave')] })])
  const [placeQuestion = '', workQuestion = ''] = stage.notes.questionIds
  const notes = { id: stage.notes.id, groupId: stage.staff, source: 'note' as const }
  await speak({ ...notes, questionId: placeQuestion }, times(12, { age: '', likes: '', says: [w('want')] }), 8)
  await speak({ ...notes, questionId: workQuestion }, times(9, { age: '', likes: '', says: [{ theme: work, stance: 'want' }] }), 8)
})

const pageOf = async (path: string) => {
  const answer = await site.get(path, { cookie })
  expect(answer.status).toBe(200)
  return (await answer.text()).replaceAll('<!-- -->', '')
}
const rowOf = async (theme: string, wish = {}) => (await readMatrix(stage.processId, now, wish)).rows.find((row) => row.theme === theme)

describe('a small case counted by hand', () => {
  test('attack 23: what is shown is what comes of counting the raw answers again', async () => {
    // Residents: 80 answered. Wind power: 30 + 16 want it, 4 would leave it: 50 of 80 speak of it, 63 %. Jeffreys: 46.5 / 51 = 91 %, but 4 against is under 5: a band, 46 / 50 = 92 %.
    // The elected: 5 of 21 for, 24 %: a minority. Staff: 12 notes of 12, of 96 persons, all for: 12.5 / 13 = 96 %, notes are exact.
    const row = await rowOf(wind)
    expect(row?.cells).toMatchObject([
      {
        group: 'invanare',
        shown: true,
        mentioned: 50,
        mentionShare: 63,
        support: { kind: 'band', band: 'nearly-all' },
        stances: { keep: 'none-or-few', leave: 'none-or-few', want: 'nearly-all' },
      },
      { group: 'medarbetare', shown: true, mentioned: 12, mentionShare: 100, support: { kind: 'share', percent: 96 } },
      { group: 'fortroendevalda', shown: true, mentioned: 21, mentionShare: 100, support: { kind: 'band', band: 'minority' } },
    ])
    // Surely over one half: residents and staff, of three that could speak. Mean of 91.2, 96.2 and 23.8.
    expect(row).toMatchObject({ reading: 'split', spread: { groups: 2, of: 3 }, strength: 70, statements: 83 })
    const raw = await pool().query(
      `select count(distinct s.response_id)::int as answers from analysis_codings c join participation_statements s on s.id = c.statement_id join participation_responses r on r.id = s.response_id
       where c.theme_id = $1 and r.group_id = $2`,
      [wind, stage.residents],
    )
    expect(raw.rows[0].answers).toBe(50)
  })

  test('a heading has its parts’ answers once: 50 of wind and 26 of sun are 60 of energy', async () => {
    expect((await rowOf(energy))?.cells[0]).toMatchObject({ mentioned: 60, mentionShare: 75 })
    expect((await rowOf(sun))?.cells[0]).toMatchObject({ mentioned: 26 })
    const { rows } = await readMatrix(stage.processId, now)
    expect(rows.map(({ name, depth }) => [name, depth])).toEqual([
      ['Energi', 0],
      ['Vindkraft', 1],
      ['Solkraft', 1],
      ['Arbetsro', 0],
    ])
  })

  test('the place and the workplace are two matrices', async () => {
    expect((await rowOf(work))?.cells.map((cell) => cell.shown)).toEqual([false, false, false])
    const row = await rowOf(work, { axis: 'workplace' })
    expect(row?.cells).toMatchObject([
      { shown: false, because: 'not-asked' },
      { shown: true, mentioned: 9 },
      { shown: false, because: 'not-asked' },
    ])
    expect((await rowOf(wind, { axis: 'workplace' }))?.cells[1]).toMatchObject({ shown: false, because: 'silent' })
  })

  test('attack 60: ages stand beside their whole, and where one is too few another goes with it', async () => {
    const { parts, rows } = await readMatrix(stage.processId, now)
    expect(parts.map(({ name }) => name)).toEqual(['16–44 år', '45 år eller äldre', 'Okänd ålder'])
    const of = (theme: string) => rows.find((row) => row.theme === theme)?.parts?.map((cell) => (cell.shown ? cell.mentioned : cell.because))
    // Wind: 30 young, 20 old, and none of the ten who did not say. 50 less 30 and 20 would tell of the none, so the next smallest goes with it.
    expect(of(wind)).toEqual([30, 'too-few', 'too-few'])
    // Sun: no young, 16 old, 10 who did not say. Of the old 20 speak of energy: the 4 who do so but not of sun could be reckoned, so the 16 go too.
    expect(of(sun)).toEqual(['too-few', 'too-few', 'too-few'])
    expect(of(energy)).toEqual([30, 20, 10])
  })

  test('parts are no voices beside their whole, and are instead of it when that is asked for', async () => {
    expect((await rowOf(wind))?.spread.of).toBe(3)
    const apart = await rowOf(wind, { voices: 'age' })
    // Two ages and those who did not say, instead of the residents.
    expect(apart?.spread.of).toBe(5)
    expect(apart?.parts).toEqual((await rowOf(wind))?.parts)
  })

  test('neither the order of codings, nor a second coder who agrees, nor a coding that was taken back changes anything', async () => {
    const before = await readMatrix(stage.processId, now)
    await pool().query(
      `insert into analysis_codings (id, statement_id, theme_id, stance, coded_by, coded_at) select gen_random_uuid(), statement_id, theme_id, stance, $1, coded_at from analysis_codings order by random()`,
      [stage.leader.person],
    )
    await pool().query(
      `insert into analysis_codings (id, statement_id, theme_id, stance, coded_by, coded_at, withdrawn_at, withdrawn_by)
       select gen_random_uuid(), statement_id, $1, 'leave', coded_by, coded_at, now(), coded_by from analysis_codings`,
      [sun],
    )
    expect(await readMatrix(stage.processId, now)).toEqual(before)
  })
})

test('a group that nobody has answered in is one column more, and an uncoded statement of the workplace is nothing to the place', async () => {
  const said = async () => {
    const { rows } = await readMatrix(stage.processId, now)
    return rows.map(({ theme, reading, strength, spread, cells, parts }) => ({
      theme,
      reading,
      strength,
      spread,
      parts,
      cells: cells.filter(({ group }) => group !== 'naringsliv'),
    }))
  }
  const before = await said()
  await grantedBy(createGroup(stage.leader, { processId: stage.processId, key: 'naringsliv', name: 'Näringsliv', unit: 'persons' }, now))
  const [, workQuestion = ''] = stage.notes.questionIds
  await speak({ id: stage.notes.id, groupId: stage.staff, questionId: workQuestion, source: 'note' }, times(3, { age: '', likes: '', says: [] }))
  expect(await said()).toEqual(before)
  expect((await rowOf(wind))?.cells.find(({ group }) => group === 'naringsliv')).toEqual({ group: 'naringsliv', shown: false, because: 'not-asked' })
})

describe('the page', () => {
  test('says the units, sorts the themes by how they are read, and shows no figure under five', async () => {
    const page = await pageOf('/arbete/samsyn')
    for (const said of ['Invånare (personer)', 'Medarbetare (anteckningar)', 'Olika syn', 'Vet inte än', 'en mindre del för', '2 av 3 grupper', 'Frågor om arbetsplatsen'])
      expect(page).toContain(said)
    expect(page.indexOf('Vindkraft')).toBeGreaterThan(page.indexOf('<h2>Olika syn'))
    // The tables first, and the picture of the same after them.
    const places = ['<h2>Samsyn', '<h2>Olika syn', '<h2>Bara några säger detta', '<h2>Vet inte än', '<table', 'Stöd i varje grupp, av dem som tar ställning'].map((each) =>
      page.indexOf(each),
    )
    expect([places.includes(-1), places.slice(0, 4)]).toEqual([false, places.slice(0, 4).toSorted((one, other) => one - other)])
    expect(page.slice(0, places[5]).match(/<table/g)?.length).toBeGreaterThanOrEqual(2)
    expect(await pageOf('/arbete/samsyn?visa=omnamnanden')).toContain('63 %')
    expect(await pageOf('/arbete/samsyn?visa=hallning')).toContain('önska: nästan alla')
    expect(await pageOf('/arbete/samsyn?fraga=arbetsplatsen')).toContain('Arbetsro')
  })
  test('parts are shown for comparison, and counted as groups by a link', async () => {
    const page = await pageOf('/arbete/samsyn?visa=alder')
    for (const said of ['16–44 år, nämner', 'De räknas inte som egna grupper', 'Läs om med delarna som egna grupper']) expect(page).toContain(said)
    expect(await pageOf('/arbete/samsyn?visa=alder&egna=ja')).toContain('Delarna räknas som egna grupper')
    expect(await pageOf('/arbete/samsyn?visa=plats')).toContain('De svar som räknas här säger inget om plats')
  })
  test('what it hangs on is said in words', async () => {
    const page = await pageOf('/arbete/samsyn?visa=hanger')
    expect(page).toContain('Utan Förtroendevalda blir Vindkraft Samsyn.')
    expect(page).toContain('Om varje grupp vägde efter sin storlek blir Vindkraft Samsyn.')
  })
  test('an unknown wish is the first, and nothing breaks', async () => {
    expect(await pageOf('/arbete/samsyn?visa=ingenting&fraga=x&dimension=finns-inte&egna=ja')).toContain('Vindkraft')
  })
})

describe('weights', () => {
  test('without a table of the population the page says who adds one', async () => {
    expect(await pageOf('/arbete/samsyn/vikter')).toContain('lägger till en befolkningstabell')
  })
  test('the residents’ survey stands weighed beside unweighed; the elected are not weighed', async () => {
    await grantedBy(addPopulation(stage.leader, { text: table, source: 'SCB', countedOn: '2025-12-31' }, now))
    const page = await pageOf('/arbete/samsyn/vikter')
    expect(page).toContain('Enkäten energi<')
    expect(page).not.toContain('Enkäten energi-valda')
    // 50 young and 20 old answered their age, ten did not and keep weight 1; half of the people are young. Young: 35 / 50 = 0.7, old: 35 / 20 = 1.75.
    // Wind: 50 / 80 = 63 % unweighted; (30 · 0.7 + 20 · 1.75) / 80 = 70 % weighted. Design effect: 80 · (50 · 0.49 + 20 · 3.0625 + 10) / 80² = 1.20; 67 answers.
    const rows = page.slice(page.indexOf('andel av alla svar som nämner det'))
    expect(rows.slice(rows.indexOf('Vindkraft'), rows.indexOf('Solkraft'))).toMatch(/63\s%.*70\s%/s)
    expect(page).toMatch(/Designeffekten är 1,20/)
    expect(page).toMatch(/lika mycket som 67 svar/)
    // Ja: 60 of 80 = 75 % unweighted; (50 · 0.7 + 10) / 80 = 56 % weighted.
    expect(page.slice(page.indexOf('Är du nöjd?'))).toMatch(/Ja.*75\s%.*56\s%/s)
    expect(page).toContain('Ingen vikt är kapad')
  })
  test('only those who may read codings read them', async () => {
    const secretary = await site.signIn('secretary@example.se')
    expect((await site.get('/arbete/samsyn/vikter', { cookie: secretary })).status).toBe(403)
  })
})

describe('the frozen matrix', () => {
  test('holds what the page showed, and stands when a coding is changed', async () => {
    const { rows, parts } = await readMatrix(stage.processId, now)
    await grantedBy(freezeMatrix(stage.analyst, { processId: stage.processId }, now))
    const statement = (await pool().query('select statement_id as id from analysis_codings where theme_id = $1 limit 1', [sun])).rows[0].id
    await grantedBy(codeStatement(stage.analyst, { statementId: statement, readings: [{ themeId: wind, stance: 'leave' }] }, now))
    const frozen = await readSnapshot(stage.processId, now.at)
    expect(frozen?.rows).toEqual(JSON.parse(JSON.stringify(rows.map((row) => ({ ...row, frozenAs: row.theme })))))
    expect(frozen?.parts?.map(({ name }) => name)).toEqual(parts.map(({ name }) => name))
    expect(frozen?.workplaceRows).toMatchObject([{ name: 'Arbetsro' }])
    const page = await pageOf(`/handling/${frozen?.sha256}`)
    for (const said of ['Delar av grupper', 'Vad som sagts om arbetsplatsen', 'Utan Förtroendevalda blir Vindkraft Samsyn.']) expect(page).toContain(said)
  })
  test('one that was frozen before there were parts is read as it is', async () => {
    const frozen = await readSnapshot(stage.processId, now.at)
    const cells = [{ group: 'invanare', shown: true, mentioned: 50, mentionShare: 63, support: { kind: 'band', band: 'nearly-all' } }]
    const row = { theme: wind, slug: 'vindkraft', name: 'Vindkraft', reading: 'split', label: 'split', spread: { groups: 2, of: 3 }, strength: 70, statements: 83, cells }
    const old = { number: 9, groups: frozen?.groups ?? [], rows: [row], statements: 83, coded: 83, setAside: 0 }
    const document = await freezeDocument({
      kind: 'analysis',
      subject: { kind: 'process', id: stage.processId, version: 9 },
      content: { title: 'En äldre analys', blocks: [], data: old },
      now,
    })
    await pool().query('insert into analysis_snapshots (id, process_id, number, document_id, frozen_by, frozen_at) values (gen_random_uuid(), $1, 9, $2, $3, $4)', [
      stage.processId,
      document.id,
      stage.analyst.person,
      now.at,
    ])
    expect(await readSnapshot(stage.processId, now.at)).toEqual({
      ...{ ...old, rows: [{ ...row, frozenAs: wind }] },
      ...{ frozenAt: expect.anything(), sha256: document.sha256, documentId: document.id },
    })
    expect(await pageOf('/arbete/samsyn')).toContain('Analys 9 frystes')
  })
  test('is not frozen again for the few who have come since, and is when they are as many as the threshold', async () => {
    const frozen = async () => (await pool().query('select count(*)::int as count from analysis_snapshots')).rows[0].count
    const freeze = () => site.post('/arbete/samsyn', { processId: stage.processId }, { cookie })
    const before = await frozen()
    // A coding has changed since the first, and nobody has come: that may be shown.
    expect((await freeze()).status).toBe(302)
    const one = { age: 'unga', likes: 'ja', says: [{ theme: sun, stance: 'leave' as const }] }
    await speak(residentsSurvey, times(4, one))
    const refused = await freeze()
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('har för få nya svar kommit i gruppen Invånare')
    expect(await frozen()).toBe(before + 1)
    await speak(residentsSurvey, [one])
    expect((await freeze()).status).toBe(302)
    expect(await frozen()).toBe(before + 2)
  })
})
