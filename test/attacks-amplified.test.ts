import { randomBytes } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import type { Stage } from '../src/modules/participation/stage-dialogue.ts'
import { askedInParts, byApi, cookieIn, countRows, newKey, openSurvey, setStage } from './attacked-survey.ts'
import { processorTime } from './processor-time.ts'
import { residentsAnswer } from './residents-answer.ts'
import { useSite } from './site.ts'
import { workbookOf } from './survey-files.ts'

/** What is small to send and large to take: a quarter of a megabyte, or a file of some kilobytes, that would hold the server for everybody. */
const site = useSite()
let stage: Stage
let cookies: Record<string, string> = {}
let statement = ''

beforeAll(async () => {
  stage = await setStage()
  const { rows } = await pool().query<{ id: string; email: string }>('select id, email from people_persons')
  const cookieOf = (person: string) => site.signIn(rows.find(({ id }) => id === person)?.email ?? '')
  cookies = { leader: await cookieOf(stage.leader.person), analyst: await cookieOf(stage.analyst.person) }
  ;[statement = ''] = await residentsAnswer(stage, [[{ questionId: stage.survey.questionIds[0] ?? '', text: 'Bussen' }]])
})

// As much as a form may hold.
const filled = (piece: (at: number) => string, between: string) => {
  const pieces: string[] = []
  for (let size = 0; size < 250_000; size += (pieces.at(-1) ?? '').length + between.length) pieces.push(piece(pieces.length))
  return pieces.join(between)
}
async function upload(at: string, name: string, bytes: Uint8Array<ArrayBuffer>, cookie = ''): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([bytes], name))
  const request = new Request('http://127.0.0.1', { method: 'POST', body: form })
  return site.post(at, new Uint8Array(await request.arrayBuffer()), { cookie, 'content-type': request.headers.get('content-type') ?? '' })
}

describe('51: what anybody may send', () => {
  test('as thousands of rows of one question is refused at once', async () => {
    const { ids } = await openSurvey('rader')
    const rows = filled((at) => `${ids.betyg}:${at.toString(36)}=bra`, '&')
    await site.post('/delta/rader', `submissionKey=${newKey()}&${ids.bor}=ja`)
    const send = async () => expect((await site.post('/delta/rader', `submissionKey=${newKey()}&${ids.bor}=ja&${rows}`)).status).toBe(422)
    expect(await processorTime(send)).toBeLessThan(10_000)
  })
  test('as answers to thousands of questions that there are not is told of as many as there can be', async () => {
    await openSurvey('nycklar')
    const told = await (await byApi(site, 'nycklar', `{"answers":{"bor":null,${filled((at) => `"x${at}":{}`, ',')}}}`)).json()
    expect(told.errors).toHaveLength(61)
    expect(told.errors.at(-1)).toEqual({ key: 'bor', problem: 'no-such-choice' })
  })
  test('part by part, past what is kept, is refused in words, and what was kept before is there', async () => {
    const { ids } = await openSurvey('delar', { questions: askedInParts })
    const save = (del: string, field: string, cookie = '') =>
      site.post('/delta/delar', { submissionKey: newKey(), del, act: 'save', [ids.bor ?? '']: 'ja', [field]: 'x'.repeat(200_000) }, { cookie })
    const saved = await save('1', ids.tycker ?? '')
    const cookie = cookieIn(saved, 'samsyn_svar')
    const before = await countRows()
    const refused = await save('3', ids.sist ?? '', cookie)
    expect([refused.status, await refused.text()]).toEqual([413, expect.stringContaining('Det var för mycket på en gång')])
    expect(await countRows()).toEqual(before)
    expect(await (await site.get('/delta/delar?del=1', { cookie })).text()).toContain('x'.repeat(200_000))
  })
})

describe('50: a file of some kilobytes', () => {
  const sharing = (rows: number, text: string) =>
    workbookOf(
      { a: [['x']] },
      {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(rows)}</sheetData></worksheet>`,
        'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>`,
      },
    )
  test.each([
    ['whose cells all have the same long text', () => sharing(600, 'a'.repeat(1_000_000))],
    ['whose cells have a text that can’t be packed', () => sharing(300, randomBytes(60_000).toString('base64'))],
  ])('%s is refused, and nothing is kept', async (_, bytes) => {
    if ((await site.get('/delta/las')).status === 404) await openSurvey('las')
    const refused = await upload('/arbete/dialoger/las/las-in', 'svar.xlsx', bytes(), cookies.leader)
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('för stor när den packas upp')])
    expect((await pool().query('select 1 from participation_begun_imports')).rows).toEqual([])
  })

  const guid = '00000000-0000-4000-8000-000000000070'
  const project = (inside: string, texts: Record<string, Uint8Array> = {}) =>
    new Uint8Array(zipSync({ 'project.qde': strToU8(`<Project xmlns="urn:QDA-XML:project:1.0">${inside}</Project>`), ...texts }))
  const source = (inside: string) => `<TextSource guid="${statement}" name="Svar" plainTextPath="internal://${statement}.txt">${inside}</TextSource>`
  const send = (bytes: Uint8Array<ArrayBuffer>) => upload('/arbete/kodning/utbyte', 'projekt.qdpx', bytes, cookies.analyst)
  test.each([
    [
      'whose one note hangs on an answer again and again',
      () =>
        `<Sources>${source(`<NoteRef targetGUID="${guid}"/>`.repeat(200))}</Sources><Notes><Note guid="${guid}"><PlainTextContent>${'a'.repeat(1_000_000)}</PlainTextContent></Note></Notes>`,
    ],
    [
      'whose one reason is for thousands',
      () =>
        `<Sources>${source('')}</Sources><Sets><Set guid="${guid}" name="Lagda åt sidan som brus"><Description>${'a'.repeat(100_000)}</Description>${`<MemberSource targetGUID="${statement}"/>`.repeat(2000)}</Set></Sets>`,
    ],
  ])('%s is refused, and nothing is kept', async (_, inside) => {
    const refused = await send(project(inside()))
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('för stor när den packas upp')])
    expect((await pool().query('select 1 from analysis_begun_exchanges')).rows).toEqual([])
  })
  test('whose one long text is named by a thousand sources is read as no text of ours', async () => {
    const coding = `<Coding guid="${guid}"><CodeRef targetGUID="${guid}"/></Coding>`
    const file = project(`<Sources>${source(coding).repeat(1000)}</Sources>`, { [`sources/${statement}.txt`]: strToU8(`Bussen${' '.repeat(20_000_000)}`) })
    let at = ''
    const take = async () => {
      at = (await send(file)).headers.get('location') ?? ''
    }
    expect(await processorTime(take)).toBeLessThan(10_000)
    expect(await (await site.get(at, { cookie: cookies.analyst ?? '' })).text()).toMatch(/<dt>Tas inte in<\/dt><dd>1.000</)
  })
})
