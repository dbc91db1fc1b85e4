import { beforeAll, expect, test, vi } from 'vitest'
import { readPublishedFindings } from '#analysis'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { useInstallationSecret } from '#http/secret'
import { type Picture, readPicture } from '#open'
import { useDatabase } from '#test/database'
import { recompute } from '../../src/command/recompute.ts'
import { tellStory } from './tell-story.ts'

useDatabase()

let picture: Picture
beforeAll(async () => {
  useInstallationSecret('a secret for the tests, and for nothing else')
  await tellStory('seeds/ange/voices')
  const read = await readPicture(momentOf(new Date('2026-11-23T12:00:00Z')))
  if (!read) throw new Error('The story left nothing to see.')
  picture = read
})

const count = async (sql: string) => Number((await pool().query<{ count: string }>(sql)).rows[0]?.count)
const readingOf = (slug: string) => picture.snapshot?.rows.find((row) => row.slug === slug)?.reading

test('everybody was asked: residents, workplaces, the 21 elected, five workshops and eight groups of children', async () => {
  const by = async (dialogue: string) =>
    count(`select count(*) from participation_responses where dialogue_id = (select id from participation_dialogues where slug = '${dialogue}')`)
  expect(await by('vision-2020')).toBe(900)
  expect(await by('medarbetare-2020')).toBe(70)
  expect(await by('fortroendevalda-2020')).toBe(21)
  expect(await by('verkstader-2020')).toBe(30)
  expect(await by('barnens-rad-2021')).toBe(8)
  const silent = `select count(*) from participation_responses r where answers = '{}' and not exists (select 1 from participation_statements s where s.response_id = r.id)`
  expect(await count(silent)).toBe(0)
})

test('two coders have read most of it', async () => {
  expect(await count('select count(distinct coded_by) from analysis_codings')).toBe(2)
  const [coded, meant] = [await count('select count(distinct statement_id) from analysis_codings'), await count('select count(*) from participation_statements')]
  expect(coded / meant).toBeGreaterThan(0.6)
})

test('the matrix finds the planted agreement and the planted split', () => {
  expect(readingOf('natur')).toBe('samsyn')
  expect(readingOf('moten-unga')).toBe('samsyn')
  expect(readingOf('vindkraft')).toBe('split')
})

test('on wind power the pooled share is about ninety percent for, and most of the elected are against', async () => {
  const share = async (groups: string) =>
    (
      await pool().query<{ share: string }>(`
        select avg(case when c.stance in ('keep', 'want') then 1.0 else 0 end) as share from analysis_codings c
        join analysis_themes t on t.id = c.theme_id and t.slug = 'vindkraft' join participation_statements s on s.id = c.statement_id
        join participation_responses r on r.id = s.response_id join participation_groups g on g.id = r.group_id where g.key ${groups} and c.stance is not null`)
    ).rows[0]?.share
  expect(Number(await share("in ('invanare', 'medarbetare')"))).toBeGreaterThan(0.8)
  expect(Number(await share("= 'fortroendevalda'"))).toBeLessThan(0.4)
})

test('two findings answer what all agree on, and the numbers in their words are those that were frozen', async () => {
  const findings = await readPublishedFindings(picture.process.id, '2021-06-03T12:00:00Z')
  expect(findings.map(({ question }) => question).sort()).toEqual(['most-agreed', 'strongest-values'])
  const agreed = findings.find(({ question }) => question === 'most-agreed')
  const values = findings.find(({ question }) => question === 'strongest-values')
  const figure = (name: string, group: string | null = null) =>
    [agreed, values].flatMap((finding) => finding?.figures ?? []).find((each) => each.name === name && (each.of === 'group' ? each.group : null) === group)
  for (const name of ['Skog, vatten och natur', 'Gemenskap och by-känsla', 'Mötesplatser för unga'])
    expect(figure(name)).toMatchObject({ reading: 'samsyn', spread: { groups: 5, of: 5 } })
  expect(figure('Skog, vatten och natur', 'invanare')).toMatchObject({ cell: { mentionShare: 8 } })
  expect(figure('Gemenskap och by-känsla', 'invanare')).toMatchObject({ cell: { mentionShare: 4 } })
  expect(figure('Mötesplatser för unga', 'invanare')).toMatchObject({ cell: { mentionShare: 8 } })
  expect(figure('Vindkraft')).toMatchObject({ reading: 'split' })
  expect(figure('Vindkraft', 'medarbetare')).toMatchObject({ cell: { support: { percent: 91 } } })
  expect(figure('Vindkraft', 'fortroendevalda')).toMatchObject({ cell: { support: { band: 'minority' } } })
  expect(figure('Framtidstro och stolthet')).toMatchObject({ reading: 'samsyn', spread: { groups: 4, of: 5 } })
  expect(figure('Insyn och inflytande')).toMatchObject({ reading: 'not-yet-known', strength: 98, spread: { groups: 3, of: 5 } })
  expect(figure('Trygghet')).toMatchObject({ reading: 'few-say', spread: { groups: 2, of: 5 } })
  expect(picture.snapshot?.rows.find(({ slug }) => slug === 'framtidstro')?.cells).toContainEqual({ group: 'barn', shown: false, because: 'silent' })
  expect(findings.map(({ quotes }) => quotes.length).sort()).toEqual([3, 5])
})

test('the public sees the whole thread, and nothing beyond what was published', () => {
  expect(picture.vision?.proposal.name).toBe('Nära')
  expect(picture.vision?.point.standing).toEqual({ standing: 'in-force', since: '2021-11-25' })
  expect(picture.goals).toHaveLength(18)
  expect(picture.rounds[0]?.judgements).toHaveLength(5)
})

test('whatever is not known or not sourced says that it is made up', async () => {
  for (const { claim } of await readPublishedFindings(picture.process.id, '2026-11-23T12:00:00Z')) expect(claim).toContain('Påhittat för demon')
  expect(picture.proposals.every(({ provenance }) => provenance === 'invented')).toBe(true)
  expect(picture.rounds.flatMap(({ judgements }) => judgements).every(({ provenance }) => provenance === 'invented')).toBe(true)
  expect(picture.points.filter(({ meetingOn }) => meetingOn > '2021-06-14' && meetingOn < '2023-01-01').every(({ provenance }) => provenance === 'invented')).toBe(true)
  const measured = picture.indicators.flatMap(({ definitions }) => definitions.flatMap(({ series }) => series))
  expect(measured.every(({ provenance, source }) => provenance === 'sourced' || source === 'Påhittat för demon')).toBe(true)
})

test('no personal data of the sentences is shown', async () => {
  const shown = await pool().query<{ text: string }>(
    "select coalesce(r.masked_text, s.text) as text from participation_reviews r join participation_statements s on s.id = r.statement_id where r.verdict = 'may-be-shown'",
  )
  for (const { text } of shown.rows) expect(text).not.toMatch(/070-174|@example\.(se|com)/)
})

test('every figure that was published is counted again and is the same', async () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  expect(await recompute()).toBe(0)
  const said = written.mock.calls.join('')
  written.mockRestore()
  expect(Number(/^(\d+) siffror i \d+ handlingar är desamma\. Ingen skillnad saknar förklaring\.$/m.exec(said)?.[1])).toBeGreaterThan(40)
  expect(said).not.toContain('annat nu')
})
