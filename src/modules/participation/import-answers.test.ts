import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { pool } from '#db/database.server'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { useDatabase } from '#test/database'
import { sharedFolder, testWithShared } from '#test/shared'
import { createDialogue } from './create-dialogue.ts'
import { importAnswers, previewImport } from './import-answers.ts'
import { openDialogue } from './open-dialogue.ts'
import { readGroups } from './read-groups.ts'
import { grantedBy, type Stage, stageDialogue } from './stage-dialogue.ts'

useDatabase()
const now = noonOf(day('2020-12-01'))
let stage: Stage
beforeAll(async () => {
  stage = await stageDialogue()
})

const file = (text: string | Uint8Array, fileName = 'svar.csv') => ({
  dialogue: 'din-framtid',
  fileName,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  by: 'kommandoraden',
})
const rows = async () =>
  (
    await pool().query(
      'select (select count(*) from participation_responses)::int r, (select count(*) from participation_statements)::int s, (select count(*) from participation_imports)::int i, (select count(*) from trail_events)::int e',
    )
  ).rows[0]
const importedTexts = async () =>
  (await pool().query("select s.text from participation_statements s join participation_responses r on r.id = s.response_id where r.source = 'import' order by s.text")).rows.map(
    ({ text }) => text,
  )

const paper = 'id,Vad är bra och ska finnas kvar?,q2\n1,Skogen,"Bussar\nTåg"\n2,"=HYPERLINK(""http://x"")",\n3,,\n4,bad\u0000hus,x\n'

describe('a file of answers', () => {
  test('is shown before it is taken in, and the showing stores nothing', async () => {
    const before = await rows()
    expect(await grantedBy(previewImport(file(paper), now))).toEqual({
      accepted: 2,
      rejected: [
        { line: 5, reason: 'empty' },
        { line: 6, reason: 'unacceptable-characters' },
      ],
      sample: ['Skogen', 'Bussar', 'Tåg', '=HYPERLINK("http://x")'],
      unusedColumns: [],
      alike: 0,
    })
    expect(await rows()).toEqual(before)
  })
  test('is taken in idea by idea, and what looks like a formula is its text', async () => {
    expect(await grantedBy(importAnswers(file(paper), now))).toMatchObject({ accepted: 2 })
    expect(await importedTexts()).toEqual(['=HYPERLINK("http://x")', 'Bussar', 'Skogen', 'Tåg'])
    const { rows: imported } = await pool().query('select file_name, accepted, rejected, imported_by from participation_imports')
    expect(imported).toEqual([{ file_name: 'svar.csv', accepted: 2, rejected: 2, imported_by: 'kommandoraden' }])
    const { rows: stored } = await pool().query("select distinct persons, label, receipt_hash, entered_by from participation_responses where source = 'import'")
    expect(stored).toEqual([{ persons: 1, label: null, receipt_hash: null, entered_by: null }])
  })
})

describe('attack 54: the same file twice', () => {
  test.each([
    ['as it was', paper],
    ['saved anew by a spreadsheet', '\ufeffq2;Vad är bra och ska finnas kvar?;id\r\n"Bussar\nTåg";Skogen ;1\r\n;"=HYPERLINK(""http://x"")";2\r\n;;3\r\nx;bad\u0000hus;4\r\n;;\r\n'],
    ['with the unusable lines mended away', 'q1,q2\nSkogen,"Bussar\nTåg"\n"=HYPERLINK(""http://x"")",\n'],
    ['saved as UTF-16 with tabs', Buffer.from('\ufeffq1\tq2\r\nSkogen\t"Bussar\r\nTåg"\r\n"=HYPERLINK(""http://x"")"\t\r\n', 'utf16le')],
    ['as JSON', '{"q1":"Skogen","q2":["Bussar","Tåg"]}\n{"q1":"=HYPERLINK(\\"http://x\\")"}\n'],
  ])('is refused, %s', async (_, text) => {
    const before = await rows()
    expect(await importAnswers(file(text, typeof text === 'string' && text.startsWith('{') ? 'svar.jsonl' : 'Kopia av svar.csv'), now)).toEqual({
      granted: false,
      refusal: { refused: 'already-imported' },
    })
    expect(await previewImport(file(text), now)).toMatchObject({ refusal: { refused: 'already-imported' } })
    expect(await rows()).toEqual(before)
  })
  test('a file that has grown tells how many of its answers say what was imported before', async () => {
    expect(await grantedBy(previewImport(file(`${paper}5,Älven,\n`), now))).toMatchObject({ accepted: 3, alike: 2 })
  })
  test('two imports of one file at the same instant are one', async () => {
    const results = await Promise.all([1, 2, 3].map(() => importAnswers(file('q1\nSamtidigt'), now)))
    expect(results.filter(({ granted }) => granted)).toHaveLength(1)
    expect((await importedTexts()).filter((text) => text === 'Samtidigt')).toHaveLength(1)
  })
})

