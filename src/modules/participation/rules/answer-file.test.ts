import { describe, expect, test } from 'vitest'
import { canonicalAnswers, decodeFile, readAnswerFile } from './answer-file.ts'

const questions = [
  { id: 'keep', wording: 'Vad är bra?', position: 0 },
  { id: 'want', wording: 'Vad saknas?', position: 1 },
]
const residents = { id: 'r', key: 'invanare', name: 'Invånare', unit: 'persons' } as const
const staff = { id: 's', key: 'medarbetare', name: 'Medarbetare', unit: 'notes' } as const
const asked = { questions, groups: [residents, staff], own: residents }
const csv = (text: string, own: typeof residents | typeof staff = residents) => readAnswerFile(text, 'csv', { ...asked, own })
const jsonl = (...rows: unknown[]) => readAnswerFile(rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'), 'jsonl', asked)
const said = (reading: ReturnType<typeof csv>) => reading.answers.map(({ lines }) => lines.map(({ questionId, text }) => `${questionId}: ${text}`))

describe('columns', () => {
  test('a question is named by its number, by q and its number, or by its own words', () => {
    for (const heading of ['q1,q2', '1,2', 'Vad är bra?,VAD SAKNAS?', 'Vad a\u0308r bra?,Q2'])
      expect(said(csv(`${heading}\nSkogen,Bussar`))).toEqual([['keep: Skogen', 'want: Bussar']])
  })
  test('columns may come in any order, and those that are for nothing are told', () => {
    const reading = csv('Tid,q2,q1,Kön\n2020-10-12 08:15,Bussar,Skogen,kvinna')
    expect(said(reading)).toEqual([['want: Bussar', 'keep: Skogen']])
    expect(reading.unusedColumns).toEqual(['Tid', 'Kön'])
  })
  test('in the long form each line is one text, and lines with the same id are one answer', () => {
    expect(said(csv('id,question,text\n7,q1,Skogen\n8,q1,Älven\n7,Vad saknas?,Bussar'))).toEqual([['keep: Skogen', 'want: Bussar'], ['keep: Älven']])
    expect(said(csv('question,text\nq1,Skogen\nq1,Älven'))).toEqual([['keep: Skogen'], ['keep: Älven']])
  })
  test('a text without a question answers the only question there is', () => {
    const one = readAnswerFile('{"text":"Får man elda?","label":"Räddningstjänst"}', 'jsonl', { ...asked, questions: questions.slice(0, 1) })
    expect(said(one)).toEqual([['keep: Får man elda?']])
  })
  test('a cell of several lines is several ideas', () => {
    expect(said(csv('q1\n"- Skogen\n- Älven"'))).toEqual([['keep: Skogen', 'keep: Älven']])
  })
  test('a note has a label and the number of its persons; an answer has neither', () => {
    expect(csv('grupp,personer,etikett,q1\nMedarbetare,14,Bord 3,Lugn').answers[0]).toMatchObject({ groupId: 's', persons: 14, label: 'Bord 3' })
    expect(csv('label,q1\nAnna,Lugn').answers[0]).toMatchObject({ groupId: undefined, persons: 1, label: null })
    expect(csv('group,q1\n,Lugn', staff).answers[0]).toMatchObject({ groupId: undefined, persons: 1 })
  })
})

describe('lines that can’t be used are told by number and reason, and the others are kept', () => {
  test.each([
    ['empty', 'id,q1,q2\n7,,  '],
    ['too-long', `q1\n${'x'.repeat(2001)}`],
    ['unacceptable-characters', 'q1\nbad\u0000hus'],
    ['unacceptable-characters', 'q1\nbadh\ufffds'],
    ['unknown-question', 'question,text\nq9,Skogen'],
    ['unknown-group', 'group,q1\nMarsbor,Skogen'],
    ['not-a-number', 'persons,q1\nmånga,Skogen'],
    ['not-a-number', 'persons,q1\n0,Skogen'],
    ['one-person-each', 'persons,q1\n3,Skogen'],
    ['too-many-cells', 'q1\nSkogen,Älven'],
    ['unclosed-quote', 'q1\n"Skogen'],
  ])('%s', (reason, text) => {
    expect(csv(text).rejected).toEqual([{ line: 2, reason }])
    expect(csv(text).answers).toEqual([])
  })
  test('not-json, and an object is asked for', () => {
    const reading = jsonl({ q1: 'Skogen' }, '{"q1": "Älven"', '["q1"]', '"q1"', { q2: 'Bussar' })
    expect(reading.rejected).toEqual([2, 3, 4].map((line) => ({ line, reason: 'not-json' })))
    expect(said(reading)).toEqual([['keep: Skogen'], ['want: Bussar']])
  })
  test('an id that comes twice is taken once', () => {
    const reading = csv('id,q1\n7,Skogen\n7,Älven\n8,Sjön')
    expect(said(reading)).toEqual([['keep: Skogen'], ['keep: Sjön']])
    expect(reading.rejected).toEqual([{ line: 3, reason: 'twice' }])
  })
  test('a half-broken file gives what is whole (attack 54)', () => {
    const reading = csv('q1,q2\nSkogen,Bussar\n,\nbad\u0000,x\nÄlven,"Tåg')
    expect(said(reading)).toEqual([['keep: Skogen', 'want: Bussar']])
    expect(reading.rejected).toEqual([
      { line: 4, reason: 'unacceptable-characters' },
      { line: 5, reason: 'unclosed-quote' },
    ])
  })
})

test('JSON may hold the answers in an object of their own, and a list of ideas', () => {
  expect(said(jsonl({ id: 1, answers: { q1: ['Skogen', 'Älven'], q2: 'Bussar' } }))).toEqual([['keep: Skogen', 'keep: Älven', 'want: Bussar']])
})

test('a lone surrogate in JSON is refused', () => {
  expect(jsonl('{"q1":"halv \\ud83d"}').rejected).toEqual([{ line: 1, reason: 'unacceptable-characters' }])
})

describe('the same content after a spreadsheet has saved it', () => {
  const original = 'id,q1,q2,group\n1,Ångesjön,"Bussar, tåg",Invånare\n2,Skogen,,\n'
  const same = (text: string) => canonicalAnswers(csv(text).answers) === canonicalAnswers(csv(original).answers)
  test.each([
    ['with semicolons, a byte order mark and Windows line ends', '\ufeffid;q1;q2;group\r\n1;Ångesjön;Bussar, tåg;Invånare\r\n2;Skogen;;\r\n'],
    ['with tabs and everything quoted', '"id"\t"q1"\t"q2"\t"group"\n"1"\t"Ångesjön"\t"Bussar, tåg"\t"Invånare"\n"2"\t"Skogen"\t""\t""'],
    ['with other columns first, and the questions by their words', 'group,Vad saknas?,Vad är bra?\nInvånare,"Bussar, tåg",Ångesjön\n,,Skogen\n'],
    ['with decomposed letters and spaces at the ends', 'id,q1,q2,group\n1,A\u030Angesjo\u0308n  ,"Bussar, tåg ",Invånare\n2, Skogen,,\n,,,\n'],
    ['with the rows sorted anew', 'id,q1,q2,group\n2,Skogen,,\n1,Ångesjön,"Bussar, tåg",Invånare\n'],
  ])('%s', (_, text) => expect(same(text)).toBe(true))
  test('other words, another group or one answer more are another content', () => {
    expect(same(original.replace('Skogen', 'Skogarna'))).toBe(false)
    expect(same(original.replace('Invånare', 'Medarbetare'))).toBe(false)
    expect(same(`${original}3,Skogen,,\n`)).toBe(false)
  })
})

test('a file is UTF-8, or UTF-16 that says so; anything else is refused rather than stored with letters lost', () => {
  expect(decodeFile(new TextEncoder().encode('\ufeffÅnge'))).toBe('Ånge')
  expect(decodeFile(Buffer.from('\ufeffÅnge', 'utf16le'))).toBe('Ånge')
  expect(decodeFile(Uint8Array.from([0xc5, 0x6e, 0x67, 0x65]))).toBeUndefined()
})
