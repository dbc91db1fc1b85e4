import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeStatement, createTheme } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { beginCodings } from '../src/modules/analysis/begin-exchange.ts'
import { exportCodings } from '../src/modules/analysis/export-codings.ts'
import { putInBasket } from '../src/modules/analysis/put-in-basket.ts'
import { findBegunExchange, weighExchange } from '../src/modules/analysis/read-begun-exchange.ts'
import { setAsideStatement } from '../src/modules/analysis/set-aside-statement.ts'
import { takeInCodings } from '../src/modules/analysis/take-in-exchange.ts'
import { takeOutOfBasket } from '../src/modules/analysis/take-out-of-basket.ts'
import { undoAct } from '../src/modules/analysis/undo-act.ts'
import { withdrawSetAside } from '../src/modules/analysis/withdraw-set-aside.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useDatabase } from './database.ts'
import { residentsAnswer } from './residents-answer.ts'

useDatabase()
const now = presentMoment()
let stage: Stage
let theme = ''
let [coded, aside, whole, part]: [string, string, string, string] = ['', '', '', '']

const query = async <Row>(sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows as Row[]
const asidesNow = () => query<{ statement_id: string; reason: string }>('select statement_id, reason from analysis_set_asides where withdrawn_at is null order by 1')
const quotesNow = () =>
  query<{ id: string; why: string }>('select id, statement_id, span_from, span_to, why from analysis_basket_quotes where taken_out_at is null order by why, id')
const codedNow = async () => (await query<{ id: string }>('select distinct statement_id as id from analysis_codings where withdrawn_at is null')).map(({ id }) => id)
const forgetReadings = () => query('truncate analysis_codings, analysis_set_asides, analysis_basket_quotes, analysis_desk_acts cascade')

async function fetched(): Promise<Uint8Array> {
  const { content } = await grantedBy(exportCodings(stage.analyst, { processId: stage.processId, format: 'qdpx', reason: 'Prov' }, now))
  const pieces: Uint8Array[] = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}
/** The file as another tool would have saved it. */
function edited(project: Uint8Array, change: (qde: string) => string, texts: Record<string, string> = {}): Uint8Array {
  const files = unzipSync(project)
  const changed = Object.fromEntries(Object.entries(texts).map(([id, text]) => [`Sources/${id}.txt`, strToU8(text)]))
  return zipSync({ ...files, ...changed, 'project.qde': strToU8(change(strFromU8(files['project.qde'] ?? new Uint8Array()))) })
}
const begun = async (bytes: Uint8Array) => (await grantedBy(beginCodings(stage.leader, { processId: stage.processId, fileName: 'p.qdpx', bytes: new Uint8Array(bytes) }, now))).id
const sent = async (bytes: Uint8Array) => takeInCodings(stage.leader, { exchangeId: await begun(bytes) }, now)
async function weighed(bytes: Uint8Array) {
  const found = await findBegunExchange(await begun(bytes), 'codings', stage.leader, now)
  if (!found) throw new Error('It was forgotten.')
  return weighExchange(found)
}
const undoLast = async () => {
  const [act] = await query<{ id: string }>('select id from analysis_desk_acts where undone_at is null order by id desc limit 1')
  return undoAct(stage.leader, { actId: act?.id ?? '' }, now)
}
const nothingNew = { granted: false, refusal: { refused: 'nothing-new' } }
const put = async (statementId: string, why: string, from: number | null, to: number | null) => grantedBy(putInBasket(stage.analyst, { statementId, why, from, to }, now))

beforeAll(async () => {
  stage = await stageDialogue()
  const lines = ['Bussen går', 'Bla bla', 'Hela skogen', 'Havet och himlen'].map((text) => ({ questionId: stage.survey.questionIds[0] ?? '', text }))
  ;[coded = '', aside = '', whole = '', part = ''] = await residentsAnswer(stage, [lines])
  const words = { name: 'Buss', definition: 'Bussar', whenToUse: 'När bussar nämns', whenNot: 'Tåg' }
  theme = (await grantedBy(createTheme(stage.analyst, { ...words, processId: stage.processId }, now))).id
})

let project: Uint8Array
beforeEach(async () => {
  await forgetReadings()
  await grantedBy(codeStatement(stage.analyst, { statementId: coded, readings: [{ themeId: theme, stance: 'want' }] }, now))
  await grantedBy(setAsideStatement(stage.analyst, { statementId: aside, reason: 'Svarar på annat' }, now))
  await put(whole, 'Allt', 0, 'Hela skogen'.length)
  await put(part, 'Början', 0, 5)
  project = await fetched()
})

describe('a file that comes to where it was written', () => {
  test('has nothing new, also where a quote of the whole text was put by with its places and the other tool gave new identities', async () => {
    expect(await sent(project)).toEqual(nothingNew)
    const ids = (await quotesNow()).map(({ id }) => id.slice(18))
    const anew = edited(project, (qde) =>
      ids.reduce((text, id, index) => text.replaceAll(new RegExp(`[0-9a-f-]{18}${id}`, 'g'), `00000000-0000-4000-8000-00000000000${index}`), qde),
    )
    expect(await weighed(anew)).toMatchObject({ quotes: 0, rejected: [] })
    expect(await sent(anew)).toEqual(nothingNew)
  })

  test('brings back no brus that was taken back here and no quote that was taken out, and tells how many', async () => {
    await grantedBy(withdrawSetAside(stage.analyst, { statementId: aside }, now))
    const [first, second] = await quotesNow()
    await grantedBy(takeOutOfBasket(stage.analyst, { quoteId: first?.id ?? '' }, now))
    expect(await weighed(project)).toMatchObject({ setAsides: 0, endedAsides: 1, quotes: 0, endedQuotes: 1, rejected: [] })
    expect(await sent(project)).toEqual(nothingNew)
    expect([await asidesNow(), await quotesNow()]).toEqual([[], [second]])
  })

  test('fills a process where nobody has decided on anything, as does one whose take-in was undone', async () => {
    const [asides, quotes] = [await asidesNow(), await quotesNow()]
    await forgetReadings()
    const counts = { changed: 1, setAsides: 1, quotes: 2 }
    expect(await grantedBy(sent(project))).toMatchObject(counts)
    await grantedBy(undoLast())
    expect(await grantedBy(sent(project))).toMatchObject(counts)
    expect(await asidesNow()).toEqual(asides)
    expect((await quotesNow()).map(({ why }) => why)).toEqual(quotes.map(({ why }) => why))
    expect(await sent(project)).toEqual(nothingNew)
  })
})

describe('what a file has that is not taken in is told with its reason', () => {
  const reasonsFor = async (bytes: Uint8Array) => (await weighed(bytes)).rejected.map(({ where, reason }) => [where, reason])

  test('a reason of more than 300 signs, for brus and for a quote', async () => {
    await forgetReadings()
    const long = edited(project, (qde) => qde.replace('Svarar på annat', 'x'.repeat(301)).replace('Allt', 'y'.repeat(301)))
    expect(await reasonsFor(long)).toEqual([
      [aside, 'long-reason'],
      [whole, 'long-reason'],
    ])
    expect(await grantedBy(sent(long))).toMatchObject({ setAsides: 0, quotes: 1, rejected: 2 })
  })

  test('a quote of a text that is another here, and one beyond its end', async () => {
    await forgetReadings()
    const other = edited(project, (qde) => qde.replace('endPosition="5"', 'endPosition="500"'), { [whole]: 'Halva skogen' })
    expect((await reasonsFor(other)).map(([, reason]) => reason).sort()).toEqual(['bad-quote', 'quote-of-other-text'])
    expect(await grantedBy(sent(other))).toMatchObject({ changed: 1, setAsides: 1, quotes: 0 })
  })

  test('brus on a statement that is coded here, or in the same file', async () => {
    await grantedBy(codeStatement(stage.analyst, { statementId: aside, readings: [{ themeId: theme, stance: null }] }, now))
    expect(await reasonsFor(project)).toEqual([[aside, 'coded-here']])
    await forgetReadings()
    const both = edited(project, (qde) => qde.replace(`<MemberSource targetGUID="${aside}"/>`, `$&<MemberSource targetGUID="${coded}"/>`))
    expect(await reasonsFor(both)).toEqual([[coded, 'coded-in-file']])
  })

  test('brus that has another reason here, or two in the file, but not where another tool has no place for the reason', async () => {
    const other = edited(project, (qde) => qde.replace('Svarar på annat', 'Skräp'))
    expect(await reasonsFor(other)).toEqual([[aside, 'other-reason']])
    expect(await sent(other)).toEqual(nothingNew)
    expect(await asidesNow()).toEqual([{ statement_id: aside, reason: 'Svarar på annat' }])
    expect(await reasonsFor(edited(project, (qde) => qde.replace('<Description>Svarar på annat</Description>', '')))).toEqual([])
    await forgetReadings()
    const twice = edited(project, (qde) => qde.replace(/<Set .*?<\/Set>/, (set) => set + set.replace('Svarar på annat', 'Skräp')))
    expect(await reasonsFor(twice)).toEqual([[aside, 'other-reason']])
    expect(await grantedBy(sent(twice))).toMatchObject({ setAsides: 1, rejected: 1 })
    expect(await asidesNow()).toEqual([{ statement_id: aside, reason: 'Svarar på annat' }])
  })

  test('a memo of more than 4,000 signs, and one on a code that is not taken in, while the others are', async () => {
    const note = (number: number, text: string) => `<Note guid="55555555-5555-4555-8555-55555555555${number}" name="Memo"><PlainTextContent>${text}</PlainTextContent></Note>`
    const ref = (number: number) => `<NoteRef targetGUID="55555555-5555-4555-8555-55555555555${number}"/>`
    const nameless = `<Code guid="66666666-6666-4666-8666-666666666666" name="">${ref(3)}</Code>`
    const memos = edited(project, (qde) =>
      qde
        .replace('</Codes>', `${nameless}</Codes>`)
        .replace('</Notes>', `${note(1, `Hela ${'x'.repeat(3995)}`)}${note(2, `För lång ${'x'.repeat(4000)}`)}${note(3, 'Om ingen')}</Notes>`)
        .replace('</Project>', `${ref(1)}${ref(2)}</Project>`),
    )
    expect(await reasonsFor(memos)).toEqual([
      [`Anteckning: För lång ${'x'.repeat(31)}…`, 'long-memo'],
      ['Anteckning på 66666666-6666-4666-8666-666666666666: Om ingen', 'memo-of-code'],
    ])
    expect(await weighed(memos)).toMatchObject({ memos: 1 })
    expect(await grantedBy(sent(memos))).toMatchObject({ memos: 1, rejected: 2 })
    expect((await query<{ text: string }>('select text from analysis_memos')).map(({ text }) => text.length)).toEqual([4000])
    expect(await weighed(memos)).toMatchObject({ memos: 0 })
    await query('delete from analysis_memos')
  })

  test('a quote that another tool gave another reason', async () => {
    expect(await reasonsFor(edited(project, (qde) => qde.replace('Början', 'Slutet')))).toEqual([[part, 'other-quote']])
  })
})

describe('a file that was taken in is one act', () => {
  test('which is undone with its codings, its brus and its quotes, and counted so in the trail', async () => {
    await forgetReadings()
    await grantedBy(sent(project))
    expect(await query("select subject_id, why from trail_events where act = 'codings-taken-in' order by id desc limit 1")).toEqual([
      { subject_id: stage.processId, why: '1 kodade, 1 brus, 2 citat' },
    ])
    expect(await query('select kind from analysis_desk_acts')).toEqual([{ kind: 'taken-in' }])
    await grantedBy(undoLast())
    expect([await codedNow(), await asidesNow(), await quotesNow()]).toEqual([[], [], []])
    expect(await query("select why from trail_events where act = 'desk-act-undone' order by id desc limit 1")).toEqual([{ why: '1 kodade, 1 brus, 2 citat' }])
  })

  test('also where it had no more than a quote, of a statement that is coded here', async () => {
    await put(coded, 'Mitt i prick', 0, 6)
    const more = await fetched()
    await query('delete from analysis_basket_quotes where statement_id = $1', [coded])
    expect(await grantedBy(sent(more))).toMatchObject({ changed: 0, setAsides: 0, quotes: 1 })
    const [quotes] = [await quotesNow()]
    await grantedBy(undoLast())
    expect([await codedNow(), await asidesNow()]).toMatchObject([[coded], [{ statement_id: aside }]])
    expect(await quotesNow()).toEqual(quotes.filter(({ why }) => why !== 'Mitt i prick'))
  })

  test('and is not undone where somebody has decided since on what it set aside', async () => {
    await forgetReadings()
    await grantedBy(sent(project))
    await grantedBy(codeStatement(stage.analyst, { statementId: aside, readings: [{ themeId: theme, stance: null }] }, now))
    const [act] = await query<{ id: string }>("select id from analysis_desk_acts where kind = 'taken-in'")
    expect(await undoAct(stage.leader, { actId: act?.id ?? '' }, now)).toMatchObject({ refusal: { refused: 'decided-since' } })
    expect(await quotesNow()).toHaveLength(2)
  })
})

describe('what another tool calls something else', () => {
  test('is known by its identity, and what has a new identity by its name', async () => {
    const [asides, quotes] = [await asidesNow(), await quotesNow()]
    await forgetReadings()
    const renamed = edited(project, (qde) => qde.replaceAll('Lagda åt sidan som brus', 'Noise').replaceAll('Citatkorgen', 'Quotation'))
    expect(await grantedBy(sent(renamed))).toMatchObject({ setAsides: 1, quotes: 2 })
    expect(await asidesNow()).toEqual(asides)
    expect((await quotesNow()).map(({ why }) => why)).toEqual(quotes.map(({ why }) => why))
    expect(await sent(project)).toEqual(nothingNew)
    await forgetReadings()
    const anew = edited(project, (qde) => qde.replaceAll(/(<(?:Set|PlainTextSelection) guid=")[^"]*/g, '$1{11111111-1111-4111-8111-111111111111}'))
    expect(await grantedBy(sent(anew))).toMatchObject({ setAsides: 1, quotes: 2 })
  })

  test('two who put the same words by are two quotes', async () => {
    await put(part, 'Början', 0, 5)
    const twice = await fetched()
    expect(await sent(twice)).toEqual(nothingNew)
    await forgetReadings()
    expect(await grantedBy(sent(twice))).toMatchObject({ quotes: 3 })
    expect((await quotesNow()).map(({ why }) => why)).toEqual(['Allt', 'Början', 'Början'])
    expect(await sent(twice)).toEqual(nothingNew)
  })
})
