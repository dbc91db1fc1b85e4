import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeStatement, createTheme, forgetOldExchanges } from '#analysis'
import { pool } from '#db/database.server'
import { noonOf, presentMoment } from '#http/clock'
import { addDays, day } from '#kernel/day'
import { storeResponses } from '#participation'
import { beginCodebook, beginCodings } from '../src/modules/analysis/begin-exchange.ts'
import { exportCodebook } from '../src/modules/analysis/export-codebook.ts'
import { exportCodings } from '../src/modules/analysis/export-codings.ts'
import { putInBasket } from '../src/modules/analysis/put-in-basket.ts'
import { findBegunExchange, weighExchange } from '../src/modules/analysis/read-begun-exchange.ts'
import { readXml, type XmlElement } from '../src/modules/analysis/read-xml.ts'
import { setAsideStatement } from '../src/modules/analysis/set-aside-statement.ts'
import { takeInCodebook, takeInCodings } from '../src/modules/analysis/take-in-exchange.ts'
import { undoAct } from '../src/modules/analysis/undo-act.ts'
import { writeMemo } from '../src/modules/analysis/write-memo.ts'
import { eraseAnswer } from '../src/modules/participation/erase-answer.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useDatabase } from './database.ts'
import { residentsAnswer } from './residents-answer.ts'

useDatabase()
const now = presentMoment()
let stage: Stage
let statements: { id: string; text: string }[] = []

// Numbers in the same order every time.
let seed = 20_201_127
const random = (below: number) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const oneOf = <Each>(choices: readonly Each[]) => choices[random(choices.length)] as Each
const signs = ['a', 'å', '🚌', '\r\n', '\n', ' ', '<', '&', '"', ']]>', '👩‍👧', '=', '\u00a0', 'e\u0301']
const written = (length: number) => `t${Array.from({ length }, () => oneOf(signs)).join('')}t`

beforeAll(async () => {
  stage = await stageDialogue()
  const lines = Array.from({ length: 30 }, () => ({ questionId: stage.survey.questionIds[0] ?? '', text: written(2 + random(20)) }))
  const ids = await residentsAnswer(stage, [lines])
  statements = (await pool().query('select id, text from participation_statements where id = any($1)', [ids])).rows
})

const bookNow = async () =>
  (
    await pool().query(
      `select theme.slug, theme.name, theme.definition, theme.when_to_use, theme.when_not, theme.examples, theme.dimension, theme.is_codable, parent.slug parent,
        rank() over (partition by theme.dimension, theme.parent_id order by theme.position) place
        from analysis_themes theme left join analysis_themes parent on parent.id = theme.parent_id where theme.retired_at is null order by theme.slug`,
    )
  ).rows
const codingsNow = async () =>
  (
    await pool().query(
      `select statement_id, slug, stance, span_from, span_to, suggestion from analysis_codings join analysis_themes theme on theme.id = theme_id
        where withdrawn_at is null order by 1, 2, 3, 4, 5`,
    )
  ).rows
const asidesNow = async () => (await pool().query('select statement_id, reason from analysis_set_asides where withdrawn_at is null order by 1')).rows
const quotesNow = async () => (await pool().query('select statement_id, span_from, span_to, why from analysis_basket_quotes where taken_out_at is null order by 1, 2, 3, 4')).rows
const memosNow = async () => (await pool().query('select text, statement_id, slug from analysis_memos left join analysis_themes theme on theme.id = theme_id order by 1')).rows
// A database with the same statements, where nobody has read them.
const forgetReadings = () =>
  pool().query('truncate analysis_codings, analysis_set_asides, analysis_basket_quotes, analysis_memos, analysis_desk_acts, analysis_theme_changes, analysis_themes cascade')

async function bytesOf(format: 'qdpx' | 'csv' | 'xlsx'): Promise<Uint8Array> {
  const { content } = await grantedBy(exportCodings(stage.analyst, { processId: stage.processId, format, reason: 'Prov' }, now))
  const pieces: Uint8Array[] = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}
const begin = async (fileName: string, bytes: Uint8Array) => beginCodings(stage.leader, { processId: stage.processId, fileName, bytes: new Uint8Array(bytes) }, now)
const begun = async (fileName: string, bytes: Uint8Array) => (await grantedBy(begin(fileName, bytes))).id
const takeIn = async (fileName: string, bytes: Uint8Array) => grantedBy(takeInCodings(stage.leader, { exchangeId: await begun(fileName, bytes) }, now))
const weigh = async (id: string) => {
  const found = await findBegunExchange(id, 'codings', stage.leader, now)
  if (!found) throw new Error('It was forgotten.')
  return { ...(await weighExchange(found)), exchange: found.exchange }
}

