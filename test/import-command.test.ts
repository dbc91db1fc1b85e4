import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf, noonOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { importAnswersFile } from '../src/command/import-answers-file.ts'
import { beginImport } from '../src/modules/participation/begin-import.ts'
import { mapColumns, mapWords } from '../src/modules/participation/map-import.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { choices } from './asked.ts'
import { useDatabase } from './database.ts'
import { fileOf, runSamsyn } from './run-samsyn.ts'

useDatabase()
const now = momentOf(new Date())
let stage: Stage
const ids: Record<string, string> = {}

async function ask(slug: string, kind: 'survey' | 'notes' = 'survey') {
  const texts = { slug, title: 'Svar ur en fil', information: 'x', legalBasis: 'x', promise: 'x', contact: 'Växeln' }
  const questions = [
    { key: 'bor', kind: 'one', wording: 'Bor du på orten?', form: { choices: choices('Ja', 'Nej') } },
    { key: 'bra', kind: 'lines', wording: 'Vad är bra?' },
  ] as never
  const place = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, kind, opensOn: addDays(now.day, -2), closesOn: addDays(now.day, 5) }
  const { id } = await grantedBy(createDialogue(stage.leader, { ...place, ...texts, questions: kind === 'survey' ? questions : [questions[1]] }, noonOf(addDays(now.day, -2))))
  await grantedBy(openDialogue(stage.leader, { dialogueId: id }, noonOf(addDays(now.day, -2))))
  ids[slug] = id
}
beforeAll(async () => {
  stage = await stageDialogue()
  for (const slug of ['minns', 'skriven', 'atter', 'samtidigt', 'egen']) await ask(slug)
})

const rows = ['Tid;Hemort;Åsikt', '2026-10-01 10:00;Jo;Skogen', '2026-10-01 10:05;Nej;"=1+1"', '2026-10-01 10:06;Kanske;Älven', '2026-10-01 10:07;;']
const text = rows.join('\r\n')
const mapping = { columns: { hemort: 'bor', Åsikt: 'bra' }, choices: { bor: { jo: 'ja' } } }
const asJson = (value: unknown) => fileOf('kolumner.json', JSON.stringify(value))
const newFile = () => join(fileOf('x', '').slice(0, -2), 'ratta.csv')