describe('a file that can’t be used is refused with its reason, and nothing is stored', () => {
  test.each([
    ['not UTF-8', Uint8Array.from([...Buffer.from('q1\nbadh'), 0xe5, 0x6e]), 'not-utf8'],
    ['empty', '', 'nothing-to-import'],
    ['only a heading', 'q1,q2\n', 'nothing-to-import'],
    ['no column for any question', 'Namn,Ålder\nAnna,44\n', 'nothing-to-import'],
    ['not JSON at all', '{"q1": \n', 'nothing-to-import'],
    ['binary', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'nothing-to-import'],
  ])('%s', async (_, text, refused) => {
    const before = await rows()
    expect(await importAnswers(file(text), now)).toMatchObject({ granted: false, refusal: { refused } })
    expect(await rows()).toEqual(before)
  })
  test('a dialogue that doesn’t exist, or is a draft', async () => {
    expect(await importAnswers({ ...file('q1\nx'), dialogue: 'finns-inte' }, now)).toEqual({ granted: false, refusal: { refused: 'not-found' } })
    const common = {
      processId: stage.processId,
      stepId: stage.stepId,
      groupId: stage.residents,
      kind: 'survey' as const,
      title: 'x',
      opensOn: '2020-10-01',
      closesOn: '2020-10-30',
    }
    await grantedBy(createDialogue(stage.leader, { ...common, slug: 'utkast', questions: [{ wording: 'x', stance: null }] }, now))
    expect(await importAnswers({ ...file('q1\nx'), dialogue: 'utkast' }, now)).toEqual({ granted: false, refusal: { refused: 'not-open' } })
  })
})

test('a file may name the group, and notes carry their label and their persons', async () => {
  const text = 'grupp,personer,etikett,q1\nmedarbetare,12,Bord 1,Nära till allt\nMedarbetare,9,Bord 2,Bra chefer\nInvånare,1,Anna,Fiske\n'
  expect(await grantedBy(importAnswers({ ...file(text), dialogue: 'gruppsamtal' }, now))).toMatchObject({ accepted: 3 })
  expect((await readGroups(stage.processId)).find(({ key }) => key === 'medarbetare')).toMatchObject({ responses: 2, persons: 21 })
  expect((await pool().query('select label from participation_responses where label is not null order by label')).rows).toEqual([{ label: 'Bord 1' }, { label: 'Bord 2' }])
})

test('three thousand answers are taken in by a handful of statements: how fast is for the bench to say', async () => {
  const text = `q1,q2\n${Array.from({ length: 3000 }, (_, index) => `Tanke ${index},Önskan ${index}`).join('\n')}\n`
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  expect(await grantedBy(importAnswers(file(text, 'stor.csv'), now))).toMatchObject({ accepted: 3000, rejected: [] })
  expect(sent.mock.calls.length).toBeLessThan(30)
})

testWithShared('real questions of residents are taken in: 218 of sv-swefaq, each whole', async () => {
  const common = {
    processId: stage.processId,
    stepId: stage.stepId,
    groupId: stage.residents,
    kind: 'survey' as const,
    slug: 'fragor',
    title: 'Frågor',
    information: 'x',
    legalBasis: 'x',
    promise: 'x',
    contact: 'x',
    opensOn: '2020-10-01',
    closesOn: '2021-10-30',
  }
  const { id } = await grantedBy(createDialogue(stage.leader, { ...common, questions: [{ wording: 'Vad undrar du?', stance: null }] }, now))
  await grantedBy(openDialogue(stage.leader, { dialogueId: id }, now))
  const bytes = readFileSync(join(sharedFolder, 'data/text/sv-swefaq/data.jsonl'))
  const preview = await grantedBy(importAnswers({ dialogue: 'fragor', fileName: 'data.jsonl', bytes, by: 'kommandoraden' }, now))
  expect(preview).toMatchObject({ accepted: 218, rejected: [] })
  expect(preview.unusedColumns).toContain('source')
  const { rows: stored } = await pool().query(
    'select s.text, r.label from participation_statements s join participation_responses r on r.id = s.response_id where r.dialogue_id = $1',
    [id],
  )
  const texts = bytes
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).text.trim())
  expect(stored.map(({ text }) => text).sort()).toEqual(texts.sort())
  expect(new Set(stored.map(({ label }) => label))).toEqual(new Set([null]))
})