/** What a project says, but for who coded and the identities of codings and memos, which are made anew: those of a memo are its text. Things that stand side by side are in one order. */
function contentOf(project: Uint8Array): unknown {
  const files = unzipSync(project)
  const root = readXml(files['project.qde'] ?? new Uint8Array())
  if (typeof root === 'string') throw new Error(root)
  const notes = root.children.find(({ name }) => name === 'Notes')?.children ?? []
  const memos = new Map(notes.filter(({ attributes }) => attributes.name === 'Minnesanteckning').map(({ attributes, children }) => [attributes.guid, children[0]?.text]))
  const said = ({ name, attributes: { guid, creatingUser, targetGUID, ...attributes }, text, children }: XmlElement): string => {
    const isMadeAnew = name === 'Coding' || memos.has(guid) || children.some((child) => child.name === 'Coding')
    const inside = children.map(said)
    return JSON.stringify([name, isMadeAnew ? '' : guid, memos.get(targetGUID) ?? targetGUID, attributes, text, name === 'Code' || name === 'Codes' ? inside : inside.sort()])
  }
  return [
    root.children.filter(({ name }) => name !== 'Users').map(said),
    Object.entries(files).flatMap(([name, content]) => (name.endsWith('.qde') ? [] : [[name, strFromU8(content)]])),
  ]
}

async function makeBook(): Promise<string[]> {
  const made: { id: string; dimension: string; isCodable: boolean }[] = []
  for (let number = 0; number < 25; number++) {
    const parent = random(3) > 0 && made.length > 0 ? oneOf(made) : undefined
    const dimension = parent?.dimension ?? oneOf(['tema', 'varderingar', 'Årstider & väder'])
    const isCodable = random(5) > 0
    const words = { definition: written(12), whenToUse: `[När]\n${written(5)}`, whenNot: written(9), examples: oneOf(['', written(8)]) }
    const { id } = await grantedBy(
      createTheme(stage.analyst, { ...words, name: `Tema ${number} ${oneOf(['', '<&>', '🚌'])}`, dimension, parentId: parent?.id, isCodable, processId: stage.processId }, now),
    )
    made.push({ id, dimension, isCodable })
  }
  return made.filter(({ isCodable }) => isCodable).map(({ id }) => id)
}

async function code(themeIds: readonly string[]): Promise<void> {
  for (const [index, { id, text }] of statements.entries()) {
    if (index % 5 === 4) continue
    const places = [...[...text.matchAll(/\r\n|[\s\S]/gu)].map((match) => match.index), text.length]
    const readings = [...new Set(Array.from({ length: 1 + random(3) }, () => oneOf(themeIds)))].map((themeId) => {
      const from = random(places.length - 1)
      const to = from + 1 + random(places.length - from - 1)
      return { themeId, stance: oneOf(['keep', 'leave', 'want', null] as const), ...(random(3) > 0 && { from: places[from] ?? 0, to: places[to] ?? 0 }) }
    })
    const coder = oneOf([stage.analyst, stage.leader])
    await grantedBy(codeStatement(coder, { statementId: id, readings }, now))
    await pool().query('update analysis_codings set suggestion = $1 where statement_id = $2', [oneOf(['none', 'hidden', 'seen', 'in-bulk']), id])
  }
}

/** Some of those that nobody has coded are brus, and some texts are put by, whole or in part. */
async function decideOnMore(): Promise<void> {
  for (const [index, { id, text }] of statements.entries()) {
    if (index % 10 === 4) await grantedBy(setAsideStatement(stage.analyst, { statementId: id, reason: index < 20 ? 'Svarar på annat' : `Skräp ${written(9)}` }, now))
    if (index % 4 !== 0) continue
    const end = [...text][0]?.length ?? 1
    await grantedBy(putInBasket(stage.analyst, { statementId: id, why: `Målande ${written(6)}`, from: index % 8 === 0 ? null : 0, to: index % 8 === 0 ? null : end }, now))
  }
}

