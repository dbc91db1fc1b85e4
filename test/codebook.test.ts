import { beforeAll, describe, expect, test } from 'vitest'
import { codeStatement, createTheme, readCodings, readThemes } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { explainCodings } from '../src/modules/analysis/explain-codings.ts'
import { freezeCodebook } from '../src/modules/analysis/freeze-codebook.ts'
import { mergeThemes } from '../src/modules/analysis/merge-themes.ts'
import { moveTheme } from '../src/modules/analysis/move-theme.ts'
import { retireTheme } from '../src/modules/analysis/retire-theme.ts'
import { splitTheme } from '../src/modules/analysis/split-theme.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { residentsAnswer } from './residents-answer.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
const words = { definition: 'Vad det är.', whenToUse: 'När det sägs.', whenNot: 'Annars.', examples: '' }
let stage: Stage
let analyst = ''
let statements: string[] = []

beforeAll(async () => {
  stage = await stageDialogue()
  analyst = await site.signIn('analyst@example.se')
  const [questionId = ''] = stage.survey.questionIds
  const lines = ['Tåget till kusten', 'Bussen på kvällen', 'Skogen', 'Bussen och skogen'].map((text) => ({ questionId, text }))
  statements = await residentsAnswer(stage, [lines])
})

const add = async (name: string, place: { dimension?: string; parentId?: string } = {}) =>
  (await grantedBy(createTheme(stage.analyst, { ...words, ...place, name, processId: stage.processId }, now))).id
const themesOf = async () =>
  (await readThemes({ processId: stage.processId, alsoRetired: true })).map(({ id, name, parentId, dimension, statements, retiredAt }) => ({
    id,
    name,
    parentId,
    dimension,
    statements,
    retired: retiredAt !== null,
  }))
const themeOf = async (id: string) => (await themesOf()).find((theme) => theme.id === id)
const code = (statementId: string | undefined, themeIds: string[], stance: '' | 'want' = '') =>
  grantedBy(codeStatement(stage.analyst, { statementId: statementId ?? '', readings: themeIds.map((themeId) => ({ themeId, stance })) }, presentMoment()))

describe('the tree', () => {
  test('a theme lies under another of the same dimension, and everything under it goes with it when it is moved', async () => {
    const [travel, nature] = [await add('Resor'), await add('Natur')]
    const bus = await add('Buss', { parentId: travel })
    const stop = await add('Hållplats', { parentId: bus })
    expect(await moveTheme(stage.analyst, { themeId: travel, parentId: stop, reason: 'Prov' }, now)).toMatchObject({ refusal: { refused: 'under-itself' } })
    expect(await createTheme(stage.analyst, { ...words, name: 'Lugn', dimension: 'egenskaper', parentId: nature, processId: stage.processId }, now)).toMatchObject({
      refusal: { refused: 'other-dimension' },
    })
    await grantedBy(moveTheme(stage.analyst, { themeId: bus, dimension: 'alternativ', parentId: '', reason: 'Det är vad folk väljer' }, now))
    expect(await themeOf(stop)).toMatchObject({ parentId: bus, dimension: 'alternativ' })
    expect(await themeOf(travel)).toMatchObject({ dimension: 'tema' })
  })

  test('two moves at the same moment never tie a knot', async () => {
    const [one, other] = [await add('Ett'), await add('Ett annat')]
    const results = await Promise.all([
      moveTheme(stage.analyst, { themeId: one, parentId: other, reason: 'Prov' }, now),
      moveTheme(stage.analyst, { themeId: other, parentId: one, reason: 'Prov' }, now),
    ])
    expect(results.filter(({ granted }) => granted)).toHaveLength(1)
  })
})