/** What the command says of a file, and its exit code. */
async function run(dialogue: string, file: string, more: { mapping?: string; rejected?: string; isPreview?: boolean } = {}) {
  const said: string[] = []
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation((piece) => said.push(String(piece)) > 0))
  try {
    return { code: await importAnswersFile({ file, dialogue, isPreview: false, ...more }), said: said.join('') }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
const stored = async (slug: string) =>
  (
    await pool().query(
      "select r.answers->>'bor' as bor, array_agg(s.text) filter (where s.text is not null) as bra from participation_responses r left join participation_statements s on s.response_id = r.id where r.dialogue_id = $1 group by r.id order by 1, 2",
      [ids[slug]],
    )
  ).rows

/** As on the page: the columns are said once. */
async function sayColumns(slug: string, content: string) {
  const dialogueId = ids[slug] ?? ''
  const { token } = await grantedBy(beginImport(stage.leader, { dialogueId, fileName: 'svar.csv', bytes: Buffer.from(content) as never }, now))
  await grantedBy(mapColumns(stage.leader, { dialogueId, token, columns: ['', 'bor', 'bra'] }, now))
  await grantedBy(mapWords(stage.leader, { dialogueId, token, words: [{ question: 'bor', word: 'Jo', choice: 'ja' }] }, now))
}

describe('a file whose columns were said on the page', () => {
  test('is read so from the command line too: looked at first, taken in once, and what can’t be used is a file to mend', async () => {
    await sayColumns('minns', rows.slice(0, 2).join('\r\n'))
    const [file, rejected] = [fileOf('svar.csv', text), newFile()]
    const looked = await run('minns', file, { isPreview: true })
    expect(looked.code, looked.said).toBe(0)
    for (const said of ['Bor du på orten?: Ja', 'Vad är bra?: Skogen', 'Kolumner som inte är med: Tid.', '2 svar kan läsas in, 2 rader inte. Inget är inläst än.'])
      expect(looked.said).toContain(said)
    expect(looked.said).toContain('Rad 4 läses inte in: Bor du på orten? – ”Kanske” finns inte bland valen.')
    expect(await stored('minns')).toEqual([])
    const taken = await run('minns', file, { rejected })
    expect([taken.code, taken.said.includes('2 svar är inlästa, 2 rader inte.'), taken.said.includes(rejected)]).toEqual([0, true, true])
    expect(await stored('minns')).toEqual([
      { bor: 'ja', bra: ['Skogen'] },
      { bor: 'nej', bra: ['=1+1'] },
    ])
    expect(statSync(rejected).mode & 0o077).toBe(0)
    expect(readFileSync(rejected, 'utf8')).toMatch(/^\ufeffTid;Hemort;Åsikt;Varför raden inte lästes in;Radens märke, ändra det inte\r\n2026-10-01 10:06;Kanske;Älven;/)
    // Again it has nothing new; mended, it has one row more; and the trail names no person.
    expect(await run('minns', file)).toMatchObject({ code: 1, said: expect.stringContaining('redan inläst') })
    const mended = fileOf('rattad.csv', readFileSync(rejected, 'utf8').replace('Kanske', 'Nej'))
    expect(await run('minns', mended)).toMatchObject({ code: 0, said: expect.stringContaining('1 svar är inlästa, 1 rader inte') })
    expect(await run('minns', mended)).toMatchObject({ code: 1 })
    expect(await stored('minns')).toHaveLength(3)
    expect((await pool().query("select distinct role from trail_events where act = 'answers-imported'")).rows).toEqual([{ role: 'system' }])
  })
  test('has nothing new for the page after the command, nor for the command when somebody has saved it anew', async () => {
    const dialogueId = ids.minns ?? ''
    const { token } = await grantedBy(beginImport(stage.leader, { dialogueId, fileName: 'svar.csv', bytes: Buffer.from(text) as never }, now))
    const { takeInAnswers } = await import('../src/modules/participation/take-in-answers.ts')
    expect(await takeInAnswers(stage.leader, { dialogueId, token }, now)).toMatchObject({ granted: false, refusal: { refused: 'already-imported' } })
    const [heading = '', first = '', ...rest] = rows
    expect(await run('minns', fileOf('igen.csv', `\ufeff${[heading, ...rest.toReversed(), first].join('\n')}`))).toMatchObject({ code: 1 })
    expect(await stored('minns')).toHaveLength(3)
  })
})

describe('a file with a mapping that somebody has written', () => {
  test('is taken in by it, and the answers are the same as by what was said on the page', async () => {
    const file = fileOf('svar.csv', text)
    expect(await run('skriven', file, { mapping: asJson(mapping), isPreview: true })).toMatchObject({ code: 0, said: expect.stringContaining('2 svar kan läsas in') })
    expect(await run('skriven', file, { mapping: asJson(mapping) })).toMatchObject({ code: 0 })
    expect((await stored('skriven')).map(({ bor }) => bor)).toEqual(['ja', 'nej'])
    expect(await run('skriven', file, { mapping: asJson(mapping) })).toMatchObject({ code: 1, said: expect.stringContaining('redan inläst') })
    expect(await run('skriven', fileOf('svar.csv', `${text}\r\n2026-10-02;Nej;Älven`), { mapping: asJson(mapping) })).toMatchObject({
      code: 0,
      said: expect.stringContaining('1 svar är inlästa, 2 rader inte, 2 var redan inlästa'),
    })
  })
  test('at once from four places is taken in once', async () => {
    const file = fileOf('svar.csv', text)
    const codes = await Promise.all([1, 2, 3, 4].map(async () => importAnswersFile({ file, dialogue: 'samtidigt', mapping: asJson(mapping), isPreview: false })))
    expect([codes.filter((code) => code === 0).length, (await stored('samtidigt')).length]).toEqual([1, 2])
  })
  test.each([
    ['not JSON', 'inte json', 'Den ska se ut så här'],
    ['of another shape', { kolumner: {} }, 'Den ska se ut så här'],
    ['of a heading that isn’t there', { columns: { Ort: 'bor' } }, 'ingen sådan rubrik: Ort'],
    ['of a question that isn’t there', { columns: { Hemort: 'bodde' } }, 'ingen fråga, och inget val, med den nyckeln: bodde'],
    ['of two columns for one question', { columns: { Hemort: 'bor', Åsikt: 'bor' } }, 'redan för samma sak: Åsikt'],
    ['of nothing', { columns: {} }, 'Ingen kolumn är för någon fråga'],
    ['of a choice that isn’t there', { ...mapping, choices: { bor: { jo: 'kanske' } } }, 'Frågan har inget sådant val: bor: kanske'],
    ['of choices of a question that isn’t there', { ...mapping, choices: { __proto__x: { jo: 'ja' } } }, 'inget sådant val'],
  ])('%s is refused with what to do, and nothing is stored', async (_, written, said) => {
    const mappingFile = typeof written === 'string' ? fileOf('kolumner.json', written) : asJson(written)
    expect(await run('atter', fileOf('svar.csv', text), { mapping: mappingFile })).toMatchObject({ code: 1, said: expect.stringContaining(said) })
    expect(await stored('atter')).toEqual([])
  })
  test('and a file to mend that is there already is never written over', async () => {
    const file = fileOf('svar.csv', text)
    expect(await run('atter', file, { mapping: asJson(mapping), rejected: file })).toMatchObject({ code: 1, said: expect.stringContaining('finns redan') })
    expect([readFileSync(file, 'utf8') === text, await stored('atter')]).toEqual([true, []])
  })
  test('is not used for notes from groups, and a file that can’t be read is told', async () => {
    await ask('samtal', 'notes')
    expect(await run('samtal', fileOf('svar.csv', text), { mapping: asJson(mapping) })).toMatchObject({ code: 1, said: expect.stringContaining('bara pekas ut för en enkät') })
    expect(await run('atter', fileOf('svar.xlsx', 'PK\u0003\u0004nothing'), { mapping: asJson(mapping) })).toMatchObject({
      code: 1,
      said: expect.stringContaining('Filen är skadad'),
    })
    expect(await run('atter', fileOf('svar.csv', text), { mapping: '/finns/inte' })).toMatchObject({ code: 1, said: expect.stringContaining('går inte att öppna') })
  })
})

test('a file that nobody has mapped is read by its own headings, and its lines to mend are written too', async () => {
  const rejected = newFile()
  const file = fileOf('svar.csv', `Vad är bra?,persons\nSkogen,1\nÄlven,många\n${'å'.repeat(2001)},1\n`)
  expect(await run('egen', file, { rejected })).toMatchObject({ code: 0, said: expect.stringContaining('1 svar är inlästa, 2 rader inte') })
  expect(readFileSync(rejected, 'utf8')).toContain('Älven;många;antalet personer är inget helt tal')
  const mended = fileOf('rattad.csv', readFileSync(rejected, 'utf8').replace('många', '1'))
  expect(await run('egen', mended)).toMatchObject({ code: 0, said: expect.stringContaining('1 svar är inlästa, 1 rader inte') })
  const none = newFile()
  expect(await run('egen', fileOf('alla.csv', 'q2\nBussen\n'), { rejected: none })).toMatchObject({ code: 0 })
  expect(existsSync(none)).toBe(false)
})

test('an option without its file is no option', () => {
  for (const option of ['--mapping', '--rejected']) {
    const { status, complained } = runSamsyn('import', 'answers', 'svar.csv', '--dialogue', 'x', option)
    expect([status, complained.includes('[--mapping KOLUMNER.json]')]).toEqual([2, true])
  }
})