describe('a round trip', () => {
  let [book, codings, memos, asides, quotes]: unknown[][] = [[], [], [], [], []]
  let project: Uint8Array
  beforeAll(async () => {
    const themeIds = await makeBook()
    await code(themeIds)
    for (const place of [{}, { themeId: themeIds[0] }, { statementId: statements[0]?.id }])
      await grantedBy(writeMemo(stage.analyst, { processId: stage.processId, text: `${Object.keys(place)} ${written(6)}`, ...place }, now))
    await decideOnMore()
    ;[book, codings, memos, asides, quotes] = [await bookNow(), await codingsNow(), await memosNow(), await asidesNow(), await quotesNow()]
    project = await bytesOf('qdpx')
  })

  test('of a project gives the same tree, codings, memos, brus and quotes, and no history is lost of how they came', async () => {
    await forgetReadings()
    expect(await takeIn('projekt.qdpx', project)).toMatchObject({ added: 25, rejected: 0, memos: 3, setAsides: 3, quotes: 8 })
    expect([await bookNow(), await codingsNow(), await memosNow()]).toEqual([book, codings, memos])
    expect([await asidesNow(), await quotesNow()]).toEqual([asides, quotes])
    expect(codings?.length).toBeGreaterThan(25)
    const { rows } = await pool().query("select count(*)::int n from analysis_theme_changes where kind = 'created'")
    expect(rows[0].n).toBe(25)
    expect((await pool().query('select distinct coded_by from analysis_codings')).rows).toEqual([{ coded_by: stage.leader.person }])
  })

  test('of a project gives the same file when it is written once more', async () => {
    expect(contentOf(await bytesOf('qdpx'))).toEqual(contentOf(project))
  })

  test('taken in again there is nothing new', async () => {
    expect(await takeInCodings(stage.leader, { exchangeId: await begun('projekt.qdpx', project) }, now)).toMatchObject({ refusal: { refused: 'nothing-new' } })
  })

  test('what somebody has coded here since is not set aside by the file, and what was taken out of the basket stays out', async () => {
    const [aside] = asides as { statement_id: string }[]
    await pool().query('update analysis_set_asides set withdrawn_at = now(), withdrawn_by = set_aside_by where statement_id = $1', [aside?.statement_id])
    const [theme] = (await pool().query('select id from analysis_themes where is_codable order by position')).rows
    await grantedBy(codeStatement(stage.analyst, { statementId: aside?.statement_id ?? '', readings: [{ themeId: theme.id, stance: 'want' }] }, now))
    await pool().query('update analysis_basket_quotes set taken_out_at = now(), taken_out_by = put_by where why = $1', [(quotes as { why: string }[])[0]?.why])
    const id = await begun('projekt.qdpx', project)
    expect(await weigh(id)).toMatchObject({ setAsides: 0, quotes: 0, endedQuotes: 1, rejected: [{ where: aside?.statement_id, reason: 'coded-here' }] })
    expect(await takeInCodings(stage.leader, { exchangeId: id }, now)).toMatchObject({ refusal: { refused: 'nothing-new' } })
    expect(await asidesNow()).toHaveLength(2)
    expect(await quotesNow()).toEqual(quotes?.slice(1))
    await pool().query('delete from analysis_codings where statement_id = $1', [aside?.statement_id])
  })

  test.each(['csv', 'xlsx'] as const)('of a sheet (%s) gives the same codings', async (format) => {
    const bytes = await bytesOf(format)
    await pool().query('truncate analysis_codings cascade')
    expect(await takeIn(`kodningar.${format}`, bytes)).toMatchObject({ rejected: 0 })
    expect(await codingsNow()).toEqual(codings)
  })

  test('of a codebook gives the same tree', async () => {
    const { content } = await grantedBy(exportCodebook(stage.auditor, { processId: stage.processId }, now))
    await forgetReadings()
    const { id } = await grantedBy(beginCodebook(stage.analyst, { processId: stage.processId, fileName: 'kodbok.qdc', bytes: new Uint8Array(strToU8(content)) }, now))
    expect(await grantedBy(takeInCodebook(stage.analyst, { exchangeId: id }, now))).toEqual({ added: 25 })
    expect(await bookNow()).toEqual(book)
  })

  test('what was there before is ended, as one act that can be undone', async () => {
    const [theme] = (await pool().query('select id from analysis_themes where is_codable order by position')).rows
    await grantedBy(codeStatement(stage.analyst, { statementId: statements[0]?.id ?? '', readings: [{ themeId: theme.id, stance: 'want' }] }, now))
    const before = await codingsNow()
    await takeIn('projekt.qdpx', project)
    expect(await codingsNow()).toEqual(codings)
    const [act] = (await pool().query('select id from analysis_desk_acts where undone_at is null order by id desc limit 1')).rows
    await grantedBy(undoAct(stage.leader, { actId: act.id }, now))
    expect(await codingsNow()).toEqual(before)
  })

  test('names no coder, and that the answers were read is written down with the reason', async () => {
    const files = unzipSync(project)
    const qde = strFromU8(files['project.qde'] ?? new Uint8Array())
    expect(qde).toContain('name="Kodare 1"')
    expect(qde).not.toContain(stage.analyst.person)
    expect(qde).not.toMatch(/analyst|process-leader/)
    expect(Object.keys(files)).toContain(`Sources/${statements[0]?.id}.txt`)
    expect(Object.values(files).some((content) => content.includes(13))).toBe(false)
    expect((await pool().query("select page from participation_readings where page = 'export'")).rows.length).toBeGreaterThan(0)
    expect((await pool().query("select why from trail_events where act = 'codings-exported'")).rows[0]).toEqual({ why: 'Prov' })
    expect(await exportCodings(stage.auditor, { processId: stage.processId, format: 'qdpx', reason: 'Prov' }, now)).toMatchObject({ refusal: { refused: 'forbidden' } })
  })
})