describe('merging and splitting', () => {
  test('what was coded before can be explained afterwards', async () => {
    const [train, public_] = [await add('Tåg'), await add('Kollektivt')]
    await code(statements[0], [train], 'want')
    expect(await grantedBy(mergeThemes(stage.analyst, { themeId: train, intoThemeId: public_, reason: 'Samma sak i svaren' }, now))).toMatchObject({ carried: 1 })
    expect(await readCodings([statements[0] ?? ''])).toMatchObject([{ themeId: public_, stance: 'want', codedBy: stage.analyst.person }])
    expect(await explainCodings(statements[0] ?? '')).toMatchObject([
      { theme: 'Tåg', ended: { kind: 'merged', into: 'Kollektivt', reason: 'Samma sak i svaren' } },
      { theme: 'Kollektivt', made: { kind: 'merged', from: 'Tåg' }, withdrawnAt: null },
    ])
    expect(await themeOf(train)).toMatchObject({ retired: true, statements: 1 })
    const page = await (await site.get('/arbete/kodbok/tag', { cookie: analyst })).text()
    for (const said of ['Inte längre i bruk', 'Tåg blev en del av Kollektivt.', 'Samma sak i svaren']) expect(page).toContain(said)
  })

  test('a theme that has another name now is told by the name that it had when it was coded, and its history says from what to what', async () => {
    const coast = await add('Kusten')
    await code(statements[0], [coast])
    const rename = (name: string, revision: number) =>
      site.post('/arbete/kodbok/kusten', { ...words, act: 'edit', themeId: coast, revision: String(revision), name }, { cookie: analyst })
    expect((await rename('Havet', 1)).status).toBe(302)
    await code(statements[0], [coast], 'want')
    expect((await rename('Hav och kust', 2)).status).toBe(302)
    expect((await explainCodings(statements[0] ?? '')).filter(({ themeId }) => themeId === coast)).toMatchObject([
      { theme: 'Hav och kust', themeThen: 'Kusten' },
      { theme: 'Hav och kust', themeThen: 'Havet', withdrawnAt: null },
    ])
    const page = await (await site.get(`/arbete/kodning/yttrande/${statements[0]}`, { cookie: analyst })).text()
    for (const said of ['Temat hette då', 'Kusten', 'Havet']) expect(page).toContain(said)
    expect(await (await site.get('/arbete/kodbok/kusten', { cookie: analyst })).text()).toContain('Namn: från ”Kusten” till ”Havet”.')
  })

  test('a statement that was read as both counts once as the one', async () => {
    const [forest, wood] = [await add('Skog'), await add('Skogar')]
    await code(statements[2], [forest, wood])
    await grantedBy(mergeThemes(stage.analyst, { themeId: wood, intoThemeId: forest, reason: 'Samma' }, now))
    expect(await readCodings([statements[2] ?? ''])).toHaveLength(1)
  })

  describe('a merge that is undone', () => {
    const page = (slug: string) => site.get(`/arbete/kodbok/${slug}`, { cookie: analyst }).then((answer) => answer.text())
    const undo = (slug: string, themeId: string) => site.post(`/arbete/kodbok/${slug}`, { act: 'unmerge', themeId, reason: 'Det var två saker' }, { cookie: analyst })
    const themesRead = async (statementId = '') => (await readCodings([statementId])).map(({ themeId }) => themeId).sort()

    test('gives back what was read so, but not what somebody has decided on since, and the parts that lay under it', async () => {
      const [lake, sea, other] = [await add('Sjön'), await add('Havsvik'), await add('Något helt annat')]
      const bath = await add('Bad', { parentId: lake })
      await code(statements[0], [lake], 'want')
      await code(statements[1], [lake, sea])
      await code(statements[2], [lake])
      await grantedBy(mergeThemes(stage.analyst, { themeId: lake, intoThemeId: sea, reason: 'Vatten som vatten' }, presentMoment()))
      expect(await Promise.all(statements.slice(0, 3).map(themesRead))).toEqual([[sea], [sea], [sea]])
      await code(statements[2], [other])
      expect(await page('sjon')).toContain('Ångra sammanslagningen')
      expect((await undo('sjon', lake)).status).toBe(302)
      expect(await Promise.all(statements.slice(0, 3).map(themesRead))).toEqual([[lake], [lake, sea].sort(), [other]])
      expect(await readCodings([statements[0] ?? ''])).toMatchObject([{ themeId: lake, stance: 'want', codedBy: stage.analyst.person }])
      expect([await themeOf(lake), await themeOf(bath)]).toMatchObject([{ retired: false }, { parentId: lake }])
      for (const said of ['Sammanslagningen ångrades', 'Sjön skildes från Havsvik igen.', 'Det var två saker']) expect(await page('sjon')).toContain(said)
      const told = await (await site.get(`/arbete/kodning/yttrande/${statements[0]}`, { cookie: analyst })).text()
      for (const said of ['Avslutades när Sjön skildes från Havsvik igen', 'Flyttades tillbaka när Sjön skildes från Havsvik igen: Det var två saker.'])
        expect(told).toContain(said)
      expect((await undo('sjon', lake)).status).toBe(409)
    })

    test('is undone the last first, and of two who do so at once one does', async () => {
      const [one, two, three] = [await add('Berg'), await add('Fjäll'), await add('Höjder')]
      await code(statements[3], [one])
      for (const [themeId, intoThemeId] of [
        [one, two],
        [two, three],
      ] as const)
        await grantedBy(mergeThemes(stage.analyst, { themeId, intoThemeId, reason: 'Prov' }, presentMoment()))
      const early = await undo('berg', one)
      expect([early.status, (await early.text()).includes('Det andra temat är självt ur bruk. Ångra det först')]).toEqual([409, true])
      const answers = await Promise.all([undo('fjall', two), undo('fjall', two)])
      expect(answers.map(({ status }) => status).sort()).toEqual([302, 409])
      expect(await themesRead(statements[3])).toEqual([two])
      expect((await undo('berg', one)).status).toBe(302)
      expect(await themesRead(statements[3])).toEqual([one])
      const secretary = await site.signIn('secretary@example.se')
      expect((await site.post('/arbete/kodbok/berg', { act: 'unmerge', themeId: one, reason: 'x' }, { cookie: secretary })).status).toBe(403)
    })
  })

  test('two merges at once, each into the other, leave one theme in use', async () => {
    const [one, other] = [await add('Väst'), await add('Öst')]
    const results = await Promise.all([
      mergeThemes(stage.analyst, { themeId: one, intoThemeId: other, reason: 'Prov' }, now),
      mergeThemes(stage.analyst, { themeId: other, intoThemeId: one, reason: 'Prov' }, now),
    ])
    expect(results.filter(({ granted }) => granted)).toHaveLength(1)
    expect((await themesOf()).filter(({ id, retired }) => (id === one || id === other) && !retired)).toHaveLength(1)
  })

  test('a split moves the statements that were chosen, and no others', async () => {
    const wide = await add('Allt möjligt')
    await code(statements[1], [wide], 'want')
    await code(statements[3], [wide])
    const split = { ...words, name: 'Kvällsbussar', themeId: wide, reason: 'Rymde två saker' }
    expect(await splitTheme(stage.analyst, { ...split, statementIds: [statements[2] ?? ''] }, now)).toMatchObject({ refusal: { refused: 'not-read-so' } })
    const out = await grantedBy(splitTheme(stage.analyst, { ...split, statementIds: [statements[1] ?? ''] }, now))
    expect([await themeOf(wide), await themeOf(out.id)]).toMatchObject([{ statements: 1 }, { statements: 1 }])
    expect(await readCodings([statements[1] ?? ''])).toMatchObject([{ themeId: out.id, stance: 'want' }])
  })

  test('a theme that is in use, or holds others, is not taken out of use', async () => {
    const [used, holder] = [await add('Använt'), await add('Hållare')]
    const part = await add('Del', { parentId: holder })
    await code(statements[3], [used])
    expect(await retireTheme(stage.analyst, { themeId: used, reason: 'Prov' }, now)).toMatchObject({ refusal: { refused: 'in-use' } })
    expect(await retireTheme(stage.analyst, { themeId: holder, reason: 'Prov' }, now)).toMatchObject({ refusal: { refused: 'has-parts' } })
    await grantedBy(retireTheme(stage.analyst, { themeId: part, reason: 'Behövs inte' }, now))
    expect(await themeOf(part)).toMatchObject({ retired: true })
  })

  test('history can only be added to', async () => {
    await expect(pool().query("update analysis_theme_changes set reason = 'Något annat'")).rejects.toThrow()
    await expect(pool().query('delete from analysis_theme_changes')).rejects.toThrow()
  })
})