const guid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const projectOf = (inside: string, texts: Record<string, string | Uint8Array>, folder = 'Sources') =>
  zipSync({
    'project.qde': strToU8(`\ufeff<?xml version="1.0" encoding="utf-8"?>\r\n<Project xmlns="urn:QDA-XML:project:1.0" name="x">${inside}</Project>`),
    ...Object.fromEntries(Object.entries(texts).map(([id, text]) => [`${folder}/${id}.txt`, typeof text === 'string' ? strToU8(text) : text])),
  })
const codebook = `<CodeBook><Codes><Code guid="{${guid(1).toUpperCase()}}" name="Travel > all" color="#ff0000"><Description>By bus.</Description></Code></Codes></CodeBook>`
const source = (id: string, inside: string) => `<TextSource guid="${id.toUpperCase()}" name="Svar" plainTextPath="internal://${id}.txt">${inside}</TextSource>`
const span = (from: number, to: number, ref = guid(1)) =>
  `<PlainTextSelection guid="${guid(50)}" startPosition="${from}" endPosition="${to}"><Coding guid="${guid(60)}"><CodeRef targetGUID="${ref}"/></Coding></PlainTextSelection>`

describe('a project of another tool', () => {
  test('is read with CRLF, a byte order mark, a folder in small letters and guids in braces', async () => {
    const { id = '', text = '' } = statements.find((each) => each.text.includes('\n')) ?? {}
    const crlf = text.replaceAll(/\r\n?|\n/g, '\r\n')
    const length = [...crlf].length
    const files = { [id]: `\ufeff${crlf}` }
    const key = await begun('p.qdpx', projectOf(`${codebook}<Sources>${source(id, span(length - 1, length))}</Sources>`, files, 'sources'))
    expect(await weigh(key)).toMatchObject({
      codes: [{ outcome: 'new', code: { name: 'Travel > all', isForeign: true, words: { definition: 'By bus.', whenToUse: 'Inte sagt', whenNot: 'Inte sagt' } } }],
      changed: [{ statementId: id, codings: [{ spanFrom: text.length - 1, spanTo: text.length }] }],
      rejected: [],
    })
  })

  test('leaves out sources that are not ours, texts that are others, places outside and codes that are not there, and tells each', async () => {
    const [one, two, three, four] = statements as [Each, Each, Each, Each]
    const inside = [source(guid(9), span(0, 1)), source(one.id, span(0, 1)), source(two.id, span(0, 9999)), source(three.id, span(0, 1, guid(7))), source(four.id, span(0, 1))]
    const texts = { [one.id]: 'another text', [two.id]: two.text, [three.id]: three.text, [four.id]: four.text, [guid(9)]: 'x' }
    const { changed, rejected, exchange } = await weigh(
      await begun('p.qdpx', projectOf(`${codebook}<Sources>${inside.join('')}<PictureSource guid="${guid(8)}"/></Sources>`, texts)),
    )
    expect(exchange).toMatchObject({ foreign: 2, known: 4 })
    expect(changed.map(({ statementId }) => statementId)).toEqual([four.id])
    expect(rejected.map(({ reason }) => reason).sort()).toEqual(['bad-span', 'other-text', 'unknown-theme'])
    expect(JSON.stringify((await pool().query('select content from analysis_begun_exchanges')).rows)).not.toContain('another text')
  })
})
type Each = { id: string; text: string }

test('a file is only for whoever sent it, and is gone the day after', async () => {
  const id = await begun('p.qdpx', projectOf(codebook, {}))
  const later = noonOf(addDays(now.day, 2))
  expect(await takeInCodings(stage.analyst, { exchangeId: id }, now)).toMatchObject({ refusal: { refused: 'not-found' } })
  expect(await takeInCodings(stage.leader, { exchangeId: id }, later)).toMatchObject({ refusal: { refused: 'not-found' } })
  expect(await forgetOldExchanges(now)).toBe(0)
  expect(await forgetOldExchanges(later)).toBeGreaterThan(0)
  expect((await pool().query('select 1 from analysis_begun_exchanges')).rows).toEqual([])
})

describe('attack 50: what nobody honest sends', () => {
  const xml = (text: string) => zipSync({ 'project.qde': strToU8(text) })
  const begins = '<Project xmlns="urn:QDA-XML:project:1.0">'
  test.each<[string, () => Uint8Array, string]>([
    ['entities', () => xml(`<!DOCTYPE p [<!ENTITY a "b">]>${begins}&a;</Project>`), 'declares-types'],
    ['a file read from the disk', () => xml(`<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]>${begins}</Project>`), 'declares-types'],
    [
      'codes in codes without end',
      () => xml(`${begins}<CodeBook><Codes>${'<Code guid="x" name="x">'.repeat(5000)}${'</Code>'.repeat(5000)}</Codes></CodeBook></Project>`),
      'too-large-unpacked',
    ],
    ['NUL by number', () => xml(`${begins}<Notes><Note guid="x"><PlainTextContent>&#0;</PlainTextContent></Note></Notes></Project>`), 'not-xml'],
    ['half a sign', () => xml(`${begins}<CodeBook><Codes><Code guid="x" name="&#xD83D;"/></Codes></CodeBook></Project>`), 'not-xml'],
    ['tags that cross', () => xml(`${begins}<a><b></a></b></Project>`), 'not-xml'],
    ['no project', () => zipSync({ 'word/document.xml': strToU8('<w/>') }), 'not-a-project'],
    ['a bomb', () => zipSync({ 'project.qde': new Uint8Array(60 * 1024 * 1024) }), 'too-large-unpacked'],
    ['no zip', () => strToU8('PK but no more'), 'not-a-zip'],
  ])('%s', async (_, bytes, fault) => {
    expect(await begin('p.qdpx', bytes())).toMatchObject({ refusal: { refused: 'unreadable-file', fault } })
  })

  test('a name that leads out of the zip leads nowhere', async () => {
    const [{ id }] = statements as [Each]
    const zip = zipSync({ 'project.qde': strToU8(`${begins}<Sources>${source(id, span(0, 1))}</Sources></Project>`), [`Sources/../../${id}.txt`]: strToU8('x') })
    expect((await weigh(await begun('p.qdpx', zip))).rejected).toMatchObject([{ reason: 'other-text' }])
  })

  test('rows of a sheet that can not be used are told with their reasons, and the others of the same statement are left too', async () => {
    const [one, two] = statements as [Each, Each]
    const [{ slug }] = (await pool().query('select slug from analysis_themes where is_codable limit 1')).rows
    const rows = [
      [one.id, slug, 'gilla'],
      [one.id, slug, 'bevara'],
      [two.id, 'finns-inte', ''],
      ['x', slug, ''],
      [guid(3), slug, ''],
    ]
    const sheet = `svar;tema;hållning\r\n${rows.map((row) => row.join(';')).join('\r\n')}\r\n`
    const { changed, rejected } = await weigh(await begun('k.csv', strToU8(sheet)))
    expect(changed).toEqual([])
    expect(rejected.map(({ reason }) => reason)).toEqual(['unknown-stance', 'unknown-statement', 'unknown-statement', 'unknown-theme'])
  })
})

test('a memo on an answer that went while the file was looked at is not taken in, and the file is taken in for what is left of it', async () => {
  const line = { questionId: stage.survey.questionIds[0] ?? '', text: 'Ett svar som tas tillbaka' }
  const [gone] = await storeResponses([
    { dialogueId: stage.survey.id, groupId: stage.residents, receivedOn: day('2020-10-12'), source: 'web', persons: 1, label: null, lines: [line] },
  ])
  await grantedBy(writeMemo(stage.analyst, { processId: stage.processId, text: 'Om den som tog tillbaka', statementId: gone?.statementIds[0] }, now))
  const exchangeId = await begun('projekt.qdpx', await bytesOf('qdpx'))
  await eraseAnswer({ id: gone?.responseId ?? '' }, 'withdrawn', now.day)
  expect(await takeInCodings(stage.leader, { exchangeId }, now)).toEqual({ granted: false, refusal: { refused: 'nothing-new' } })
  expect((await memosNow()).map(({ text }) => text)).not.toContain('Om den som tog tillbaka')
})