test('a frozen codebook reads as it did, whatever is changed afterwards', async () => {
  const theme = await add('Före frysningen')
  const frozen = await grantedBy(freezeCodebook(stage.analyst, { processId: stage.processId, note: 'Före parkodningen' }, now))
  await grantedBy(retireTheme(stage.analyst, { themeId: theme, reason: 'Prov' }, now))
  const page = await (await site.get(`/handling/${frozen.sha256}`, { cookie: analyst })).text()
  for (const said of ['Kodbok 1', 'Före parkodningen', 'Före frysningen']) expect(page).toContain(said)
})

test('the codebook that comes along is laid once, and leaves what is there alone', async () => {
  const own = await add('Skola')
  const lay = () => site.post('/arbete/kodbok', { act: 'lay', processId: stage.processId }, { cookie: analyst })
  expect((await lay()).status).toBe(302)
  const themes = await themesOf()
  expect(themes.length).toBeGreaterThan(40)
  expect(themes.filter(({ name }) => name === 'Skola')).toMatchObject([{ id: own, parentId: null }])
  const again = await lay()
  expect([again.status, await again.text()]).toEqual([expect.any(Number), expect.stringContaining('Allt i kodboken som följer med finns redan')])
  expect(await themesOf()).toHaveLength(themes.length)
})

test('a theme that is not there is answered so, and nothing is stored of it', async () => {
  const before = (await pool().query('select count(*) from analysis_theme_changes')).rows[0].count
  const nobody = '00000000-0000-4000-8000-000000000000'
  const form = { intoThemeId: nobody, reason: 'x', revision: '1', name: 'x', definition: 'x', whenToUse: 'x', whenNot: 'x', parentId: '', dimension: 'tema' }
  for (const act of ['edit', 'move', 'merge', 'unmerge', 'retire'])
    expect([act, (await site.post('/arbete/kodbok/skola', { ...form, act, themeId: nobody }, { cookie: analyst })).status]).toEqual([act, 404])
  expect((await site.get('/arbete/kodbok/finns-inte', { cookie: analyst })).status).toBe(404)
  expect((await pool().query('select count(*) from analysis_theme_changes')).rows[0].count).toBe(before)
})
